package kikkake.recommend;

import java.util.OptionalInt;

/**
 * The day on which a ranking is made: that of the calendar, the same for everybody; or, where
 * nobody knows the days of the baskets, for each person the place of the next basket.
 */
public final class Today {
  /** For baskets of which only the order is known. */
  public static final Today UNKNOWN = new Today(OptionalInt.empty());

  private final OptionalInt day;

  private Today(OptionalInt day) {
    this.day = day;
  }

  /** A day, counted from 1970-01-01. */
  public static Today of(int day) {
    return new Today(OptionalInt.of(day));
  }

  boolean isKnown() {
    return day.isPresent();
  }

  int day() {
    return day.orElseThrow();
  }

  /** How many days ago a day is; 0 where nobody knows the days. */
  int age(int other) {
    return day.isPresent() ? day.getAsInt() - other : 0;
  }

  /** The day of a person who has bought these baskets. */
  int of(Shopper shopper) {
    return day.orElse(shopper.baskets().size());
  }
}
