package kikkake.local.evaluate;

import java.time.Instant;
import java.util.List;
import kikkake.event.ItemId;
import kikkake.recommend.Shopper;

/**
 * What people looked at and bought, cut in two.
 *
 * @param shoppers everybody who bought before the cut, guests too
 * @param visits what was looked at before the cut, as visits, the latest last
 * @param people who looked at something before the cut and bought something within the horizon
 * @param cut when training ends
 * @param events that were read
 * @param leftOut lines that could not be used
 */
record RetargetData(
    List<Shopper> shoppers,
    List<List<ItemId>> visits,
    List<Person> people,
    Instant cut,
    long events,
    long leftOut) {
  RetargetData {
    shoppers = List.copyOf(shoppers);
    visits = List.copyOf(visits);
    people = List.copyOf(people);
  }

  /** One person: what was known at the cut, and what was bought after it. */
  record Person(Browsing before, List<ItemId> bought) {
    Person {
      bought = List.copyOf(bought);
    }
  }
}
