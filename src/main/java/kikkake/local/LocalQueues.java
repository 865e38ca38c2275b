package kikkake.local;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The three queues of Kikkake, each with its dead letters. */
record LocalQueues(LocalQueue events, LocalQueue sends, LocalQueue feedback) {
  private static final LocalQueue.Settings RULES =
      new LocalQueue.Settings(Duration.ofMinutes(6), 5, 10);

  static LocalQueues on(InstantSource clock) {
    return new LocalQueues(
        new LocalQueue("events", clock, RULES),
        new LocalQueue("sends", clock, RULES),
        new LocalQueue("feedback", clock, RULES));
  }

  /** Queues of the same names on another clock, with the same dead letters. */
  LocalQueues beside(InstantSource other) {
    return new LocalQueues(
        new LocalQueue(events, other),
        new LocalQueue(sends, other),
        new LocalQueue(feedback, other));
  }

  List<LocalQueue> all() {
    return List.of(events, sends, feedback);
  }
}
