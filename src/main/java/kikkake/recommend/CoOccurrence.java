package kikkake.recommend;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * In how many baskets two items stand together: a sparse symmetric matrix of counts, a row for each
 * item. Baskets with more than {@value #MOST_ITEMS} items are left out, since their pairs are many
 * and say little. Weights are whole numbers of 2<sup>-32</sup> while they are added up, so that a
 * sum is the same in whatever order, on one machine or on many.
 */
public final class CoOccurrence {
  public static final int MOST_ITEMS = 300;

  private static final double ONE = 1L << 32;

  private final float[] baskets;
  private final int[][] others;
  private final float[][] counts;

  private CoOccurrence(float[] baskets, int[][] others, float[][] counts) {
    this.baskets = baskets;
    this.others = others;
    this.counts = counts;
  }

  /**
   * Counts the pairs.
   *
   * @param halfLife after which a basket counts half, in days; all count 1 where nobody knows them
   */
  static CoOccurrence count(Purchases purchases, Today today, double halfLife) {
    long[] weightOf = new long[purchases.basketCount()];
    for (int basket = 0; basket < weightOf.length; basket++) {
      weightOf[basket] = weight(today.age(purchases.day(basket)), halfLife);
    }
    int items = purchases.itemCount();
    int[][] basketsOf = basketsOf(purchases);
    int[][] others = new int[items][];
    float[][] counts = new float[items][];
    ThreadLocal<long[]> scratch = ThreadLocal.withInitial(() -> new long[items]);
    IntStream.range(0, items)
        .parallel()
        .forEach(item -> {
          long[] together = scratch.get();
          int[] touched = new int[16];
          int size = 0;
          for (int basket : basketsOf[item]) {
            int end = purchases.firstLine(basket + 1);
            long weight = weightOf[basket];
            for (int place = purchases.firstLine(basket); place < end; place++) {
              int other = purchases.line(place);
              // A very old basket weighs 0, and would leave the same pair behind again and again.
              if (other == item || weight == 0) {
                continue;
              }
              if (together[other] == 0) {
                if (size == touched.length) {
                  touched = Arrays.copyOf(touched, 2 * size);
                }
                touched[size++] = other;
              }
              together[other] += weight;
            }
          }
          others[item] = Arrays.copyOf(touched, size);
          Arrays.sort(others[item]);
          counts[item] = new float[size];
          for (int i = 0; i < size; i++) {
            counts[item][i] = count(together[others[item][i]]);
            together[others[item][i]] = 0;
          }
        });
    float[] baskets = new float[items];
    for (int item = 0; item < items; item++) {
      baskets[item] = count(Arrays.stream(basketsOf[item]).mapToLong(b -> weightOf[b]).sum());
    }
    return new CoOccurrence(baskets, others, counts);
  }

  /**
   * What a basket counts, to be added up.
   *
   * @param age in days
   * @param halfLife in days; infinite where all count 1
   */
  public static long weight(int age, double halfLife) {
    return (long) Math.rint(ONE * Math.pow(0.5, age / halfLife));
  }

  /** A sum of weights, in baskets. */
  public static float count(long weights) {
    return (float) (weights / ONE);
  }

  /** For each item the baskets it is in. */
  private static int[][] basketsOf(Purchases purchases) {
    int[] sizes = new int[purchases.itemCount()];
    eachLine(purchases, (basket, item) -> sizes[item]++);
    int[][] basketsOf = new int[sizes.length][];
    for (int item = 0; item < sizes.length; item++) {
      basketsOf[item] = new int[sizes[item]];
    }
    int[] filled = new int[sizes.length];
    eachLine(purchases, (basket, item) -> basketsOf[item][filled[item]++] = basket);
    return basketsOf;
  }

  private interface Line {
    void is(int basket, int item);
  }

  private static void eachLine(Purchases purchases, Line line) {
    for (int basket = 0; basket < purchases.basketCount(); basket++) {
      int begin = purchases.firstLine(basket);
      int end = purchases.firstLine(basket + 1);
      if (end - begin <= MOST_ITEMS) {
        for (int place = begin; place < end; place++) {
          line.is(basket, purchases.line(place));
        }
      }
    }
  }

  int itemCount() {
    return baskets.length;
  }

  /** In how many baskets an item is. */
  float baskets(int item) {
    return baskets[item];
  }

  /** The items that stand together with one at all, in ascending order. */
  int[] others(int item) {
    return others[item];
  }

  /** In how many baskets each of the {@link #others} stands together with the item. */
  float[] counts(int item) {
    return counts[item];
  }
}
