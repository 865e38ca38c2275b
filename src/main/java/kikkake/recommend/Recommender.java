package kikkake.recommend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * popularity; never one the customer has (but where asked for what is bought again), nor the same
 * in another colour, nor one that is sold out or unpublished. Besides the customer's past it reads
 * the lists in one request and the candidates from the catalog in another; where those have
 * families, what the customer has in a third. After looks it reads what was looked at, and the
 * visits, each in one request more.
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

  /**
   * What is asked for.
   *
   * @param tired what was shown often enough lately: it comes last
   * @param wanted how many items
   */
  public record Ask(Instant now, Set<ItemId> tired, int wanted) {
    public Ask {
      tired = Set.copyOf(tired);
    }
  }

  /** What the lists of a seed say, and under which name the customer knows it. */
  private record Seed(ItemId item, @Nullable String title, double weight, List<Neighbour> list) {}

  /** New items for somebody who bought; fewer than wanted where there are no more. */
  public List<Recommendation> newForYou(CustomerHistory history, Ask ask) {
    Set<ItemId> owned = history.everBought();
    Map<ItemId, String> titles = titles(history, ask.now());
    Ranking current = ranking();
    List<Counters.Counter> strongest =
        current.seeds(shopper(history, ask.now()), Today.of(Basket.dayOf(ask.now())));
    Map<ItemId, List<Neighbour>> fresh =
        lists.fresh(strongest.stream().map(Counters.Counter::item).collect(Collectors.toSet()));
    Mix mix = current.fresh(strongest, item -> fresh.getOrDefault(item, List.of()));
    List<Seed> seeds =
        strongest.stream()
            .map(seed ->
                new Seed(
                    seed.item(),
                    titles.get(seed.item()),
                    seed.weight(),
                    fresh.getOrDefault(seed.item(), List.of())))
            .toList();
    Shelf shelf = new Shelf(ask.wanted(), item -> reason(item, seeds));
    List<ItemId> best = mix.best(MAX_CANDIDATES, item -> !owned.contains(item));
    fill(shelf, candidates(best, owned, ask.tired()), owned);
    return shelf.shown();
  }

  private static Shopper shopper(CustomerHistory history, Instant now) {
    return new Shopper(
        history.standing(now).stream()
            .map(order ->
                new Basket(
                    Basket.dayOf(order.occurredAt()),
                    order.lines().stream().map(OrderLine::item).toList()))
            .toList());
  }

  private static Map<ItemId, String> titles(CustomerHistory history, Instant now) {
    Map<ItemId, String> titles = new HashMap<>();
    for (Purchased order : history.standing(now)) {
      for (OrderLine line : order.lines()) {
        if (line.title() != null) {
          titles.put(line.item(), line.title());
        }
      }
    }
    return titles;
  }

  /**
   * What somebody buys again and again, the likeliest first: only what was bought on two days at
   * least, so it may be less than wanted, or nothing.
   */
  public List<Recommendation> buyAgain(CustomerHistory history, Ask ask) {
    Shopper shopper = shopper(history, ask.now());
    Map<ItemId, Integer> intervals = Intervals.of(shopper);
    Shelf shelf =
        new Shelf(
            ask.wanted(),
            item -> new Recommendation.Reason.BoughtEvery(intervals.getOrDefault(item, 1)));
    Mix mix = ranking().again(shopper, Today.of(Basket.dayOf(ask.now())));
    fill(shelf, mix.best(MAX_CANDIDATES, intervals::containsKey).iterator(), Set.of());
    return shelf.shown();
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
   * What somebody looked at and did not buy, the cart first, then what similar visits looked at,
   * and where they name too little, what is bought together with it.
   *
   * @param since earlier looks do not count
   * @return empty where nothing of what was looked at can be bought
   */
  public List<Recommendation> afterBrowsing(
      Views views, CustomerHistory history, Instant since, Ask ask) {
    Set<ItemId> owned = history.everBought();
    List<Views.View> looks =
        views.recent().stream()
            .filter(view -> !view.at().isBefore(since) && !view.at().isAfter(ask.now()))
            .toList();
    List<Views.View> open =
        looks.stream()
            .filter(view -> !owned.contains(view.item()))
            .sorted(Comparator.comparing(view -> !view.inCart()))
            .toList();
    Set<ItemId> lookedAt = open.stream().map(Views.View::item).collect(Collectors.toSet());
    Map<ItemId, Item> known = catalog.find(lookedAt);
    Map<ItemId, Recommendation.Reason> reasons = new HashMap<>();
    List<Seed> seeds = new ArrayList<>();
    Shelf shelf =
        new Shelf(
            ask.wanted(),
            item -> {
              Recommendation.Reason reason = reasons.get(item);
              return reason == null ? reason(item, seeds) : reason;
            });
    boolean families = barOwned(shelf, known.values(), owned);
    for (Views.View view : open) {
      Item item = known.get(view.item());
      if (item != null) {
        shelf.place(item, new Recommendation.Reason.LookedAt(view.at(), view.inCart()));
      }
    }
    if (shelf.isEmpty() || shelf.isFull()) {
      return shelf.shown();
    }
    known.values().forEach(shelf::bar);
    LastLooks last = LastLooks.of(looks, lists);
    List<ItemId> best =
        new ArrayList<>(
            last.next(MAX_CANDIDATES, item -> !owned.contains(item) && !lookedAt.contains(item)));
    best.forEach(item -> last.because(item, known).ifPresent(why -> reasons.put(item, why)));
    if (best.size() < CATALOG_CHUNK) {
      seeds.addAll(seeds(open, known));
      Mix mix = new Mix();
      seeds.forEach(seed -> Ranking.speak(seed.list(), seed.weight(), mix));
      best.addAll(mix.best(MAX_CANDIDATES, item -> !owned.contains(item)));
    }
    fill(shelf, candidates(best, owned, ask.tired()), families ? Set.of() : owned);
    return shelf.shown();
  }

  /** What is bought together with what was looked at. */
  private List<Seed> seeds(List<Views.View> looked, Map<ItemId, Item> known) {
    Map<ItemId, List<Neighbour>> together =
        lists.together(looked.stream().map(Views.View::item).collect(Collectors.toSet()));
    List<Seed> seeds = new ArrayList<>();
    for (Views.View view : looked) {
      Item item = known.get(view.item());
      seeds.add(
          new Seed(
              view.item(),
              item == null ? null : item.title(),
              view.inCart() ? IN_CART : 1,
              together.getOrDefault(view.item(), List.of())));
    }
    return seeds;
  }

  /** The best, then what is popular; what is tired of each last. */
  private Iterator<ItemId> candidates(List<ItemId> best, Set<ItemId> owned, Set<ItemId> tired) {
    List<ItemId> popular = ranking().facts().popular();
    Supplier<Stream<ItemId>> all = () -> Stream.concat(best.stream(), popular.stream());
    return Stream.concat(
            all.get().filter(item -> !tired.contains(item)), all.get().filter(tired::contains))
        .filter(item -> !owned.contains(item))
        .distinct()
        .iterator();
  }

  /** Looks the candidates up, a few at a time, until the shelf is full. */
  private void fill(Shelf shelf, Iterator<ItemId> candidates, Set<ItemId> owned) {
    boolean barred = false;
    while (candidates.hasNext() && !shelf.isFull()) {
      Set<ItemId> chunk = new LinkedHashSet<>();
      while (candidates.hasNext() && chunk.size() < CATALOG_CHUNK) {
        chunk.add(candidates.next());
      }
      Map<ItemId, Item> items = catalog.find(chunk);
      barred = barred || barOwned(shelf, items.values(), owned);
      for (ItemId id : chunk) {
        Item item = items.get(id);
        if (item != null) {
          shelf.offer(item);
        }
      }
      shelf.takeWaiting(!candidates.hasNext());
    }
  }

  /** Bars the families of what somebody has; looked up only where one of the items has a family. */
  private boolean barOwned(Shelf shelf, Collection<Item> items, Set<ItemId> owned) {
    boolean families = items.stream().anyMatch(item -> item.family() != null);
    if (families && !owned.isEmpty()) {
      catalog.find(owned).values().forEach(shelf::bar);
    }
    return families;
  }

  /** The seed that speaks most for an item and has a name; else that many buy it. */
  private static Recommendation.Reason reason(ItemId item, List<Seed> seeds) {
    Recommendation.Reason reason = new Recommendation.Reason.Popular();
    double most = 0;
    for (Seed seed : seeds) {
      for (Neighbour neighbour : seed.list()) {
        double says = seed.weight() * neighbour.score();
        String title = seed.title();
        if (neighbour.item().equals(item) && says > most && title != null) {
          most = says;
          reason = new Recommendation.Reason.BoughtWith(seed.item(), title);
        }
      }
    }
    return reason;
  }
}
