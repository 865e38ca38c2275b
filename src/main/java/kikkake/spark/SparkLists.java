package kikkake.spark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import kikkake.recommend.CoOccurrence;
import kikkake.recommend.Cosine;
import kikkake.recommend.ItemList;
import kikkake.recommend.ListBuilder;
import kikkake.recommend.Recipe;
import kikkake.recommend.Ridge;
import kikkake.recommend.Strongest;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Item lists on many machines: the formulas of {@link Cosine} and {@link Ridge}, and counts that
 * are the same in whatever order, so that the lists are those of one machine.
 */
final class SparkLists {
  private final JavaSparkContext spark;
  private final JavaRDD<Person> people;
  private final int items;
  private final int today;

  /**
   * The lists of a shop.
   *
   * @param items how many there are
   * @param today the day after the last one that counts
   */
  SparkLists(JavaSparkContext spark, JavaRDD<Person> people, int items, int today) {
    this.spark = spark;
    this.people = people;
    this.items = items;
    this.today = today;
  }

  /** The lists of the items that have any. */
  JavaPairRDD<Integer, ItemList> cook(Recipe recipe) {
    JavaRDD<Together.Weighed> baskets = weighed(recipe.halfLife());
    Broadcast<float[]> counts = spark.broadcast(baskets(baskets));
    JavaPairRDD<Integer, Together> rows =
        Together.rows(baskets).persist(StorageLevel.MEMORY_AND_DISK());
    return recipe.builder() instanceof Ridge ridge
        ? ridge(ridge, rows, counts)
        : cosine((Cosine) recipe.builder(), rows, counts);
  }

  private JavaRDD<Together.Weighed> weighed(double halfLife) {
    int now = today;
    return people.flatMap(person ->
        IntStream.range(0, person.days().length)
            .filter(i -> person.baskets()[i].length <= CoOccurrence.MOST_ITEMS)
            .mapToObj(i ->
                new Together.Weighed(
                    person.baskets()[i], CoOccurrence.weight(now - person.days()[i], halfLife)))
            .filter(basket -> basket.weight() != 0)
            .iterator());
  }

  /** In how many baskets each item is. */
  private float[] baskets(JavaRDD<Together.Weighed> baskets) {
    int size = items;
    long[] sums =
        baskets
            .mapPartitions(part -> {
              long[] weights = new long[size];
              part.forEachRemaining(basket -> {
                for (int item : basket.items()) {
                  weights[item] += basket.weight();
                }
              });
              return List.of(weights).iterator();
            })
            .treeReduce(SparkLists::plus);
    float[] counts = new float[size];
    for (int item = 0; item < size; item++) {
      counts[item] = CoOccurrence.count(sums[item]);
    }
    return counts;
  }

  private static long[] plus(long[] sums, long[] others) {
    long[] both = sums.clone();
    Arrays.setAll(both, i -> sums[i] + others[i]);
    return both;
  }

  private static JavaPairRDD<Integer, ItemList> cosine(
      Cosine cosine, JavaPairRDD<Integer, Together> rows, Broadcast<float[]> baskets) {
    return rows.mapToPair(row -> {
      float[] counts = baskets.value();
      Together together = row._2();
      return new Tuple2<>(
          row._1(),
          cosine.list(row._1(), together.others(), together.counts(), item -> counts[item]));
    });
  }

  /** Asks the row of each predictor for its counts beside the others, and solves by item. */
  private static JavaPairRDD<Integer, ItemList> ridge(
      Ridge ridge, JavaPairRDD<Integer, Together> rows, Broadcast<float[]> baskets) {
    return rows.flatMapToPair(
            row -> {
              int[] predictors = ridge.strongest(row._2().others(), row._2().counts());
              Equation.Ask ask = new Equation.Ask(row._1(), predictors);
              return Arrays.stream(predictors)
                  .mapToObj(predictor -> new Tuple2<>(predictor, ask))
                  .iterator();
            })
        .join(rows)
        .mapToPair(asked -> {
          Equation.Ask ask = asked._2()._1();
          return new Tuple2<>(ask.item(), Equation.of(asked._1(), asked._2()._2(), ask));
        })
        .groupByKey()
        .flatMapToPair(
            system -> Equation.solve(ridge, system._1(), system._2(), baskets.value()).iterator())
        .groupByKey()
        .mapValues(SparkLists::strongest);
  }

  private static ItemList strongest(Iterable<Long> packed) {
    Strongest strongest = new Strongest(ListBuilder.MOST_NEIGHBOURS);
    packed.forEach(each -> strongest.offer(Packed.item(each), Packed.value(each)));
    return strongest.drain();
  }
}
