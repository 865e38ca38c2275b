package kikkake.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;

/**
 * Keeps the suppressed addresses in the table, as hashes.
 *
 * <pre>
 *  pk                                  sk   what
 *  X#{SHA-256 of the lower-case address}   A    why the address must not be mailed, and since when
 * </pre>
 */
public final class DynamoSuppressions implements Suppressions {
  private final DynamoTable table;

  public DynamoSuppressions(DynamoTable table) {
    this.table = table;
  }

  @Override
  public boolean contains(String address) {
    return table.get(key(address)).isPresent();
  }

  @Override
  public void add(String address, String reason, Instant at) {
    table.putIfAbsent(DynamoRow.of(key(address)).text("reason", reason).time("at", at));
  }

  DynamoKey key(String address) {
    byte[] text = address.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return new DynamoKey("X#" + HexFormat.of().formatHex(hash), "A");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
