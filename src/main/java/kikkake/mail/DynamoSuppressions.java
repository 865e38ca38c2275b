package kikkake.mail;

import java.time.Instant;
import java.util.Locale;
import kikkake.customer.SecretHash;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;

/**
 * Keeps the suppressed addresses in the table, as hashes from which nobody can guess them.
 *
 * <pre>
 *  pk                                   sk   what
 *  X#{HMAC of the lower-case address}   A    why the address must not be mailed, and since when
 * </pre>
 */
public final class DynamoSuppressions implements Suppressions {
  private final DynamoTable table;
  private final SecretHash hash;

  public DynamoSuppressions(DynamoTable table, SecretHash hash) {
    this.table = table;
    this.hash = hash;
  }

  @Override
  public void add(String address, String reason, Instant at) {
    table.putIfAbsent(DynamoRow.of(key(address)).text("reason", reason).time("at", at));
  }

  DynamoKey key(String address) {
    String same = address.strip().toLowerCase(Locale.ROOT);
    return new DynamoKey("X#" + hash.of("address", same), "A");
  }
}
