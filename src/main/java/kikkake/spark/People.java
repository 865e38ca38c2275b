package kikkake.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

/**
 * What everybody bought, spread over the machines.
 *
 * @param names of all items, sorted; an item's number is its place in them
 */
record People(JavaRDD<Person> all, Broadcast<String[]> names) {
  /** Puts the orders of each person together. */
  static People of(JavaSparkContext spark, JavaRDD<Order> orders) {
    Broadcast<String[]> names = spark.broadcast(names(orders));
    return new People(
        orders
            .groupBy(Order::person)
            .map(each -> Person.of(each._1(), each._2(), names.value()))
            .persist(StorageLevel.MEMORY_AND_DISK()),
        names);
  }

  private static String[] names(JavaRDD<Order> orders) {
    List<String> names =
        new ArrayList<>(
            orders.flatMap(order -> List.of(order.items()).iterator()).distinct().collect());
    names.sort(Comparator.naturalOrder());
    return names.toArray(String[]::new);
  }
}
