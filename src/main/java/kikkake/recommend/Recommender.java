package kikkake.recommend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final int MAX_CANDIDATES = 60;
  private static final int CATALOG_CHUNK = 8;
  private static final int IN_CART = 3;

  private final ItemLists lists;
  private final Catalog catalog;
  private volatile Ranking ranking = new Ranking(ShopFacts.NONE);

  public Recommender(ItemLists lists, Catalog catalog) {
    this.lists = lists;
    this.catalog = catalog;
  }

  /** What the lists of a seed say, and under which name the customer knows it. */
  private record Seed(@Nullable String title, double weight, List<Neighbour> list) {}

  /** Candidates in their order, with what speaks for each. */
  private record Candidates(List<ItemId> order, List<Seed> seeds) {}

  /** New items for somebody who bought; fewer than {@code wanted} where there are no more. */
  public List<Recommendation> newForYou(CustomerHistory history, Instant now, int wanted) {
    Set<ItemId> owned = history.everBought();
    Map<ItemId, String> titles = new HashMap<>();
    List<Basket> baskets = new ArrayList<>();
    for (Purchased order : history.standing(now)) {
      baskets.add(
          new Basket(
              Basket.dayOf(order.occurredAt()),
              order.lines().stream().map(OrderLine::item).toList()));
      for (OrderLine line : order.lines()) {
        if (line.title() != null) {
          titles.put(line.item(), line.title());
        }
      }
    }
    Ranking current = ranking();
    List<Counters.Counter> strongest = current.seeds(new Shopper(baskets), Basket.dayOf(now));
    Map<ItemId, ItemLists.Row> rows =
        lists.find(strongest.stream().map(Counters.Counter::item).collect(Collectors.toSet()));
    Mix mix = current.fresh(strongest, item -> rows.getOrDefault(item, ItemLists.Row.NONE).fresh());
    List<Seed> seeds =
        strongest.stream()
            .map(seed ->
                new Seed(
                    titles.get(seed.item()),
                    seed.weight(),
                    rows.getOrDefault(seed.item(), ItemLists.Row.NONE).fresh()))
            .toList();
    return fill(List.of(), candidates(current, mix, seeds, owned), owned, owned, wanted);
  }

  /** The ranking by the shop's facts as they are now. */
  private Ranking ranking() {
    ShopFacts facts = lists.facts();
    Ranking known = ranking;
    if (!known.facts().equals(facts)) {
      known = new Ranking(facts);
      ranking = known;
    }
    return known;
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
    Set<String> ownedFamilies = families(known.values(), owned);
    for (Views.View view : looked) {
      Item item = known.get(view.item());
      if (item != null
          && item.available()
          && !ownedFamilies.contains(item.family())
          && first.size() < wanted) {
        first.add(
            new Recommendation(item, new Recommendation.Reason.LookedAt(view.at(), view.inCart())));
      }
    }
    if (first.isEmpty() || first.size() >= wanted) {
      return first;
    }
    Set<ItemId> lookedAt = looked.stream().map(Views.View::item).collect(Collectors.toSet());
    Map<ItemId, ItemLists.Row> rows = lists.find(lookedAt);
    List<Seed> seeds = new ArrayList<>();
    Mix mix = new Mix();
    for (Views.View view : looked) {
      Item item = known.get(view.item());
      Seed seed =
          new Seed(
              item == null ? null : item.title(),
              view.inCart() ? IN_CART : 1,
              rows.getOrDefault(view.item(), ItemLists.Row.NONE).together());
      seeds.add(seed);
      Ranking.speak(seed.list(), seed.weight(), mix);
    }
    return fill(first, candidates(ranking(), mix, seeds, owned), owned, lookedAt, wanted);
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
      Candidates candidates,
      Set<ItemId> owned,
      Set<ItemId> familiesOf,
      int wanted) {
    List<Recommendation> chosen = new ArrayList<>(first);
    Set<ItemId> taken = new HashSet<>();
    Set<String> families = new HashSet<>();
    first.forEach(recommendation -> take(recommendation.item(), taken, families));
    boolean familiesKnown = false;
    List<ItemId> order = candidates.order();
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
          chosen.add(new Recommendation(item, reason(id, candidates.seeds())));
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
  private static Candidates candidates(
      Ranking ranking, Mix mix, List<Seed> seeds, Set<ItemId> owned) {
    Set<ItemId> order =
        new LinkedHashSet<>(mix.best(MAX_CANDIDATES, item -> !owned.contains(item)));
    ranking.facts().popular().stream().filter(item -> !owned.contains(item)).forEach(order::add);
    return new Candidates(List.copyOf(order), seeds);
  }

  /** The seed that speaks most for an item and has a name; else that many buy it. */
  private static Recommendation.Reason reason(ItemId item, List<Seed> seeds) {
    Recommendation.Reason reason = new Recommendation.Reason.Popular();
    double most = 0;
    for (Seed seed : seeds) {
      for (Neighbour neighbour : seed.list()) {
        double says = seed.weight() * neighbour.score();
        if (neighbour.item().equals(item) && says > most && seed.title() != null) {
          most = says;
          reason = new Recommendation.Reason.BoughtWith(seed.title());
        }
      }
    }
    return reason;
  }
}
