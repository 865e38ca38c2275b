package kikkake.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kikkake.template.Template;

/** Hands a mail over at SES's pace, and does what each of its answers asks for. */
public final class HandOver {
  private static final Duration SHORTEST_BACK_OFF = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 4;
  private static final Duration UNTIL_QUOTA_MOVES = Duration.ofMinutes(15);
  private static final Duration UNTIL_SOMEBODY_MENDS_IT = Duration.ofHours(1);

  private final Mailer mailer;
  private final Pace pace;
  private final Switchboard switchboard;
  private final InstantSource clock;

  public HandOver(Mailer mailer, Pace pace, Switchboard switchboard, InstantSource clock) {
    this.mailer = mailer;
    this.pace = pace;
    this.switchboard = switchboard;
    this.clock = clock;
  }

  /** Waits until SES takes another mail of this sender; false where that would take too long. */
  boolean awaitTurn(Settings settings) {
    return pace.await(settings.sendRate());
  }

  void send(
      OutgoingMail mail,
      Template template,
      List<Shown> shown,
      Settings settings,
      DecisionWriter writer) {
    switch (mailer.send(mail)) {
      case Mailer.Answer.Accepted accepted ->
          writer.sent(accepted.messageId(), template.id(), shown);
      case Mailer.Answer.Refused refused -> writer.rejected(refused.reason());
      case Mailer.Answer.NotNow notNow -> later(mail, notNow, writer);
      case Mailer.Answer.Unknown unknown ->
          writer.inDoubt(unknown.reason(), settings.settleAfter());
    }
  }

  private void later(OutgoingMail mail, Mailer.Answer.NotNow answer, DecisionWriter writer) {
    Instant now = clock.instant();
    Instant until =
        switch (answer.hindrance()) {
          case TOO_FAST, UNREACHABLE -> now.plus(backOff(mail));
          case QUOTA_USED_UP -> now.plus(UNTIL_QUOTA_MOVES);
          case NOT_ALLOWED -> now.plus(UNTIL_SOMEBODY_MENDS_IT);
        };
    writer.hold("ses", until, answer.reason());
    switch (answer.hindrance()) {
      // What is true for one mail is true for all: no other one need find out.
      case QUOTA_USED_UP, NOT_ALLOWED -> switchboard.pause(until, answer.reason());
      case TOO_FAST, UNREACHABLE -> {}
    }
  }

  /** Twice as long after each try, and not for all mails the same. */
  private static Duration backOff(OutgoingMail mail) {
    int doublings = Math.min(mail.attempt() - 1, MOST_DOUBLINGS);
    long spread = Math.floorMod(mail.sendId().hashCode(), 60);
    return SHORTEST_BACK_OFF.multipliedBy(1L << doublings).plusSeconds(spread);
  }
}
