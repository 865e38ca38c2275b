package kikkake.local.evaluate;

import java.time.Instant;
import java.util.List;
import kikkake.event.ItemId;
import kikkake.recommend.Look;
import kikkake.recommend.Shopper;

/**
 * What somebody had looked at and bought until a moment.
 *
 * @param looks in the order of time, never empty
 * @param bought on the days before
 * @param now when the list is wanted
 */
record Browsing(List<Look> looks, Shopper bought, Instant now) {
  Browsing {
    looks = List.copyOf(looks);
    if (looks.isEmpty()) {
      throw new IllegalArgumentException("Nothing was looked at");
    }
  }

  /** The items in the order of the looks, each as often as it was looked at. */
  List<ItemId> items() {
    return looks.stream().map(Look::item).toList();
  }
}
