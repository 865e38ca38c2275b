package kikkake.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kikkake.customer.Profile;
import kikkake.event.CustomerId;
import kikkake.event.OrderId;
import kikkake.event.Who;
import kikkake.history.CustomerHistory;
import kikkake.history.History;

/**
 * Makes what a mail would show a customer if it went now. It reads, as the sender does, and writes
 * nothing, sends nothing, and asks no gate; its links to refuse lead to nobody's preferences.
 */
public final class Rehearsal {
  /** No customer's token, so that nobody refuses for somebody else from a preview or a test. */
  private static final String NOBODYS_TOKEN = "preview";

  private final Recipients recipients;
  private final History history;
  private final Ledger ledger;
  private final SettingsStore settings;
  private final Map<MailKind, Composer> composers = new EnumMap<>(MailKind.class);
  private final Shop shop;
  private final InstantSource clock;

  public Rehearsal(
      Recipients recipients,
      History history,
      Ledger ledger,
      SettingsStore settings,
      List<Composer> composers,
      Shop shop,
      InstantSource clock) {
    this.recipients = recipients;
    this.history = history;
    this.ledger = ledger;
    this.settings = settings;
    composers.forEach(composer -> this.composers.put(composer.kind(), composer));
    this.shop = shop;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** As {@link kikkake.template.MailModel} documents it. */
    record Model(Map<String, Object> model) implements Outcome {}

    /** There is nothing to put into it. */
    record Nothing(Reason reason) implements Outcome {}
  }

  /**
   * What a mail would show; empty where the customer is not known, was erased, or never placed that
   * order.
   *
   * @param language of the template, {@code ja} or {@code en}
   */
  public Optional<Outcome> of(MailKey key, String language) {
    CustomerId customer = key.customer();
    Recipient recipient = recipients.look(customer);
    CustomerHistory past = history.of(customer);
    if (recipient.erased() || recipient.profile().version() == 0 || !hasCause(key, past)) {
      return Optional.empty();
    }
    Profile profile = recipient.profile();
    Instant now = clock.instant();
    Situation situation =
        new Situation(
            ledger.find(key).orElseGet(() -> PlannedMail.planned(key, now, now, now, now)),
            key.kind().advertising(),
            now,
            settings.read(),
            recipient,
            new Situation.Past(
                () -> past,
                () -> history.views(new Who(customer, null)),
                () -> ledger.of(customer)));
    Composer composer = composers.get(key.kind());
    if (composer == null) {
      throw new IllegalStateException("Nothing composes " + key.kind().label());
    }
    boolean recommends = key.kind().advertising() || profile.wants(MailKind.RECOMMENDATION.label());
    return Optional.of(
        switch (composer.compose(situation, language, recommends)) {
          case Composition.Skip skip -> new Outcome.Nothing(skip.reason());
          case Composition.Ready ready ->
              new Outcome.Model(
                  WholeModel.of(
                      shop,
                      ready.model(),
                      profile.name(),
                      key.kind().advertising() || !ready.shown().isEmpty() ? NOBODYS_TOKEN : null));
        });
  }

  /** The language that a customer gets mails in, as the profile or else the shop has it. */
  public String language(CustomerId customer) {
    String own = recipients.look(customer).profile().language();
    return own == null ? settings.read().language() : own;
  }

  /** The key may be made up, so it need not even be one. */
  private static boolean hasCause(MailKey key, CustomerHistory past) {
    try {
      if (key.kind() == MailKind.BROWSE_FOLLOW_UP) {
        return LocalDate.parse(key.businessKey()).isBefore(LocalDate.MAX);
      }
      return past.purchase(new OrderId(key.businessKey())).isPresent();
    } catch (DateTimeException | IllegalArgumentException e) {
      return false; // No day, or no order number.
    }
  }
}
