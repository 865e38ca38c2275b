package kikkake.local.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.management.ListenerNotFoundException;
import kikkake.event.ItemId;
import kikkake.recommend.ItemLists;
import kikkake.recommend.Neighbour;
import kikkake.recommend.PurchaseLog;
import kikkake.recommend.PurchaseModel;
import kikkake.recommend.Purchases;
import kikkake.recommend.Today;
import kikkake.recommend.Validation;

/**
 * Rebuilds the lists of a made-up shop as RebuildFunction does, without the table: what is computed
 * from the purchases until the rows are there.
 */
final class RebuildBench {
  /** An order of five lines with titles, as it is stored. */
  private static final double ORDER_BYTES = 400;

  private static final double BYTES_OF_A_READ_UNIT = 8_192;
  private static final double BYTES_OF_A_WRITE_UNIT = 1_024;
  private static final int BYTES_OF_A_SCORE = 8;
  private static final double DOLLARS_A_READ_UNIT = 0.125e-6;
  private static final double DOLLARS_A_WRITE_UNIT = 0.625e-6;

  /** Of a function with 10,240 MB on arm64. */
  private static final double DOLLARS_A_SECOND = 10 * 0.0000133334;

  private RebuildBench() {}

  /**
   * What a rebuild took.
   *
   * @param interactions lines of orders, one for each item of a basket
   * @param collecting seconds to make up and pack the purchases, {@code choosing} the parameters,
   *     {@code listing} to make the lists by them
   * @param peakBytes of heap in use after a collection
   * @param writeUnits to write every row once
   * @param dollars at us-east-1's list prices: the function as fast as this machine, reading all
   *     orders, writing all rows
   */
  record Result(
      long interactions,
      int baskets,
      int items,
      double collecting,
      double choosing,
      double listing,
      long peakBytes,
      double writeUnits,
      double dollars,
      Validation.Choice choice,
      Map<ItemId, ItemLists.Row> rows) {}

  static Result run(long seed, long interactions, LongSupplier nanos)
      throws ListenerNotFoundException {
    MadeUpHistory shop = new MadeUpHistory(seed, interactions);
    try (PeakMemory memory = new PeakMemory()) {
      long begin = nanos.getAsLong();
      PurchaseLog log = new PurchaseLog();
      int[] baskets = {0};
      long lines =
          shop.forEach(shopper -> {
            log.add(shopper);
            baskets[0] += shopper.baskets().size();
          });
      Purchases purchases = log.pack();
      long collected = nanos.getAsLong();
      Today today = Today.of(MadeUpHistory.DAYS);
      Validation.Choice choice = Validation.choose(purchases, today);
      long chosen = nanos.getAsLong();
      Map<ItemId, ItemLists.Row> rows = PurchaseModel.learn(purchases, choice, today).rows();
      long listed = nanos.getAsLong();
      double writeUnits = rows.values().stream().mapToDouble(RebuildBench::writeUnits).sum();
      double dollars =
          (listed - collected) / 1e9 * DOLLARS_A_SECOND
              + baskets[0] * ORDER_BYTES / BYTES_OF_A_READ_UNIT * DOLLARS_A_READ_UNIT
              + writeUnits * DOLLARS_A_WRITE_UNIT;
      return new Result(
          lines,
          baskets[0],
          rows.size(),
          (collected - begin) / 1e9,
          (chosen - collected) / 1e9,
          (listed - chosen) / 1e9,
          memory.bytes(),
          writeUnits,
          dollars,
          choice,
          rows);
    }
  }

  private static double writeUnits(ItemLists.Row row) {
    double bytes = bytes(row.together()) + bytes(row.fresh());
    return Math.max(1, Math.ceil(bytes / BYTES_OF_A_WRITE_UNIT));
  }

  private static double bytes(Iterable<Neighbour> list) {
    double bytes = 0;
    for (Neighbour neighbour : list) {
      bytes += BYTES_OF_A_SCORE + neighbour.item().value().getBytes(StandardCharsets.UTF_8).length;
    }
    return bytes;
  }
}
