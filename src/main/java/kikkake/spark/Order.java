package kikkake.spark;

import java.io.Serializable;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.Stream;
import kikkake.event.ItemId;
import kikkake.history.DynamoHistory;
import kikkake.recommend.Bought;
import kikkake.table.DynamoExport;

/**
 * An order of the export, as far as item lists need it.
 *
 * @param day counted from 1970-01-01
 */
@SuppressWarnings("ArrayRecordComponent") // Packed, and never compared.
record Order(String person, int day, String[] items) implements Serializable {
  /** The order that a line of the export tells of, where it tells of one that counts. */
  static Iterator<Order> read(String line, Instant until) {
    // Most rows are no purchases, and a search is quicker than taking the line apart.
    if (!line.contains("\"E#P#")) {
      return Stream.<Order>empty().iterator();
    }
    return DynamoHistory.purchase(DynamoExport.read(line)).stream()
        .filter(purchase -> !purchase.occurredAt().isAfter(until))
        .map(Bought::of)
        .map(Order::of)
        .iterator();
  }

  private static Order of(Bought bought) {
    return new Order(
        bought.person(),
        bought.basket().day(),
        bought.basket().items().stream().map(ItemId::value).toArray(String[]::new));
  }
}
