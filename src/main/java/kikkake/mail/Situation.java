package kikkake.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import kikkake.customer.Profile;
import kikkake.history.CustomerHistory;
import kikkake.history.Views;
import org.jspecify.annotations.Nullable;

/**
 * What the gates may look at: the mail, its recipient, and the moment. What costs a read is read
 * when the first gate asks for it, and once.
 */
public final class Situation {
  private final PlannedMail mail;
  private final boolean advertising;
  private final Instant now;
  private final Settings settings;
  private final Recipient recipient;
  private final Past past;

  /**
   * A situation.
   *
   * @param advertising whether it is asked as advertising; also for what a thank-you recommends
   * @param past of the recipient
   */
  Situation(
      PlannedMail mail,
      boolean advertising,
      Instant now,
      Settings settings,
      Recipient recipient,
      Past past) {
    this.mail = mail;
    this.advertising = advertising;
    this.now = now;
    this.settings = settings;
    this.recipient = recipient;
    this.past = past;
  }

  /** What happened between the shop and the recipient, read at most once. */
  static final class Past {
    private final Supplier<CustomerHistory> readHistory;
    private final Supplier<Views> readViews;
    private final Supplier<List<PlannedMail>> readMails;
    private @Nullable CustomerHistory history;
    private @Nullable Views views;
    private @Nullable List<PlannedMail> mails;

    Past(
        Supplier<CustomerHistory> history,
        Supplier<Views> views,
        Supplier<List<PlannedMail>> mails) {
      this.readHistory = history;
      this.readViews = views;
      this.readMails = mails;
    }
  }

  /** The same mail and moment, asked as advertising. */
  Situation asAdvertising() {
    return new Situation(mail, true, now, settings, recipient, past);
  }

  /** The same mail, with what a later look found. */
  Situation with(Recipient later, Instant at) {
    return new Situation(mail, advertising, at, settings, later, past);
  }

  public PlannedMail mail() {
    return mail;
  }

  public MailKind kind() {
    return mail.key().kind();
  }

  public boolean advertising() {
    return advertising;
  }

  public Instant now() {
    return now;
  }

  public Settings settings() {
    return settings;
  }

  public Recipient recipient() {
    return recipient;
  }

  public Profile profile() {
    return recipient.profile();
  }

  /** The recipient's zone; the shop's where it is not known, or no zone at all. */
  public ZoneId zone() {
    return recipient.profile().zoneOr(settings.zone());
  }

  public CustomerHistory history() {
    CustomerHistory known = past.history;
    if (known == null) {
      known = past.readHistory.get();
      past.history = known;
    }
    return known;
  }

  public Views views() {
    Views known = past.views;
    if (known == null) {
      known = past.readViews.get();
      past.views = known;
    }
    return known;
  }

  /** The other mails of this recipient; read after this one was claimed, strongly consistent. */
  public List<PlannedMail> otherMails() {
    List<PlannedMail> known = past.mails;
    if (known == null) {
      known =
          past.readMails.get().stream().filter(other -> !other.key().equals(mail.key())).toList();
      past.mails = known;
    }
    return known;
  }
}
