package kikkake.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kikkake.event.ItemId;

/** How items sell, by their numbers. */
final class Rates {
  private static final int LATELY_DAYS = 14;
  private static final int LONG_DAYS = 150;
  private static final int POPULAR_DAYS = 90;

  /** So many buyers, of the shop's mean, are added to those of each item. */
  private static final double PRIOR_BUYERS = 5;

  private final double[] rebuy;
  private final double[] lately;
  private final double[] availability;
  private final int[] popular;

  private Rates(double[] rebuy, double[] lately, double[] availability, int[] popular) {
    this.rebuy = rebuy;
    this.lately = lately;
    this.availability = availability;
    this.popular = popular;
  }

  /**
   * The rates on a day.
   *
   * @param today the day after the last one that counts; where nobody knows the days, everything
   *     counts as lately, and all items as available
   */
  static Rates of(Purchases purchases, Today today) {
    int items = purchases.itemCount();
    double[] lately = new double[items];
    double[] popular = new double[items];
    double[] longer = new double[items];
    double[] ever = new double[items];
    for (int basket = 0; basket < purchases.basketCount(); basket++) {
      int age = today.age(purchases.day(basket));
      for (int place = purchases.firstLine(basket);
          place < purchases.firstLine(basket + 1);
          place++) {
        int item = purchases.line(place);
        lately[item] += age <= LATELY_DAYS ? 1 : 0;
        popular[item] += age <= POPULAR_DAYS ? 1 : 0;
        longer[item] += age <= LONG_DAYS ? 1 : 0;
        ever[item]++;
      }
    }
    double[] availability = new double[items];
    for (int item = 0; item < items; item++) {
      availability[item] = today.isKnown() ? availability(lately[item], longer[item]) : 1;
    }
    double most = Math.max(1, Arrays.stream(lately).max().orElse(1));
    return new Rates(
        rebuy(purchases),
        Arrays.stream(lately).map(count -> count / most).toArray(),
        availability,
        best(purchases, popular, ever));
  }

  private static double availability(double lately, double longer) {
    double usual = (double) LATELY_DAYS / LONG_DAYS;
    return longer == 0
        ? ItemRate.UNKNOWN.availability()
        : (lately + usual) / (usual * (longer + 1));
  }

  /** What a ranking needs of these. */
  ShopFacts facts(Purchases purchases, Mixing mixing) {
    Map<ItemId, ItemRate> rates = new HashMap<>();
    List<ItemId> best = new ArrayList<>();
    for (int item : popular) {
      if (best.size() < ShopFacts.MOST) {
        best.add(purchases.item(item));
        ItemRate rate =
            new ItemRate(
                Places.kept(rebuy[item]),
                Places.kept(lately[item]),
                Places.kept(availability[item]));
        rates.put(purchases.item(item), rate);
      }
    }
    return new ShopFacts(mixing, best, rates, "");
  }

  private static double[] rebuy(Purchases purchases) {
    int items = purchases.itemCount();
    int[] buyers = new int[items];
    int[] again = new int[items];
    int[] times = new int[items];
    for (int shopper = 0; shopper < purchases.shopperCount(); shopper++) {
      int begin = purchases.firstLine(purchases.firstBasket(shopper));
      int end = purchases.firstLine(purchases.firstBasket(shopper + 1));
      for (int place = begin; place < end; place++) {
        int item = purchases.line(place);
        int time = ++times[item];
        buyers[item] += time == 1 ? 1 : 0;
        again[item] += time == 2 ? 1 : 0;
      }
      for (int place = begin; place < end; place++) {
        times[purchases.line(place)] = 0;
      }
    }
    double mean =
        (IntStream.of(again).sum() + 1.0) / (IntStream.of(buyers).asLongStream().sum() + 2);
    return IntStream.range(0, items)
        .mapToDouble(item -> (again[item] + PRIOR_BUYERS * mean) / (buyers[item] + PRIOR_BUYERS))
        .toArray();
  }

  /** By the first counts, then by the second, then by id. */
  private static int[] best(Purchases purchases, double[] counts, double[] then) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, counts.length).boxed().toList());
    order.sort(
        Comparator.comparingDouble((Integer item) -> -counts[item])
            .thenComparingDouble(item -> -then[item])
            .thenComparing(purchases::item));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }
}
