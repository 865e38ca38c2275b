package kikkake.recommend;

import java.time.Instant;
import java.time.ZoneOffset;

/** Days as numbers. */
final class Days {
  private Days() {}

  /** The day of a moment in UTC, counted from 1970-01-01. */
  static int of(Instant at) {
    return (int) at.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
  }
}
