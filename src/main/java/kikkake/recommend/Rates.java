package kikkake.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import kikkake.event.ItemId;

/** How items sell, by their numbers. */
public final class Rates {
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
    return of(Sales.of(purchases, today), today);
  }

  /** The rates on the day by which the sales were counted. */
  public static Rates of(Sales sales, Today today) {
    int[] items = IntStream.range(0, sales.items()).toArray();
    double most = Math.max(1, IntStream.of(items).map(sales::lately).max().orElse(1));
    return new Rates(
        rebuy(sales),
        IntStream.of(items).mapToDouble(item -> sales.lately(item) / most).toArray(),
        IntStream.of(items)
            .mapToDouble(item -> today.isKnown() ? availability(sales, item) : 1)
            .toArray(),
        best(sales));
  }

  private static double availability(Sales sales, int item) {
    double usual = (double) Sales.LATELY_DAYS / Sales.LONG_DAYS;
    return sales.longer(item) == 0
        ? ItemRate.UNKNOWN.availability()
        : (sales.lately(item) + usual) / (usual * (sales.longer(item) + 1));
  }

  /** What a ranking needs of these. */
  ShopFacts facts(Purchases purchases, Mixing mixing) {
    return facts(purchases::item, mixing);
  }

  /** What a ranking needs of these; the names of the items are those of their numbers. */
  public ShopFacts facts(IntFunction<ItemId> names, Mixing mixing) {
    Map<ItemId, ItemRate> rates = new HashMap<>();
    List<ItemId> best = new ArrayList<>();
    for (int item : popular) {
      if (best.size() < ShopFacts.MOST) {
        best.add(names.apply(item));
        ItemRate rate =
            new ItemRate(
                Places.kept(rebuy[item]),
                Places.kept(lately[item]),
                Places.kept(availability[item]));
        rates.put(names.apply(item), rate);
      }
    }
    return new ShopFacts(mixing, best, rates, "");
  }

  private static double[] rebuy(Sales sales) {
    IntStream items = IntStream.range(0, sales.items());
    long again = IntStream.range(0, sales.items()).mapToLong(sales::again).sum();
    long buyers = IntStream.range(0, sales.items()).mapToLong(sales::buyers).sum();
    double mean = (again + 1.0) / (buyers + 2);
    return items
        .mapToDouble(
            item -> (sales.again(item) + PRIOR_BUYERS * mean) / (sales.buyers(item) + PRIOR_BUYERS))
        .toArray();
  }

  /** By the baskets of late, then by all, then by number, which is by id. */
  private static int[] best(Sales sales) {
    return IntStream.range(0, sales.items())
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer item) -> -sales.popular(item))
                .thenComparingInt(item -> -sales.ever(item))
                .thenComparingInt(item -> item))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
