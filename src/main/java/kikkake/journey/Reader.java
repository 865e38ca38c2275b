package kikkake.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Who reads a text, where and when.
 *
 * @param language {@code ja}, or else English
 */
record Reader(String language, ZoneId zone, Instant now) {
  private static final Duration NAMED_BY_WEEKDAY = Duration.ofDays(6);

  boolean isJapanese() {
    return language.equals("ja");
  }

  /**
   * The day of the week of a moment that is not longer ago than a week; else nobody knows which.
   */
  Optional<String> weekday(Instant at) {
    return at.isBefore(now.minus(NAMED_BY_WEEKDAY))
        ? Optional.empty()
        : Optional.of(
            at.atZone(zone)
                .getDayOfWeek()
                .getDisplayName(TextStyle.FULL, isJapanese() ? Locale.JAPAN : Locale.UK));
  }
}
