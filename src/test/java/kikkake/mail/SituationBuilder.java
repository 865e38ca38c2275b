package kikkake.mail;

import static kikkake.TestData.NOON;
import static kikkake.TestData.yes;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import kikkake.customer.Profile;
import kikkake.event.Contact;
import kikkake.history.CustomerHistory;
import kikkake.history.Views;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Builds what a gate looks at; where a test does not say otherwise, nothing forbids the mail. */
@NullMarked
public final class SituationBuilder {
  private final PlannedMail mail;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private Instant now = NOON;
  private @Nullable Profile profile;
  private UnaryOperator<Profile> change = known -> known;
  private boolean asAdvertising;
  private boolean erased;
  private boolean suppressed;
  private SendingSwitch sending = SendingSwitch.ON;
  private List<PlannedMail> others = List.of();

  private SituationBuilder(PlannedMail mail) {
    this.mail = mail;
  }

  public static SituationBuilder of(MailBuilder mail) {
    return new SituationBuilder(mail.build());
  }

  public static SituationBuilder of(MailKind kind) {
    return of(MailBuilder.mail(kind, "o-1"));
  }

  public SituationBuilder at(Instant time) {
    now = time;
    return this;
  }

  /** A mail that is no advertising is asked as if it were, for what it recommends. */
  public SituationBuilder asAdvertising() {
    asAdvertising = true;
    return this;
  }

  public SituationBuilder set(String name, String text) {
    settings.put(name, text);
    return this;
  }

  /** Changes what is known of the customer, who has an address and agreed to all advertising. */
  public SituationBuilder customer(UnaryOperator<Profile> how) {
    UnaryOperator<Profile> before = change;
    change = known -> how.apply(before.apply(known));
    return this;
  }

  /** Nothing is known of the customer. */
  public SituationBuilder unknownCustomer() {
    profile = Profile.unknown(mail.key().customer());
    return this;
  }

  public SituationBuilder erased() {
    erased = true;
    return this;
  }

  public SituationBuilder suppressed() {
    suppressed = true;
    return this;
  }

  public SituationBuilder sending(SendingSwitch.Mode mode, @Nullable Instant pausedUntil) {
    sending = new SendingSwitch(mode, pausedUntil, "a test");
    return this;
  }

  /** The ledger's other mails of this customer. */
  public SituationBuilder others(MailBuilder... mails) {
    others = List.of(mails).stream().map(MailBuilder::build).toList();
    return this;
  }

  public Situation build() {
    Instant before = NOON.minus(Duration.ofDays(30));
    Contact contact = new Contact("anna@example.jp", null, "ja", null, yes(before));
    Profile known = Profile.unknown(mail.key().customer()).with(contact, before);
    Recipient recipient =
        new Recipient(profile == null ? change.apply(known) : profile, erased, suppressed, sending);
    CustomerHistory nothing = new CustomerHistory(List.of(), Set.of(), List.of(), Map.of());
    return new Situation(
        mail,
        asAdvertising || mail.key().kind().advertising(),
        now,
        Settings.of(settings),
        recipient,
        new Situation.Past(() -> nothing, () -> Views.NONE, () -> others));
  }
}
