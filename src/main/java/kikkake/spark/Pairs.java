package kikkake.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import scala.Tuple2;

/** The pairs of items of a basket, one after the other, each once: two numbers in one. */
final class Pairs implements Iterator<Tuple2<Long, Long>> {
  /** The golden ratio of 2<sup>64</sup>, and its inverse: a product that can be taken back. */
  private static final long SCATTER = 0x9E3779B97F4A7C15L;

  private static final long GATHER = 0xF1DE83E19937733DL;

  private final int[] items;
  private final Long weight;
  private int one;
  private int other = 1;

  /**
   * The pairs of a basket.
   *
   * @param items in ascending order; the smaller number of a pair comes first
   * @param weight what each pair counts
   */
  Pairs(int[] items, long weight) {
    this.items = items;
    this.weight = weight;
  }

  /**
   * Two items in one number. As they are, a {@link Long} would hash them to one ^ other: thousands
   * of pairs to the same place of Spark's tables, which then take minutes.
   */
  static long key(int one, int other) {
    return (((long) one << 32) | other) * SCATTER;
  }

  /** The item with the smaller number of a pair. */
  static int one(long key) {
    return (int) ((key * GATHER) >>> 32);
  }

  /** The item with the greater number of a pair. */
  static int other(long key) {
    return (int) (key * GATHER);
  }

  @Override
  public boolean hasNext() {
    return other < items.length;
  }

  @Override
  public Tuple2<Long, Long> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Tuple2<Long, Long> pair = new Tuple2<>(key(items[one], items[other]), weight);
    other++;
    if (other == items.length) {
      one++;
      other = one + 1;
    }
    return pair;
  }
}
