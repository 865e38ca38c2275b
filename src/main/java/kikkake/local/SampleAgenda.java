package kikkake.local;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What is to happen when; it happens in the order of time. */
final class SampleAgenda {
  private record Entry(Instant at, long number, Consumer<Instant> what) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
  private long number;

  void at(Instant at, Consumer<Instant> what) {
    entries.add(new Entry(at, number++, what));
  }

  /** Lets everything happen that is to happen before an instant, also what is added on the way. */
  void runUntil(Instant end) {
    for (Entry next = entries.poll(); next != null; next = entries.poll()) {
      if (!next.at().isBefore(end)) {
        return;
      }
      next.what().accept(next.at());
    }
  }
}
