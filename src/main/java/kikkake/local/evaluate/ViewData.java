package kikkake.local.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kikkake.event.ItemId;

/**
 * Visits: what may be learned from, and what is to be foretold.
 *
 * @param training whole visits, the latest last
 * @param lately those of the last days of training; all of them where nobody knows the days
 * @param steps of the visits that came after
 */
record ViewData(List<List<ItemId>> training, List<List<ItemId>> lately, List<Step> steps) {
  ViewData {
    training = List.copyOf(training);
    lately = List.copyOf(lately);
    steps = List.copyOf(steps);
  }

  /** The way through a visit so far, never empty, and the item that is looked at next. */
  record Step(List<ItemId> prefix, ItemId next) {
    Step {
      prefix = List.copyOf(prefix);
      if (prefix.isEmpty()) {
        throw new IllegalArgumentException("A step has nothing before it");
      }
    }
  }

  /** All items that training knows. */
  Set<ItemId> known() {
    Set<ItemId> known = new HashSet<>();
    training.forEach(known::addAll);
    return known;
  }
}
