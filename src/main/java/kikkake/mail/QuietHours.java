package kikkake.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hours in which no mail goes, by the recipient's clock on the wall.
 *
 * @param from the first quiet minute of the evening; null means that no hour is quiet
 * @param to the first minute in which mail may go again
 * @param answerWithin so soon after what the customer did, an answer goes at any hour
 */
public record QuietHours(@Nullable LocalTime from, @Nullable LocalTime to, Duration answerWithin) {
  public QuietHours {
    if ((from == null) != (to == null)) {
      throw new IllegalArgumentException(
          "quietHours.from and quietHours.to must both be hours, or both empty");
    }
  }

  /**
   * When the quiet hours end that hold at {@code now}; empty where none hold. Where the clocks
   * change, the wall's clock counts: an hour that comes twice is quiet both times, and where the
   * end falls into a gap, the first minute after it counts.
   */
  public Optional<Instant> endAfter(Instant now, ZoneId zone) {
    if (from == null || to == null || from.equals(to)) {
      return Optional.empty();
    }
    LocalDateTime wall = LocalDateTime.ofInstant(now, zone);
    LocalTime time = wall.toLocalTime();
    boolean overnight = from.isAfter(to);
    boolean quiet =
        overnight
            ? !time.isBefore(from) || time.isBefore(to)
            : !time.isBefore(from) && time.isBefore(to);
    if (!quiet) {
      return Optional.empty();
    }
    boolean tomorrow = overnight && !time.isBefore(from);
    LocalDateTime end = wall.toLocalDate().plusDays(tomorrow ? 1 : 0).atTime(to);
    ZoneOffsetTransition change = zone.getRules().getTransition(end);
    if (change == null) {
      return Optional.of(end.atZone(zone).toInstant());
    }
    if (change.isGap()) {
      return Optional.of(change.getInstant());
    }
    // Of an end that comes twice, the second where the wall shows quiet hours before it again.
    ZonedDateTime first = end.atZone(zone).withEarlierOffsetAtOverlap();
    boolean quietAgain = end.isAfter(change.getDateTimeAfter());
    return Optional.of((quietAgain ? first.withLaterOffsetAtOverlap() : first).toInstant());
  }
}
