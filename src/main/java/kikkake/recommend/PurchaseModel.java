package kikkake.recommend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import kikkake.event.ItemId;

/**
 * What a shop's purchases say about the next ones: item lists, rates, and how to mix them. Rankings
 * use only what a customer's row, at most {@value #MOST_SEEDS} item rows and the shop's own row
 * hold.
 */
public final class PurchaseModel {
  /** The most items whose lists one ranking reads. */
  static final int MOST_SEEDS = 25;

  /** So many of the items that sell best lately take part in every ranking. */
  private static final int MOST_LATELY = 200;

  private final Parameters parameters;
  private final Map<ItemId, List<Neighbour>> lists;
  private final Map<ItemId, ItemRate> rates;
  private final List<ItemId> popular;
  private final Map<ItemId, ItemRate> powers = new HashMap<>();

  private PurchaseModel(
      Parameters parameters,
      Map<ItemId, List<Neighbour>> lists,
      Map<ItemId, ItemRate> rates,
      List<ItemId> popular) {
    this.parameters = parameters;
    this.lists = lists;
    this.rates = rates;
    this.popular = popular;
    rates.forEach((item, rate) ->
        powers.put(item, rate.power(parameters.rebuy(), parameters.availability())));
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
    return with(Validation.choose(shoppers, today).parameters(), shoppers, today);
  }

  static PurchaseModel with(Parameters parameters, Collection<Shopper> shoppers, Today today) {
    Purchases purchases = pack(shoppers);
    CoOccurrence together = CoOccurrence.count(purchases, today, parameters.basketHalfLife());
    return of(
        parameters,
        purchases,
        Rates.of(purchases, today),
        parameters.builder().build(together));
  }

  static Purchases pack(Collection<Shopper> shoppers) {
    Purchases.Builder builder = new Purchases.Builder();
    shoppers.forEach(builder::add);
    return builder.build();
  }

  static PurchaseModel of(
      Parameters parameters, Purchases purchases, Rates rates, ItemWeights weights) {
    Map<ItemId, List<Neighbour>> lists = new HashMap<>();
    Map<ItemId, ItemRate> itemRates = new HashMap<>();
    for (int item = 0; item < purchases.itemCount(); item++) {
      itemRates.put(purchases.item(item), rates.of(item));
      int[] targets = weights.targets()[item];
      List<Neighbour> list = new ArrayList<>(targets.length);
      for (int i = 0; i < targets.length; i++) {
        list.add(new Neighbour(purchases.item(targets[i]), weights.weights()[item][i]));
      }
      lists.put(purchases.item(item), list);
    }
    List<ItemId> popular = new ArrayList<>(rates.popular().length);
    for (int item : rates.popular()) {
      popular.add(purchases.item(item));
    }
    return new PurchaseModel(parameters, lists, itemRates, popular);
  }

  Parameters parameters() {
    return parameters;
  }

  /** The same lists and rates, mixed in another way. */
  PurchaseModel mixed(Parameters other) {
    return new PurchaseModel(other, lists, rates, popular);
  }

  /** The best items for somebody, best first; fewer only where the shop has no more. */
  public List<ItemId> rank(Shopper shopper, Today today, Task task, int most) {
    Mix fresh = fresh(shopper, today);
    return switch (task) {
      case NEXT_BASKET -> nextBasket(shopper, today, fresh, most);
      case NEW_ITEMS -> newItems(shopper, fresh, most);
    };
  }

  List<ItemId> nextBasket(Shopper shopper, Today today, Mix fresh, int most) {
    Counters counters = Counters.of(shopper.baskets(), today.of(shopper), parameters.halfLife());
    Mix mix = new Mix();
    for (Counters.Counter counter : counters.items()) {
      ItemRate power = power(counter.item());
      double score = counter.weight() * power.rebuy() + parameters.lately() * power.lately();
      mix.add(counter.item(), score);
    }
    mix.add(fresh, parameters.together());
    return filled(mix, most, item -> true);
  }

  List<ItemId> newItems(Shopper shopper, Mix fresh, int most) {
    Set<ItemId> owned = new HashSet<>();
    shopper.baskets().forEach(basket -> owned.addAll(basket.items()));
    return filled(fresh, most, item -> !owned.contains(item));
  }

  /** What goes best with the items of a basket that is being filled. */
  public List<ItemId> complete(List<ItemId> basket, int most) {
    Set<ItemId> seeds = new LinkedHashSet<>(basket);
    Mix mix = new Mix();
    seeds.forEach(seed -> speak(seed, 1, mix));
    return filled(mix, most, item -> !seeds.contains(item));
  }

  /** What goes with what somebody bought, where it still sells, and what sells best lately. */
  Mix fresh(Shopper shopper, Today today) {
    Counters seeds = Counters.of(shopper.baskets(), today.of(shopper), parameters.seedHalfLife());
    Mix neighbours = new Mix();
    seeds.items().stream()
        .limit(MOST_SEEDS)
        .forEach(seed -> speak(seed.item(), seed.weight(), neighbours));
    neighbours.scale(item -> power(item).availability());
    Mix lately = new Mix();
    popular.stream().limit(MOST_LATELY).forEach(item -> lately.add(item, power(item).lately()));
    Mix mix = new Mix();
    mix.add(neighbours, 1);
    mix.add(lately, parameters.newLately());
    return mix;
  }

  private ItemRate power(ItemId item) {
    return powers.getOrDefault(item, ItemRate.UNKNOWN);
  }

  private void speak(ItemId seed, double weight, Mix mix) {
    for (Neighbour neighbour : lists.getOrDefault(seed, List.of())) {
      mix.add(neighbour.item(), weight * neighbour.score());
    }
  }

  /** The best of a mix, then what is popular. */
  private List<ItemId> filled(Mix mix, int most, Predicate<ItemId> allowed) {
    Set<ItemId> chosen = new LinkedHashSet<>(mix.best(most, allowed));
    for (int i = 0; chosen.size() < most && i < popular.size(); i++) {
      if (allowed.test(popular.get(i))) {
        chosen.add(popular.get(i));
      }
    }
    return List.copyOf(chosen);
  }
}
