package kikkake.local.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import kikkake.event.ItemId;
import kikkake.recommend.ItemLists;
import kikkake.recommend.Neighbour;
import kikkake.recommend.Parameters;
import kikkake.recommend.Shopper;
import kikkake.spark.LocalLists;

/**
 * Makes the lists of a made-up shop by Spark in this process, beside those of {@link RebuildBench}.
 */
final class SparkBench {
  private static final ItemLists.Row NONE = new ItemLists.Row(List.of(), List.of());

  private SparkBench() {}

  /**
   * What Spark took.
   *
   * @param starting seconds until Spark ran, {@code listing} to put the orders of each person
   *     together and make the lists
   * @param lists two of each item
   * @param differing lists that are not those of the rebuild
   */
  record Result(int cores, double starting, double listing, int lists, int differing) {}

  /**
   * Makes the lists of the same shop.
   *
   * @param parameters that the rebuild chose: Spark chooses none
   * @param expected the rebuild's rows
   */
  static Result run(
      long seed,
      long interactions,
      Parameters parameters,
      Map<ItemId, ItemLists.Row> expected,
      LongSupplier nanos) {
    List<Shopper> shoppers = new ArrayList<>();
    new MadeUpHistory(seed, interactions).forEach(shoppers::add);
    int cores = Runtime.getRuntime().availableProcessors();
    long begin = nanos.getAsLong();
    try (LocalLists spark = new LocalLists(cores)) {
      long started = nanos.getAsLong();
      Map<ItemId, ItemLists.Row> rows = spark.rows(shoppers, parameters, MadeUpHistory.DAYS);
      long listed = nanos.getAsLong();
      return new Result(
          cores,
          (started - begin) / 1e9,
          (listed - started) / 1e9,
          2 * expected.size(),
          differing(expected, rows));
    }
  }

  /** How many lists differ, by an item, its place or its score; two of each item. */
  static int differing(Map<ItemId, ItemLists.Row> expected, Map<ItemId, ItemLists.Row> rows) {
    Set<ItemId> items = new HashSet<>(expected.keySet());
    items.addAll(rows.keySet());
    int differing = 0;
    for (ItemId item : items) {
      ItemLists.Row one = expected.getOrDefault(item, NONE);
      ItemLists.Row other = rows.getOrDefault(item, NONE);
      differing += differs(one.together(), other.together()) + differs(one.fresh(), other.fresh());
    }
    return differing;
  }

  private static int differs(List<Neighbour> one, List<Neighbour> other) {
    return one.equals(other) ? 0 : 1;
  }
}
