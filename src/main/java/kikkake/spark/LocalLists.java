package kikkake.spark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kikkake.event.ItemId;
import kikkake.recommend.Basket;
import kikkake.recommend.ItemList;
import kikkake.recommend.ItemLists;
import kikkake.recommend.Neighbour;
import kikkake.recommend.Parameters;
import kikkake.recommend.Shopper;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/** Item lists by Spark inside this process, without a table: to compare a rebuild with. */
public final class LocalLists implements AutoCloseable {
  /** Spark's guide names two or three; more bounds what a part holds in memory at once. */
  private static final int PARTS_OF_A_CORE = 8;

  private final JavaSparkContext spark;

  /** Starts Spark on so many threads. */
  public LocalLists(int cores) {
    this.spark =
        new JavaSparkContext(
            new SparkConf()
                .setAppName("kikkake lists")
                .setMaster("local[" + cores + "]")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.maxResultSize", "0")
                .set("spark.default.parallelism", String.valueOf(PARTS_OF_A_CORE * cores)));
  }

  /**
   * The row of each item, by what {@link RebuildJob} does between reading and writing.
   *
   * @param parameters which were chosen before
   * @param today the day after the last one that counts, from 1970-01-01
   */
  public Map<ItemId, ItemLists.Row> rows(
      Collection<Shopper> shoppers, Parameters parameters, int today) {
    People people = People.of(spark, spark.parallelize(orders(shoppers)));
    String[] names = people.names().value();
    SparkLists lists = new SparkLists(spark, people.all(), names.length, today);
    Map<Integer, ItemList> together = lists.cook(parameters.together()).collectAsMap();
    Map<Integer, ItemList> fresh =
        parameters.fresh().equals(parameters.together())
            ? together
            : lists.cook(parameters.fresh()).collectAsMap();
    Map<ItemId, ItemLists.Row> rows = new HashMap<>();
    for (int item = 0; item < names.length; item++) {
      rows.put(
          new ItemId(names[item]),
          new ItemLists.Row(named(together.get(item), names), named(fresh.get(item), names)));
    }
    return rows;
  }

  private static List<Order> orders(Collection<Shopper> shoppers) {
    List<Order> orders = new ArrayList<>();
    int person = 0;
    for (Shopper shopper : shoppers) {
      String key = "C#" + person++;
      for (Basket basket : shopper.baskets()) {
        String[] items = basket.items().stream().map(ItemId::value).toArray(String[]::new);
        orders.add(new Order(key, basket.day(), items));
      }
    }
    return orders;
  }

  private static List<Neighbour> named(@Nullable ItemList list, String[] names) {
    return list == null ? List.of() : list.named(item -> new ItemId(names[item]));
  }

  @Override
  public void close() {
    spark.close();
  }
}
