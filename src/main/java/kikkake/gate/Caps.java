package kikkake.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import kikkake.mail.Gate;
import kikkake.mail.MailState;
import kikkake.mail.PlannedMail;
import kikkake.mail.Reason;
import kikkake.mail.Situation;
import kikkake.mail.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One budget of mails per customer, for a day and for a week, in windows that roll: the shop's, or
 * a smaller one that the customer chose. Every mail uses it up, and only advertising waits for it.
 *
 * <p>Two workers may be at two mails of one customer at once: each claimed its mail before it reads
 * the others, so at least one of them sees the other's claim, and a claim counts as sent.
 */
final class Caps implements Gate {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  @Override
  public String name() {
    return "caps";
  }

  @Override
  public Verdict ask(Situation situation) {
    if (!situation.advertising()) {
      return Verdict.GO;
    }
    Instant now = situation.now();
    Integer perDay = situation.settings().capPerDay();
    Integer perWeek = smaller(situation.settings().capPerWeek(), situation.profile().mostPerWeek());
    List<Instant> sent =
        situation.otherMails().stream()
            .flatMap(mail -> wentAt(mail, now).stream())
            .sorted()
            .toList();
    Instant freeInDay = free(sent, perDay, DAY, now);
    Instant freeInWeek = free(sent, perWeek, WEEK, now);
    if (freeInWeek != null && (freeInDay == null || !freeInWeek.isBefore(freeInDay))) {
      return new Verdict.Hold(freeInWeek, Reason.CAP_WEEK);
    }
    return freeInDay == null ? Verdict.GO : new Verdict.Hold(freeInDay, Reason.CAP_DAY);
  }

  private static @Nullable Integer smaller(@Nullable Integer a, @Nullable Integer b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return Math.min(a, b);
  }

  /**
   * When a mail went or may have gone, once for each such try. One that somebody is sending now
   * counts as well.
   */
  private static List<Instant> wentAt(PlannedMail mail, Instant now) {
    return switch (mail.state()) {
      case MailState.Sent sent -> Collections.nCopies(1 + mail.doubts(), sent.at());
      case MailState.InDoubt doubt -> Collections.nCopies(mail.doubts(), doubt.at());
      case MailState.Claimed claimed -> Collections.nCopies(1 + mail.doubts(), now);
      case MailState.Held held -> Collections.nCopies(mail.doubts(), now);
      case MailState.Planned planned -> List.of();
      case MailState.Skipped skipped -> List.of();
      case MailState.Rejected rejected -> List.of();
    };
  }

  /** When the window has room again; null where it has. */
  private static @Nullable Instant free(
      List<Instant> sent, @Nullable Integer cap, Duration window, Instant now) {
    if (cap == null) {
      return null;
    }
    List<Instant> inside = sent.stream().filter(at -> at.plus(window).isAfter(now)).toList();
    if (inside.size() < cap) {
      return null;
    }
    return cap == 0 ? now.plus(window) : inside.get(inside.size() - cap).plus(window);
  }
}
