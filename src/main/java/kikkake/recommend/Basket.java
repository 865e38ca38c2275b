package kikkake.recommend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import kikkake.event.ItemId;

/**
 * What somebody bought on one day.
 *
 * @param day counted from 1970-01-01; where nobody knows the days, the place of the basket among
 *     the person's baskets, from 0
 * @param items each once
 */
public record Basket(int day, List<ItemId> items) {
  public Basket {
    items = items.stream().distinct().toList();
    if (items.isEmpty()) {
      throw new IllegalArgumentException("A basket of day " + day + " has no items");
    }
  }

  /** The day of a moment in UTC, counted from 1970-01-01. */
  public static int dayOf(Instant at) {
    return (int) LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
  }
}
