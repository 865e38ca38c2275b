package kikkake.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import scala.Tuple2;

/** The pairs of items of a basket, one after the other, each once: two numbers in one. */
final class Pairs implements Iterator<Tuple2<Long, Long>> {
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

  @Override
  public boolean hasNext() {
    return other < items.length;
  }

  @Override
  public Tuple2<Long, Long> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Tuple2<Long, Long> pair = new Tuple2<>((long) items[one] << 32 | items[other], weight);
    other++;
    if (other == items.length) {
      one++;
      other = one + 1;
    }
    return pair;
  }
}
