package kikkake.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kikkake.mail.Gate;
import kikkake.mail.MailKind;
import kikkake.mail.MailState;
import kikkake.mail.PlannedMail;
import kikkake.mail.Reason;
import kikkake.mail.Situation;
import kikkake.mail.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Of two mails of one customer that fall close together the more important goes, and the other one
 * gives way: where a thank-you brought recommendations, a recommendation mail has merged into it;
 * otherwise it waits until the two stand apart. Each mail decides about itself alone, so nothing is
 * lost where the other one fails.
 */
final class Priority implements Gate {
  @Override
  public String name() {
    return "priority";
  }

  @Override
  public Verdict ask(Situation situation) {
    if (!situation.advertising() || !situation.kind().advertising()) {
      return Verdict.GO;
    }
    Duration window = situation.settings().mergeWindow();
    Instant now = situation.now();
    Instant waitUntil = null;
    for (PlannedMail other : situation.otherMails()) {
      if (other.key().kind().compareTo(situation.kind()) < 0) {
        Instant went = wentAt(other).orElse(null);
        if (went != null && went.plus(window).isAfter(now)) {
          if (situation.kind() == MailKind.RECOMMENDATION && !other.items().isEmpty()) {
            return new Verdict.Skip(Reason.MERGED);
          }
          waitUntil = later(waitUntil, went.plus(window));
        } else if (isComing(other, now.plus(window))) {
          waitUntil = later(waitUntil, later(other.dueAt(), now).plus(window));
        }
      }
    }
    return waitUntil == null ? Verdict.GO : new Verdict.Hold(waitUntil, Reason.YIELDS);
  }

  private static Optional<Instant> wentAt(PlannedMail mail) {
    return switch (mail.state()) {
      case MailState.Sent sent -> Optional.of(sent.at());
      case MailState.InDoubt doubt -> Optional.of(doubt.at());
      default -> Optional.empty();
    };
  }

  private static boolean isComing(PlannedMail mail, Instant end) {
    return switch (mail.state()) {
      case MailState.Planned planned -> mail.dueAt().isBefore(end);
      case MailState.Held held -> held.until().isBefore(end);
      case MailState.Claimed claimed -> true;
      default -> false;
    };
  }

  private static Instant later(@Nullable Instant a, Instant b) {
    return a == null || a.isBefore(b) ? b : a;
  }
}
