package kikkake.mail;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import kikkake.customer.Customers;
import kikkake.event.CustomerId;

/** Tells the story of a customer's mails: which were planned, and what became of each, and why. */
public final class Why {
  private static final Comparator<PlannedMail> BY_TIME =
      Comparator.comparing(PlannedMail::plannedAt)
          .thenComparing(mail -> mail.key().kind())
          .thenComparing(mail -> mail.key().businessKey());

  private final Ledger ledger;
  private final Customers customers;
  private final SettingsStore settings;

  public Why(Ledger ledger, Customers customers, SettingsStore settings) {
    this.ledger = ledger;
    this.customers = customers;
    this.settings = settings;
  }

  /**
   * The stories of a customer, in the order in which the mails were planned; times are the
   * customer's.
   *
   * @param key only the mails of this business key, or of this {@code kind/business key}; empty for
   *     all
   */
  public List<MailStory> tell(CustomerId customer, String key) {
    ZoneId shops = settings.read().zone();
    ZoneId zone = customers.find(customer).map(profile -> profile.zoneOr(shops)).orElse(shops);
    return ledger.of(customer).stream()
        .filter(mail -> key.isEmpty() || matches(mail.key(), key))
        .sorted(BY_TIME)
        .map(mail -> new MailStory(mail, zone))
        .toList();
  }

  private static boolean matches(MailKey mail, String key) {
    return mail.businessKey().equals(key)
        || (mail.kind().label() + "/" + mail.businessKey()).equals(key);
  }
}
