package kikkake.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kikkake.event.CustomerId;
import kikkake.event.VisitorId;
import kikkake.table.DynamoChange;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;

/**
 * Keeps sign-ins in the table.
 *
 * <pre>
 *  pk            sk   what
 *  V#{visitor}   A    the customer who signed in there last; forgotten after half a year
 *  C#{customer}  V#{visitor}   that the customer ever signed in there; forgotten likewise
 * </pre>
 */
public final class DynamoVisitors implements Visitors {
  static final String LINK = "V#";
  private static final Duration KEPT = Duration.ofDays(180);

  private final DynamoTable table;

  public DynamoVisitors(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<CustomerId> customerOf(VisitorId visitor) {
    return table.get(key(visitor)).map(row -> new CustomerId(row.requiredText("customer")));
  }

  @Override
  public void signedIn(VisitorId visitor, CustomerId customer, Instant at) {
    // First, so that erasing the customer finds every visitor.
    put(DynamoRow.of(new DynamoKey("C#" + customer, LINK + visitor)), at);
    put(DynamoRow.of(key(visitor)).text("customer", customer.value()), at);
  }

  private void put(DynamoRow row, Instant at) {
    row.time("at", at).expires(at.plus(KEPT));
    table.put(
        row,
        new DynamoChange()
            .onlyIf("attribute_not_exists(#at) OR #at <= :at", "at")
            .with("at", at.getEpochSecond()));
  }

  private static DynamoKey key(VisitorId visitor) {
    return new DynamoKey("V#" + visitor, "A");
  }
}
