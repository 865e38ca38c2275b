package kikkake.recommend;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import kikkake.event.ItemId;

/**
 * What a shop's purchases say about the next ones: item lists and the shop's facts, as a rebuild
 * writes them into the table, and the rankings that are made of them.
 */
public final class PurchaseModel {
  private final Map<ItemId, List<Neighbour>> together;
  private final Map<ItemId, List<Neighbour>> fresh;
  private final ShopFacts facts;
  private final Ranking ranking;

  private PurchaseModel(
      Map<ItemId, List<Neighbour>> together, Map<ItemId, List<Neighbour>> fresh, ShopFacts facts) {
    this.together = together;
    this.fresh = fresh;
    this.facts = facts;
    this.ranking = new Ranking(facts);
  }

  /** What a ranking is asked for. */
  public enum Task {
    /** All that the next basket may hold. */
    NEXT_BASKET,
    /** Only what the customer never bought. */
    NEW_ITEMS
  }

  /** Learns from everybody's purchases, with parameters chosen on the latest of them. */
  public static PurchaseModel learn(Collection<Shopper> shoppers, Today today) {
    return learn(Purchases.of(shoppers), today);
  }

  /** Learns from purchases that came in any order. */
  public static PurchaseModel learn(PurchaseLog log, Today today) {
    return learn(log.pack(), today);
  }

  private static PurchaseModel learn(Purchases purchases, Today today) {
    return learn(purchases, Validation.choose(purchases, today), today);
  }

  /** Learns from purchases with what was chosen. */
  public static PurchaseModel learn(Purchases purchases, Validation.Choice choice, Today today) {
    PurchaseModel model = with(choice.parameters(), purchases, today);
    return new PurchaseModel(model.together, model.fresh, model.facts.chosenBy(choice.text()));
  }

  /** With lists by cosine and nothing that was chosen; to compare with. */
  public static PurchaseModel byCosine(Collection<Shopper> shoppers, Today today) {
    return with(plain(new Cosine(5)), Purchases.of(shoppers), today);
  }

  /** With lists by ridge and nothing that was chosen; to compare with. */
  public static PurchaseModel byRidge(Collection<Shopper> shoppers, Today today) {
    return with(plain(new Ridge(100, 100)), Purchases.of(shoppers), today);
  }

  private static Parameters plain(ListBuilder builder) {
    return Parameters.of(builder, Mixing.DEFAULT.withAvailability(0));
  }

  static PurchaseModel with(Parameters parameters, Purchases purchases, Today today) {
    Map<ItemId, List<Neighbour>> together =
        lists(purchases, parameters.together().cook(purchases, today));
    Map<ItemId, List<Neighbour>> fresh =
        parameters.fresh().equals(parameters.together())
            ? together
            : lists(purchases, parameters.fresh().cook(purchases, today));
    ShopFacts facts = Rates.of(purchases, today).facts(purchases, parameters.mixing());
    return new PurchaseModel(together, fresh, facts);
  }

  /** With the same lists for both. */
  static PurchaseModel of(Map<ItemId, List<Neighbour>> lists, ShopFacts facts) {
    return new PurchaseModel(lists, lists, facts);
  }

  static Map<ItemId, List<Neighbour>> lists(Purchases purchases, ItemWeights weights) {
    Map<ItemId, List<Neighbour>> lists = new HashMap<>();
    for (int item = 0; item < purchases.itemCount(); item++) {
      lists.put(purchases.item(item), weights.list(item).named(purchases::item));
    }
    return lists;
  }

  /** The row of each item. */
  public Map<ItemId, ItemLists.Row> rows() {
    Map<ItemId, ItemLists.Row> rows = new HashMap<>();
    together.forEach((item, list) ->
        rows.put(item, new ItemLists.Row(list, fresh.getOrDefault(item, List.of()))));
    return rows;
  }

  /** What a ranking needs to know of the shop as a whole. */
  public ShopFacts facts() {
    return facts;
  }

  /** The same lists and rates, mixed in another way. */
  PurchaseModel mixed(Mixing mixing) {
    return new PurchaseModel(together, fresh, facts.with(mixing));
  }

  /** The best items for somebody, best first; fewer only where the shop has no more. */
  public List<ItemId> rank(Shopper shopper, Today today, Task task, int most) {
    return switch (task) {
      case NEXT_BASKET -> ranking.best(score(shopper, today), most, item -> true);
      case NEW_ITEMS -> newItems(shopper.items(), candidates(shopper, today), most);
    };
  }

  /** What goes best with the items of a basket that is being filled. */
  public List<ItemId> complete(List<ItemId> basket, int most) {
    Set<ItemId> seeds = new LinkedHashSet<>(basket);
    Mix mix = Ranking.together(seeds, item -> together.getOrDefault(item, List.of()));
    return ranking.best(mix, most, item -> !seeds.contains(item));
  }

  List<ItemId> newItems(Set<ItemId> owned, Mix candidates, int most) {
    return ranking.best(candidates, most, item -> !owned.contains(item));
  }

  /** What speaks for each item that is new to somebody. */
  private Mix candidates(Shopper shopper, Today today) {
    return ranking.fresh(ranking.seeds(shopper, today), this::fresh);
  }

  /**
   * What speaks for each item that is new to somebody.
   *
   * @param counters with the half-life of the seeds
   */
  Mix candidates(Counters counters) {
    return ranking.fresh(counters.strongest(Ranking.MOST_SEEDS), this::fresh);
  }

  private List<Neighbour> fresh(ItemId item) {
    return fresh.getOrDefault(item, List.of());
  }

  /** What speaks for each item in somebody's next basket. */
  Mix score(Shopper shopper, Today today) {
    Counters counters = Counters.of(shopper, today, facts.mixing().halfLife());
    return score(counters, candidates(shopper, today));
  }

  Mix score(Counters counters, Mix candidates) {
    return ranking.nextBasket(counters, candidates);
  }

  /** The best of a mix, then what is popular. */
  List<ItemId> best(Mix mix, int most, Predicate<ItemId> allowed) {
    return ranking.best(mix, most, allowed);
  }
}
