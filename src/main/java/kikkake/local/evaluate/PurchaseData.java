package kikkake.local.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kikkake.event.ItemId;
import kikkake.recommend.Basket;
import kikkake.recommend.Shopper;

/**
 * Who bought what, cut in two: what may be learned from, and what came after.
 *
 * @param people in the order of their ids
 * @param today the first day after training
 * @param dated whether the days are days, or only places in a file
 * @param leastBaskets how many a person must have before the cut to be asked about
 * @param leftOut lines that could not be used
 */
record PurchaseData(List<Person> people, int today, boolean dated, int leastBaskets, long leftOut) {
  PurchaseData {
    people = List.copyOf(people);
  }

  /**
   * One person.
   *
   * @param history before the cut
   * @param future on or after the cut, in the order of the days
   */
  record Person(String id, Shopper history, List<Basket> future) {
    Person {
      future = List.copyOf(future);
    }

    Set<ItemId> owned() {
      Set<ItemId> owned = new HashSet<>();
      history.baskets().forEach(basket -> owned.addAll(basket.items()));
      return owned;
    }
  }

  /** What may be learned from: everybody who bought before the cut. */
  List<Shopper> training() {
    return people.stream()
        .map(Person::history)
        .filter(history -> !history.baskets().isEmpty())
        .toList();
  }

  /** All items that training knows. */
  Set<ItemId> known() {
    Set<ItemId> known = new HashSet<>();
    people.forEach(person -> known.addAll(person.owned()));
    return known;
  }

  /** By the last days of training; by all of it where nobody knows the days. */
  Popular popular() {
    return Popular.of(
        known(),
        people.stream()
            .flatMap(person -> person.history().baskets().stream())
            .filter(basket -> !dated || basket.day() >= today - Popular.DAYS)
            .map(Basket::items)
            .toList());
  }
}
