package kikkake.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
 * Reads what forbids a mail: the first look is one read, the last look is one request for the
 * customer's profile and tombstone, the address's suppression and the shop's switch, strongly
 * consistent.
 */
public final class DynamoRecipients implements Recipients {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private record Known(SendingSwitch sending, Instant at) {}

  private final DynamoTable table;
  private final DynamoCustomers customers;
  private final DynamoSuppressions suppressions;
  private final DynamoTombstones tombstones;
  private final DynamoSwitchboard switchboard;
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
      DynamoSwitchboard switchboard,
      InstantSource clock) {
    this.table = table;
    this.customers = customers;
    this.suppressions = suppressions;
    this.tombstones = tombstones;
    this.switchboard = switchboard;
    this.clock = clock;
  }

  @Override
  public Recipient look(CustomerId customer) {
    Profile profile = customers.find(customer).orElseGet(() -> Profile.unknown(customer));
    return new Recipient(profile, false, false, sending());
  }

  @Override
  public Recipient lookAgain(CustomerId customer, String address) {
    DynamoKey profileKey = DynamoCustomers.key(customer);
    DynamoKey suppressionKey = suppressions.key(address);
    DynamoKey tombstoneKey = tombstones.key(customer);
    Map<DynamoKey, DynamoRow> rows =
        table
            .getConsistent(Set.of(profileKey, suppressionKey, tombstoneKey, DynamoSwitchboard.KEY))
            .stream()
            .collect(Collectors.toMap(DynamoRow::key, Function.identity()));
    DynamoRow profile = rows.get(profileKey);
    SendingSwitch sending = DynamoSwitchboard.of(rows.get(DynamoSwitchboard.KEY));
    known = new Known(sending, clock.instant());
    return new Recipient(
        profile == null ? Profile.unknown(customer) : DynamoCustomers.profile(customer, profile),
        rows.containsKey(tombstoneKey),
        rows.containsKey(suppressionKey),
        sending);
  }

  private SendingSwitch sending() {
    Instant now = clock.instant();
    Known last = known;
    if (last == null || now.isAfter(last.at().plus(FRESH)) || now.isBefore(last.at())) {
      last = new Known(switchboard.read(), now);
      known = last;
    }
    return last.sending();
  }
}
