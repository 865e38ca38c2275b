package kikkake.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import kikkake.mail.Gate;
import kikkake.mail.MailKey;
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
 * the others, so at least one of them sees the other's claim, and a claim counts as sent. Whether
 * the other sees ours nobody knows: so whoever has no room only because of claims waits until they
 * have ended, the more important one too. Of two that wait for each other, the less important one
 * waits longer.
 */
final class Caps implements Gate {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  /** By then a claim whose lease ran out is one no more. */
  private static final Duration AFTER_LEASE = Duration.ofSeconds(10);

  private static final Duration YIELDS = Duration.ofMinutes(1);

  private static final Comparator<MailKey> IMPORTANCE =
      Comparator.comparing(MailKey::kind).thenComparing(MailKey::businessKey);

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
    List<PlannedMail> claimed =
        situation.otherMails().stream()
            .filter(mail -> mail.state() instanceof MailState.Claimed)
            .toList();
    Instant decided = decided(claimed, situation.mail(), now);
    Instant freeInDay = free(sent, claimed.size(), decided, perDay, DAY, now);
    Instant freeInWeek = free(sent, claimed.size(), decided, perWeek, WEEK, now);
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

  /** When others surely do not send any more, and it is this mail's turn to look again. */
  private static Instant decided(List<PlannedMail> claimed, PlannedMail mail, Instant now) {
    Instant end = now;
    boolean yields = false;
    for (PlannedMail other : claimed) {
      if (other.state() instanceof MailState.Claimed claim && claim.leaseUntil().isAfter(end)) {
        end = claim.leaseUntil();
      }
      yields = yields || IMPORTANCE.compare(other.key(), mail.key()) < 0;
    }
    return end.plus(AFTER_LEASE).plus(yields ? YIELDS : Duration.ZERO);
  }

  /**
   * When a mail went or may have gone, once for each such try; a claim that has not ended is not
   * among them.
   */
  private static List<Instant> wentAt(PlannedMail mail, Instant now) {
    return switch (mail.state()) {
      case MailState.Sent sent -> Collections.nCopies(1 + mail.doubts(), sent.at());
      case MailState.InDoubt doubt -> Collections.nCopies(mail.doubts(), doubt.at());
      case MailState.Claimed claimed -> Collections.nCopies(mail.doubts(), now);
      case MailState.Held held -> Collections.nCopies(mail.doubts(), now);
      case MailState.Planned planned -> List.of();
      case MailState.Skipped skipped -> List.of();
      case MailState.Rejected rejected -> List.of();
    };
  }

  /** When the window has room again; null where it has. */
  private static @Nullable Instant free(
      List<Instant> sent,
      int claimed,
      Instant decided,
      @Nullable Integer cap,
      Duration window,
      Instant now) {
    if (cap == null) {
      return null;
    }
    List<Instant> inside = sent.stream().filter(at -> at.plus(window).isAfter(now)).toList();
    if (inside.size() < cap) {
      return inside.size() + claimed < cap ? null : decided;
    }
    return cap == 0 ? now.plus(window) : inside.get(inside.size() - cap).plus(window);
  }
}
