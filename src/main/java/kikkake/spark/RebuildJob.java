package kikkake.spark;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kikkake.event.ItemId;
import kikkake.recommend.ItemList;
import kikkake.recommend.ItemLists;
import kikkake.recommend.Neighbour;
import kikkake.recommend.Parameters;
import kikkake.recommend.Rates;
import kikkake.recommend.Rebuild;
import kikkake.recommend.Sales;
import kikkake.recommend.ShopFacts;
import kikkake.recommend.Shopper;
import kikkake.recommend.Today;
import kikkake.recommend.Validation;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import scala.Tuple3;

/**
 * Makes the item lists anew from an export of the table, on Spark. It finds what {@link Rebuild}
 * finds; only where the orders have more lines than a driver holds are the parameters chosen by a
 * share of the people.
 */
public final class RebuildJob {
  private static final int UNITS_OF_A_WRITER = 50;

  private final JavaSparkContext spark;
  private final Arguments arguments;

  RebuildJob(JavaSparkContext spark, Arguments arguments) {
    this.spark = spark;
    this.arguments = arguments;
  }

  /** Runs the job with what it is told; {@code spark-submit} says where. */
  public static void main(String[] args) {
    Arguments arguments = Arguments.parse(args);
    SparkConf settings = new SparkConf().setAppName("kikkake rebuild");
    try (JavaSparkContext spark = new JavaSparkContext(settings)) {
      System.out.println(new RebuildJob(spark, arguments).run());
    }
  }

  /** What there is to count. */
  private record Extent(int purchases, long lines, int lastDay) implements Serializable {
    static Extent of(Order order) {
      return new Extent(1, order.items().length, order.day());
    }

    Extent plus(Extent other) {
      return new Extent(
          purchases + other.purchases, lines + other.lines, Math.max(lastDay, other.lastDay));
    }
  }

  Rebuild.Report run() {
    Instant until = arguments.until();
    JavaRDD<Order> orders =
        spark
            .textFile(arguments.export() + "/data")
            .flatMap(line -> Order.read(line, until))
            .persist(StorageLevel.MEMORY_AND_DISK());
    Extent none = new Extent(0, 0, 0);
    Extent extent = orders.map(Extent::of).fold(none, Extent::plus);
    if (extent.purchases() == 0) {
      throw new IllegalArgumentException(
          "--export has no purchases until " + until + ": " + arguments.export() + "/data");
    }
    People grouped = People.of(spark, orders);
    JavaRDD<Person> people = grouped.all();
    Broadcast<String[]> names = grouped.names();
    Today today = Today.of(extent.lastDay() + 1);
    double share = Math.min(1, (double) arguments.sampleLines() / extent.lines());
    Validation.Choice choice = Validation.choose(sample(people, names.value(), share), today);
    String chosen =
        share == 1 ? choice.text() : choice.text() + "; by a share of " + share + " of the people";
    ShopFacts facts = facts(people, names.value(), extent.lastDay() + 1, choice.parameters());
    int written = write(people, names, extent.lastDay() + 1, choice.parameters());
    written += new ListWriter(arguments.table(), 1).write(facts.chosenBy(chosen));
    return new Rebuild.Report(extent.purchases(), names.value().length, written, chosen);
  }

  /** The people by whom the parameters are chosen, in the order in which a rebuild takes them. */
  private static List<Shopper> sample(JavaRDD<Person> people, String[] names, double share) {
    return people.filter(person -> person.isAmong(share)).collect().stream()
        .sorted(Comparator.comparing(Person::key))
        .map(person -> person.shopper(names))
        .toList();
  }

  private static ShopFacts facts(
      JavaRDD<Person> people, String[] names, int today, Parameters parameters) {
    int items = names.length;
    Sales sales =
        people
            .mapPartitions(part -> {
              Sales counted = new Sales(items);
              part.forEachRemaining(person -> {
                for (int i = 0; i < person.days().length; i++) {
                  for (int item : person.baskets()[i]) {
                    counted.add(item, today - person.days()[i]);
                  }
                }
                counted.nextShopper();
              });
              return List.of(counted).iterator();
            })
            .treeReduce(Sales::plus);
    return Rates.of(sales, Today.of(today))
        .facts(item -> new ItemId(names[item]), parameters.mixing());
  }

  private int write(
      JavaRDD<Person> people, Broadcast<String[]> names, int today, Parameters parameters) {
    int items = names.value().length;
    SparkLists lists = new SparkLists(spark, people, items, today);
    JavaPairRDD<Integer, ItemList> together = lists.cook(parameters.together());
    JavaPairRDD<Integer, ItemList> fresh =
        parameters.fresh().equals(parameters.together())
            ? together
            : lists.cook(parameters.fresh());
    // Also what was only ever bought alone has a row.
    JavaPairRDD<Integer, Boolean> all =
        spark
            .parallelize(IntStream.range(0, items).boxed().toList())
            .mapToPair(item -> new Tuple2<>(item, true));
    int writers =
        Math.max(
            1, Math.min(spark.defaultParallelism(), arguments.writeUnits() / UNITS_OF_A_WRITER));
    double units = (double) arguments.writeUnits() / writers;
    String table = arguments.table();
    return all.cogroup(together, fresh)
        .repartition(writers)
        .mapPartitions(part ->
            List.of(new ListWriter(table, units).write(rows(part, names.value()))).iterator())
        .reduce(Integer::sum);
  }

  private static Iterator<Map.Entry<ItemId, ItemLists.Row>> rows(
      Iterator<Tuple2<Integer, Tuple3<Iterable<Boolean>, Iterable<ItemList>, Iterable<ItemList>>>>
          part,
      String[] names) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return part.hasNext();
      }

      @Override
      public Map.Entry<ItemId, ItemLists.Row> next() {
        var item = part.next();
        ItemLists.Row row =
            new ItemLists.Row(named(item._2()._2(), names), named(item._2()._3(), names));
        return Map.entry(new ItemId(names[item._1()]), row);
      }
    };
  }

  private static List<Neighbour> named(Iterable<ItemList> lists, String[] names) {
    Iterator<ItemList> list = lists.iterator();
    return list.hasNext() ? list.next().named(item -> new ItemId(names[item])) : List.of();
  }
}
