package kikkake.mail;

import java.time.Instant;
import java.time.InstantSource;
import kikkake.template.RenderedMail;

/** Sends a mail to whoever works on it, marked as a test. No customer gets one, and none counts. */
public final class TestMails {
  private final TestMailer mailer;
  private final Switchboard switchboard;
  private final Shop shop;
  private final InstantSource clock;

  public TestMails(TestMailer mailer, Switchboard switchboard, Shop shop, InstantSource clock) {
    this.mailer = mailer;
    this.switchboard = switchboard;
    this.shop = shop;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Sent() implements Outcome {}

    /** The shop lets nothing out, or only rehearses. */
    record SwitchedOff() implements Outcome {}

    /** SES did not take it. */
    record NotSent(String reason) implements Outcome {}

    /** Perhaps it went, perhaps not. */
    record Unknown() implements Outcome {}
  }

  /**
   * Sends it.
   *
   * @param to the address of the person who asked for it
   * @param mark stands before the subject, for example {@code [Test]}
   */
  public Outcome send(String to, RenderedMail mail, String mark) {
    Instant now = clock.instant();
    SendingSwitch sending = switchboard.read();
    Instant paused = sending.pausedUntil();
    if (sending.mode() != SendingSwitch.Mode.ON || (paused != null && paused.isAfter(now))) {
      return new Outcome.SwitchedOff();
    }
    RenderedMail marked = new RenderedMail(mark + " " + mail.subject(), mail.html(), mail.text());
    String raw = MimeMail.compose(shop, to, null, "test." + now.toEpochMilli(), marked, null, now);
    return switch (mailer.sendTest(shop.from(), to, raw)) {
      case Mailer.Answer.Accepted accepted -> new Outcome.Sent();
      case Mailer.Answer.Refused refused -> new Outcome.NotSent(refused.reason());
      case Mailer.Answer.NotNow notNow -> new Outcome.NotSent(notNow.reason());
      case Mailer.Answer.Unknown unknown -> new Outcome.Unknown();
    };
  }
}
