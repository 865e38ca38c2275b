package kikkake.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kikkake.event.CustomerId;
import kikkake.table.DynamoChange;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;

/**
 * Keeps the tombstones in the table.
 *
 * <pre>
 *  pk                        sk   what
 *  T#{HMAC of the customer}  A    since when; until the second sweep also whom it is about,
 *                                and at which visitors the customer signed in
 *  T#                        K    HMAC of a constant, by which another key is noticed
 *
 *  index due: dueShard, dueAt   the tombstones whose second sweep is still to come
 * </pre>
 */
public final class DynamoTombstones implements Tombstones {
  private static final String SHARD = "ERASED";
  private static final String VISITORS = "visitors";
  private static final DynamoKey CHECK = new DynamoKey("T#", "K");

  private final DynamoTable table;
  private final SecretHash hash;

  public DynamoTombstones(DynamoTable table, SecretHash hash) {
    this.table = table;
    this.hash = hash;
  }

  /** A tombstone that still knows whom it is about. */
  record Open(CustomerId customer, String dueAt) {}

  @Override
  public boolean contains(CustomerId customer) {
    return table.get(key(customer)).isPresent();
  }

  /**
   * Sees that the key is the one by which this table recognises whom it erased; the first to ask
   * settles which that is.
   *
   * @throws IllegalArgumentException where it is another
   */
  void checkKey() {
    String ours = hash.of("check", "tombstone key");
    Optional<DynamoRow> row = table.get(CHECK);
    if (row.isEmpty()) {
      // Refused where somebody else was faster, or where a repeated request was applied before.
      table.putIfAbsent(DynamoRow.of(CHECK).text("check", ours));
      row = table.get(CHECK);
    }
    if (!row.map(known -> known.requiredText("check")).equals(Optional.of(ours))) {
      throw new IllegalArgumentException(
          "the tombstone key is not the one of this table, the stack's secret TombstoneKey: erased"
              + " with it, nobody would be recognised later, so nothing was erased");
    }
  }

  /** Sets a tombstone, anew where there is one; it knows the customer until {@link #close}. */
  void put(CustomerId customer, Instant at, Instant sweepAt) {
    table.apply(
        key(customer),
        new DynamoChange()
            .set("at", at)
            .set("customer", customer.value())
            .set(DynamoTable.DUE_SHARD, SHARD)
            .set(DynamoTable.DUE_AT, sortable(sweepAt)));
  }

  /**
   * Keeps where the customer signed in until {@link #close}: a sign-in that is in flight may write
   * the visitor anew after the customer's own row of it is gone, and nobody would find it.
   *
   * @return these visitors, and those kept before
   */
  Set<String> remember(CustomerId customer, Set<String> visitors) {
    List<String> before =
        table.get(key(customer)).map(row -> row.texts(VISITORS)).orElse(List.of());
    Set<String> all = new LinkedHashSet<>(before);
    if (all.addAll(visitors)) {
      table.apply(
          key(customer),
          new DynamoChange()
              .set(VISITORS, List.copyOf(all))
              .onlyIf("attribute_exists(#customer)", "customer"));
    }
    return all;
  }

  /** Those whose second sweep is due, earliest first. */
  List<Open> due(Instant now, int max) {
    return table.due(SHARD, sortable(now), max).stream()
        .map(table::get)
        .flatMap(Optional::stream)
        .filter(row -> row.text("customer") != null) // Closed; the index learns it late.
        .map(row ->
            new Open(
                new CustomerId(row.requiredText("customer")), row.requiredText(DynamoTable.DUE_AT)))
        .toList();
  }

  /** Forgets whom a tombstone is about, unless it was set anew meanwhile. */
  void close(Open open) {
    table.apply(
        key(open.customer()),
        new DynamoChange()
            .remove("customer", VISITORS, DynamoTable.DUE_SHARD, DynamoTable.DUE_AT)
            .onlyIf("#dueAt = :swept", DynamoTable.DUE_AT)
            .with("swept", open.dueAt()));
  }

  /** Where a customer's tombstone stands, for those who read it together with other rows. */
  public DynamoKey key(CustomerId customer) {
    return new DynamoKey("T#" + hash.of("customer", customer.value()), "A");
  }

  /** A time that sorts as text: always whole seconds, always the same length. */
  private static String sortable(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
