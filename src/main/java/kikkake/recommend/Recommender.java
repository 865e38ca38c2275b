package kikkake.recommend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kikkake.catalog.Catalog;
import kikkake.catalog.Item;
import kikkake.event.ItemId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.history.CustomerHistory;
import kikkake.history.Views;
import org.jspecify.annotations.Nullable;

/**
 * Chooses items for a customer: by the lists of what the customer has or looked at, then by
 * popularity; never one the customer has, nor the same in another colour, nor one that is sold out
 * or unpublished.
 */
public final class Recommender {
  private static final int MAX_SEEDS = 10;
  private static final int MAX_CANDIDATES = 60;
  private static final int CATALOG_CHUNK = 8;
  private static final double HALF_LIFE_DAYS = 60;

  private final ItemLists lists;
  private final Catalog catalog;

  public Recommender(ItemLists lists, Catalog catalog) {
    this.lists = lists;
    this.catalog = catalog;
  }

  /** Something the customer has or looked at, and how much it says about the customer. */
  private record Seed(@Nullable String title, double weight) {}

  /** New items for somebody who bought; fewer than {@code wanted} where there are no more. */
  public List<Recommendation> newForYou(CustomerHistory history, Instant now, int wanted) {
    Set<ItemId> owned = history.everBought();
    return fill(List.of(), seeds(history, now), owned, owned, wanted);
  }

  /**
   * What somebody looked at and did not buy, the cart first, then what goes with it.
   *
   * @param since earlier looks do not count
   * @return empty where nothing of what was looked at can be bought
   */
  public List<Recommendation> afterBrowsing(
      Views views, CustomerHistory history, Instant since, Instant now, int wanted) {
    Set<ItemId> owned = history.everBought();
    List<Views.View> looked =
        views.recent().stream()
            .filter(view -> !view.at().isBefore(since) && !view.at().isAfter(now))
            .filter(view -> !owned.contains(view.item()))
            .sorted(Comparator.comparing(view -> !view.inCart()))
            .toList();
    Map<ItemId, Item> known =
        catalog.find(looked.stream().map(Views.View::item).collect(Collectors.toSet()));
    List<Recommendation> first = new ArrayList<>();
    Map<ItemId, Seed> seeds = new LinkedHashMap<>();
    Set<String> ownedFamilies = families(known.values(), owned);
    for (Views.View view : looked) {
      Item item = known.get(view.item());
      seeds.put(view.item(), new Seed(item == null ? null : item.title(), view.inCart() ? 3 : 1));
      if (item != null
          && item.available()
          && !ownedFamilies.contains(item.family())
          && first.size() < wanted) {
        first.add(
            new Recommendation(item, new Recommendation.Reason.LookedAt(view.at(), view.inCart())));
      }
    }
    return first.isEmpty() ? List.of() : fill(first, seeds, owned, seeds.keySet(), wanted);
  }

  /** The families of what somebody owns; looked up only where one of the items is of a family. */
  private Set<String> families(Collection<Item> items, Set<ItemId> owned) {
    Set<String> families = new HashSet<>();
    if (items.stream().anyMatch(item -> item.family() != null)) {
      catalog.find(owned).values().forEach(item -> take(item, new HashSet<>(), families));
    }
    return families;
  }

  private List<Recommendation> fill(
      List<Recommendation> first,
      Map<ItemId, Seed> seeds,
      Set<ItemId> owned,
      Set<ItemId> familiesOf,
      int wanted) {
    List<Recommendation> chosen = new ArrayList<>(first);
    if (chosen.size() >= wanted) {
      return chosen;
    }
    Map<ItemId, Recommendation.Reason> candidates = candidates(seeds, owned);
    Set<ItemId> taken = new HashSet<>();
    Set<String> families = new HashSet<>();
    first.forEach(recommendation -> take(recommendation.item(), taken, families));
    boolean familiesKnown = false;
    List<ItemId> order = new ArrayList<>(candidates.keySet());
    for (int from = 0; from < order.size() && chosen.size() < wanted; from += CATALOG_CHUNK) {
      List<ItemId> chunk = order.subList(from, Math.min(from + CATALOG_CHUNK, order.size()));
      Map<ItemId, Item> items = catalog.find(new LinkedHashSet<>(chunk));
      if (!familiesKnown && items.values().stream().anyMatch(item -> item.family() != null)) {
        Set<ItemId> toLookUp = new LinkedHashSet<>(familiesOf);
        toLookUp.addAll(owned);
        catalog.find(toLookUp).values().forEach(item -> take(item, new HashSet<>(), families));
        familiesKnown = true;
      }
      for (ItemId id : chunk) {
        Item item = items.get(id);
        if (chosen.size() < wanted
            && item != null
            && item.available()
            && !taken.contains(id)
            && !families.contains(item.family())) {
          take(item, taken, families);
          Recommendation.Reason reason = candidates.get(id);
          chosen.add(
              new Recommendation(
                  item, reason == null ? new Recommendation.Reason.Popular() : reason));
        }
      }
    }
    return chosen;
  }

  private static void take(Item item, Set<ItemId> taken, Set<String> families) {
    taken.add(item.id());
    String family = item.family();
    if (family != null) {
      families.add(family);
    }
  }

  /** What goes with the seeds, best first, then what is popular; nothing the customer has. */
  private Map<ItemId, Recommendation.Reason> candidates(
      Map<ItemId, Seed> seeds, Set<ItemId> owned) {
    Map<ItemId, Double> scores = new TreeMap<>();
    Map<ItemId, Double> strongest = new HashMap<>();
    Map<ItemId, Recommendation.Reason> reasons = new HashMap<>();
    Map<ItemId, List<Neighbour>> neighbours = lists.boughtTogether(seeds.keySet());
    seeds.forEach((seedItem, seed) -> {
      for (Neighbour neighbour : neighbours.getOrDefault(seedItem, List.of())) {
        if (owned.contains(neighbour.item())) {
          continue;
        }
        double score = seed.weight() * neighbour.score();
        scores.merge(neighbour.item(), score, Double::sum);
        if (seed.title() != null && score > strongest.getOrDefault(neighbour.item(), 0.0)) {
          strongest.put(neighbour.item(), score);
          reasons.put(neighbour.item(), new Recommendation.Reason.BoughtWith(seed.title()));
        }
      }
    });
    Map<ItemId, Recommendation.Reason> candidates = new LinkedHashMap<>();
    scores.entrySet().stream()
        .sorted(Map.Entry.<ItemId, Double>comparingByValue().reversed())
        .limit(MAX_CANDIDATES)
        .forEach(entry ->
            candidates.put(
                entry.getKey(),
                reasons.getOrDefault(entry.getKey(), new Recommendation.Reason.Popular())));
    for (ItemId item : lists.popular()) {
      if (!owned.contains(item)) {
        candidates.putIfAbsent(item, new Recommendation.Reason.Popular());
      }
    }
    return candidates;
  }

  /**
   * What the customer bought in the orders that stand, the latest items: weighted by how often and
   * how lately.
   */
  private static Map<ItemId, Seed> seeds(CustomerHistory history, Instant now) {
    Map<ItemId, Seed> seeds = new LinkedHashMap<>();
    List<Purchased> orders = history.standing(now).reversed();
    for (Purchased order : orders) {
      double days = Duration.between(order.occurredAt(), now).toHours() / 24.0;
      double weight = Math.pow(0.5, days / HALF_LIFE_DAYS);
      for (OrderLine line : order.lines()) {
        Seed known = seeds.get(line.item());
        if (known != null) {
          seeds.put(line.item(), new Seed(known.title(), known.weight() + weight));
        } else if (seeds.size() < MAX_SEEDS) {
          seeds.put(line.item(), new Seed(line.title(), weight));
        }
      }
    }
    return seeds;
  }
}
