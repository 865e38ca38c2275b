package kikkake.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import kikkake.recommend.CoOccurrence;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * With which items one stands together in baskets: a row of the counts that {@link CoOccurrence}
 * has in one place.
 *
 * @param others in ascending order
 * @param counts in how many baskets each stands together with the item
 */
@SuppressWarnings("ArrayRecordComponent") // Packed, and never compared.
record Together(int[] others, float[] counts) implements Serializable {
  /**
   * A basket, and what it counts.
   *
   * @param items in ascending order
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Weighed(int[] items, long weight) implements Serializable {}

  /** The row of each item that stands together with any. */
  static JavaPairRDD<Integer, Together> rows(JavaRDD<Weighed> baskets) {
    return baskets
        .flatMapToPair(basket -> new Pairs(basket.items(), basket.weight()))
        .reduceByKey(Long::sum)
        .flatMapToPair(pair -> {
          float count = CoOccurrence.count(pair._2());
          int one = Pairs.one(pair._1());
          int other = Pairs.other(pair._1());
          return List.of(
                  new Tuple2<>(one, Packed.of(other, count)),
                  new Tuple2<>(other, Packed.of(one, count)))
              .iterator();
        })
        .groupByKey()
        .mapValues(Together::of);
  }

  private static Together of(Iterable<Long> packed) {
    long[] sorted = Packed.sorted(packed);
    float[] counts = new float[sorted.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = Packed.value(sorted[i]);
    }
    return new Together(Arrays.stream(sorted).mapToInt(Packed::item).toArray(), counts);
  }

  /** In how many baskets the item stands together with another. */
  float count(int other) {
    int place = Arrays.binarySearch(others, other);
    return place < 0 ? 0 : counts[place];
  }
}
