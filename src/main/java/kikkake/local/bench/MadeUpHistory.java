package kikkake.local.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kikkake.event.ItemId;
import kikkake.recommend.Basket;
import kikkake.recommend.Shopper;

/**
 * The purchases of a shop that never was, as uneven as those of real ones: few items sell much and
 * most sell little (Zipf, exponent 0.9), few customers come often (Pareto, exponent 1.3), baskets
 * are mostly small (geometric, 5 items), a third of what is bought was bought before, and most of
 * the rest is of the few themes that a customer likes. The same seed makes the same shop.
 */
final class MadeUpHistory {
  static final int DAYS = 730;

  private static final double ITEMS_PER_ROOT_OF_INTERACTIONS = 30;
  private static final int MOST_ITEMS = 300_000;
  private static final int ITEMS_OF_A_THEME = 40;
  private static final int THEMES_LIKED = 3;
  private static final double AGAIN = 0.33;
  private static final double OF_A_THEME = 0.7;
  private static final double ZIPF = 0.9;
  private static final double PARETO = 1.3;
  private static final int MOST_BASKETS = 150;
  private static final double BASKET_SIZE = 5;
  private static final int LARGEST_BASKET = 60;
  private static final double DAYS_BETWEEN = 35;

  private final long seed;
  private final long interactions;
  private final List<ItemId> items;
  private final double[] popularity;
  private final double[] withinTheme;

  /**
   * A shop.
   *
   * @param interactions how many lines of orders it has at least
   */
  MadeUpHistory(long seed, long interactions) {
    this.seed = seed;
    this.interactions = interactions;
    int count =
        (int)
            Math.min(MOST_ITEMS, ITEMS_PER_ROOT_OF_INTERACTIONS * Math.sqrt((double) interactions));
    this.items =
        IntStream.range(0, count).mapToObj(i -> new ItemId("SKU-%06d".formatted(i))).toList();
    this.popularity = zipf(count);
    this.withinTheme = zipf(ITEMS_OF_A_THEME);
  }

  /** Sums of 1 / rank^s, so that a uniform number finds a rank by bisection. */
  private static double[] zipf(int count) {
    double[] sums = new double[count];
    double sum = 0;
    for (int rank = 0; rank < count; rank++) {
      sum += Math.pow(rank + 1, -ZIPF);
      sums[rank] = sum;
    }
    return sums;
  }

  private static int rank(double[] sums, SplittableRandom chance) {
    double wanted = chance.nextDouble() * sums[sums.length - 1];
    int low = 0;
    int high = sums.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle] < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  int itemCount() {
    return items.size();
  }

  /**
   * Makes one customer after the other.
   *
   * @return how many lines they bought
   */
  long forEach(Consumer<Shopper> consumer) {
    SplittableRandom chance = new SplittableRandom(seed);
    long lines = 0;
    while (lines < interactions) {
      Shopper shopper = shopper(chance.split());
      for (Basket basket : shopper.baskets()) {
        lines += basket.items().size();
      }
      consumer.accept(shopper);
    }
    return lines;
  }

  private Shopper shopper(SplittableRandom chance) {
    int visits = (int) Math.min(MOST_BASKETS, Math.pow(1 - chance.nextDouble(), -1 / PARETO));
    int[] themes =
        IntStream.range(0, THEMES_LIKED)
            .map(i -> rank(popularity, chance) / ITEMS_OF_A_THEME)
            .toArray();
    List<ItemId> bought = new ArrayList<>();
    List<Basket> baskets = new ArrayList<>();
    double day = chance.nextInt(DAYS);
    for (int visit = 0; visit < visits && day < DAYS; visit++) {
      int size =
          1 + (int) Math.min(LARGEST_BASKET, -Math.log(1 - chance.nextDouble()) * BASKET_SIZE);
      Set<ItemId> basket = new LinkedHashSet<>();
      for (int line = 0; line < size; line++) {
        basket.add(item(bought, themes, chance));
      }
      bought.addAll(basket);
      baskets.add(new Basket((int) day, List.copyOf(basket)));
      day += 1 - Math.log(1 - chance.nextDouble()) * DAYS_BETWEEN;
    }
    return new Shopper(baskets);
  }

  private ItemId item(List<ItemId> bought, int[] themes, SplittableRandom chance) {
    if (!bought.isEmpty() && chance.nextDouble() < AGAIN) {
      return bought.get(chance.nextInt(bought.size()));
    }
    if (chance.nextDouble() < OF_A_THEME) {
      int first = themes[chance.nextInt(themes.length)] * ITEMS_OF_A_THEME;
      return items.get(Math.min(items.size() - 1, first + rank(withinTheme, chance)));
    }
    return items.get(rank(popularity, chance));
  }
}
