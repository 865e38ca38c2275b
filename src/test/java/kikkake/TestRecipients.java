package kikkake;

import java.time.InstantSource;
import kikkake.customer.DynamoCustomers;
import kikkake.customer.DynamoTombstones;
import kikkake.mail.DynamoRecipients;
import kikkake.mail.DynamoSuppressions;
import kikkake.table.DynamoTable;

/** What the last look before a mail finds in a table. */
public final class TestRecipients {
  private TestRecipients() {}

  public static boolean isSuppressed(DynamoTable table, String address) {
    return new DynamoRecipients(
            table,
            new DynamoCustomers(table),
            new DynamoSuppressions(table, TestData.HASH),
            new DynamoTombstones(table, TestData.HASH),
            InstantSource.fixed(TestData.NOON))
        .lookAgain(TestData.ANNA, address)
        .suppressed();
  }
}
