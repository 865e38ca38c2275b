package kikkake.recommend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import kikkake.event.ItemId;

/**
 * Ranks items for somebody: a pure function over the customer's past, the rows of at most {@value
 * #MOST_SEEDS} items, and the shop's facts. The laptop measures with it, and the mails are made
 * with it.
 */
final class Ranking {
  /** The most items whose lists one ranking reads. */
  static final int MOST_SEEDS = 25;

  /** So many of the items that sell best lately take part in every ranking. */
  private static final int MOST_LATELY = 200;

  private final ShopFacts facts;
  private final Mixing mixing;

  /** The rates to the powers with which they multiply. */
  private final Map<ItemId, ItemRate> powers = new HashMap<>();

  private final ItemRate unknown;

  /** What sells best lately: the same for everybody. */
  private final Mix lately = new Mix();

  Ranking(ShopFacts facts) {
    this.facts = facts;
    this.mixing = facts.mixing();
    this.unknown = ItemRate.UNKNOWN.power(mixing.rebuy(), mixing.availability());
    facts
        .rates()
        .forEach(
            (item, rate) -> powers.put(item, rate.power(mixing.rebuy(), mixing.availability())));
    facts.popular().stream()
        .limit(MOST_LATELY)
        .forEach(item -> lately.add(item, power(item).lately()));
  }

  ShopFacts facts() {
    return facts;
  }

  /** What somebody bought and what speaks most about what is new, the strongest first. */
  List<Counters.Counter> seeds(Shopper shopper, Today today) {
    return Counters.of(shopper, today, mixing.seedHalfLife()).strongest(MOST_SEEDS);
  }

  /** What goes with the seeds, where it still sells, and what sells best lately. */
  Mix fresh(List<Counters.Counter> seeds, Function<ItemId, List<Neighbour>> lists) {
    Mix mix = new Mix();
    seeds.forEach(seed -> speak(lists.apply(seed.item()), seed.weight(), mix));
    mix.scale(item -> power(item).availability());
    mix.normalise();
    mix.add(lately, mixing.newLately());
    return mix;
  }

  /**
   * What speaks for each item in the next basket of somebody.
   *
   * @param counters with the half-life of the next basket
   * @param fresh what speaks for what is new
   */
  Mix nextBasket(Counters counters, Mix fresh) {
    Mix mix = new Mix();
    for (Counters.Counter counter : counters.items()) {
      ItemRate power = power(counter.item());
      mix.add(counter.item(), counter.weight() * power.rebuy() + mixing.lately() * power.lately());
    }
    mix.add(fresh, mixing.fresh());
    return mix;
  }

  /** What speaks for each item that somebody has: how often and lately, and its re-buy rate. */
  Mix again(Shopper shopper, Today today) {
    return nextBasket(Counters.of(shopper, today, mixing.halfLife()), new Mix());
  }

  /** What goes with items that are together in a basket. */
  static Mix together(Set<ItemId> basket, Function<ItemId, List<Neighbour>> lists) {
    Mix mix = new Mix();
    basket.forEach(item -> speak(lists.apply(item), 1, mix));
    return mix;
  }

  private ItemRate power(ItemId item) {
    return powers.getOrDefault(item, unknown);
  }

  static void speak(List<Neighbour> list, double weight, Mix mix) {
    for (Neighbour neighbour : list) {
      mix.add(neighbour.item(), weight * neighbour.score());
    }
  }

  /** The best of a mix, then what is popular. */
  List<ItemId> best(Mix mix, int most, Predicate<ItemId> allowed) {
    return mix.best(most, allowed, facts.popular());
  }
}
