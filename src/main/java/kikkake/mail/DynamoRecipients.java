package kikkake.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kikkake.customer.DynamoCustomers;
import kikkake.customer.DynamoTombstones;
import kikkake.customer.Profile;
import kikkake.event.CustomerId;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;
import org.jspecify.annotations.Nullable;

/**
 * Reads what forbids a mail: the customer's profile and tombstone, the address's suppression and
 * the shop's switch. The first look reads the profile, and then the others eventually consistent;
 * the last look is one request for all, strongly consistent.
 */
public final class DynamoRecipients implements Recipients {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private record Known(SendingSwitch sending, Instant at) {}

  private final DynamoTable table;
  private final DynamoCustomers customers;
  private final DynamoSuppressions suppressions;
  private final DynamoTombstones tombstones;
  private final InstantSource clock;
  private volatile @Nullable Known known;

  /**
   * The recipients in a table.
   *
   * @param clock by which the switch that was read grows old, for the first look
   */
  public DynamoRecipients(
      DynamoTable table,
      DynamoCustomers customers,
      DynamoSuppressions suppressions,
      DynamoTombstones tombstones,
      InstantSource clock) {
    this.table = table;
    this.customers = customers;
    this.suppressions = suppressions;
    this.tombstones = tombstones;
    this.clock = clock;
  }

  @Override
  public Recipient look(CustomerId customer) {
    Profile profile = customers.find(customer).orElseGet(() -> Profile.unknown(customer));
    String address = profile.email();
    DynamoKey suppressionKey = address == null ? null : suppressions.key(address);
    DynamoKey tombstoneKey = tombstones.key(customer);
    SendingSwitch sending = known(clock.instant());
    Set<DynamoKey> wanted = new HashSet<>();
    wanted.add(tombstoneKey);
    if (suppressionKey != null) {
      wanted.add(suppressionKey);
    }
    if (sending == null) {
      wanted.add(DynamoSwitchboard.KEY);
    }
    Map<DynamoKey, DynamoRow> rows = byKey(table.get(wanted));
    if (sending == null) {
      sending = learn(rows);
    }
    return new Recipient(
        profile,
        rows.containsKey(tombstoneKey),
        suppressionKey != null && rows.containsKey(suppressionKey),
        sending);
  }

  @Override
  public Recipient lookAgain(CustomerId customer, String address) {
    DynamoKey profileKey = DynamoCustomers.key(customer);
    DynamoKey suppressionKey = suppressions.key(address);
    DynamoKey tombstoneKey = tombstones.key(customer);
    Map<DynamoKey, DynamoRow> rows =
        byKey(
            table.getConsistent(
                Set.of(profileKey, suppressionKey, tombstoneKey, DynamoSwitchboard.KEY)));
    DynamoRow profile = rows.get(profileKey);
    return new Recipient(
        profile == null ? Profile.unknown(customer) : DynamoCustomers.profile(customer, profile),
        rows.containsKey(tombstoneKey),
        rows.containsKey(suppressionKey),
        learn(rows));
  }

  private static Map<DynamoKey, DynamoRow> byKey(List<DynamoRow> rows) {
    return rows.stream().collect(Collectors.toMap(DynamoRow::key, Function.identity()));
  }

  private SendingSwitch learn(Map<DynamoKey, DynamoRow> rows) {
    SendingSwitch sending = DynamoSwitchboard.of(rows.get(DynamoSwitchboard.KEY));
    known = new Known(sending, clock.instant());
    return sending;
  }

  /** The switch as it was when last read; null where that is too long ago. */
  private @Nullable SendingSwitch known(Instant now) {
    Known last = known;
    return last == null || now.isAfter(last.at().plus(FRESH)) || now.isBefore(last.at())
        ? null
        : last.sending();
  }
}
