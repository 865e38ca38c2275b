package kikkake.customer;

import java.time.Instant;
import java.util.Optional;
import kikkake.event.Consent;
import kikkake.event.CustomerId;
import kikkake.table.DynamoChange;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the customers in the table.
 *
 * <pre>
 *  pk             sk   what
 *  C#{customer}   A    profile: address, name, language, zone, answers with their evidence, preferences
 * </pre>
 */
public final class DynamoCustomers implements Customers {
  private final DynamoTable table;

  public DynamoCustomers(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Profile> find(CustomerId customer) {
    return table.get(key(customer)).map(row -> profile(customer, row));
  }

  @Override
  public boolean save(Profile profile) {
    Consent consent = profile.consent();
    DynamoRow row =
        DynamoRow.of(key(profile.id()))
            .text("email", profile.email())
            .text("name", profile.name())
            .text("language", profile.language())
            .text("zone", profile.zone())
            .time("pausedUntil", profile.pausedUntil())
            .number("mostPerWeek", profile.mostPerWeek())
            .time("updatedAt", profile.updatedAt())
            .number("version", profile.version());
    if (consent != null) {
      row.flag("ads", consent.advertising())
          .time("adsAt", consent.at())
          .text("adsSource", consent.source())
          .text("adsWording", consent.wording());
    }
    if (!profile.kinds().isEmpty()) {
      row.texts("kinds", profile.kinds().stream().map(DynamoCustomers::text).toList());
    }
    DynamoChange condition =
        profile.version() == 1
            ? new DynamoChange().onlyIf("attribute_not_exists(#pk)", "pk")
            : new DynamoChange()
                .onlyIf("#version = :before", "version")
                .with("before", profile.version() - 1);
    return table.put(row, condition);
  }

  /** The profile that stands in a row of {@link #key}. */
  public static Profile profile(CustomerId customer, DynamoRow row) {
    return new Profile(
        customer,
        row.text("email"),
        row.text("name"),
        row.text("language"),
        row.text("zone"),
        consent(row),
        row.texts("kinds").stream().map(DynamoCustomers::answer).toList(),
        row.time("pausedUntil"),
        row.number("mostPerWeek") == null ? null : row.whole("mostPerWeek", 0),
        row.requiredTime("updatedAt"),
        row.whole("version", 1));
  }

  private static @Nullable Consent consent(DynamoRow row) {
    return row.time("adsAt") == null
        ? null
        : new Consent(
            row.flag("ads"),
            row.requiredTime("adsAt"),
            row.text("adsSource"),
            row.text("adsWording"));
  }

  /** An answer about one kind as text: kind, yes or no, time, source, wording, tabs between. */
  private static String text(Consent answer) {
    return String.join(
        "\t",
        String.valueOf(answer.kind()),
        answer.advertising() ? "yes" : "no",
        Long.toString(answer.at().getEpochSecond()),
        answer.source() == null ? "" : answer.source(),
        answer.wording() == null ? "" : answer.wording());
  }

  private static Consent answer(String text) {
    String[] parts = text.split("\t", 5);
    return new Consent(
        parts[1].equals("yes"),
        Instant.ofEpochSecond(Long.parseLong(parts[2])),
        parts[3].isEmpty() ? null : parts[3],
        parts[4].isEmpty() ? null : parts[4],
        parts[0]);
  }

  /** Where a customer's profile stands, for those who read it together with other rows. */
  public static DynamoKey key(CustomerId customer) {
    return new DynamoKey("C#" + customer, "A");
  }
}
