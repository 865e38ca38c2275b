package kikkake.studio;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Keeps what was read for a while. */
final class ShortMemory<T> {
  private static final int MOST = 500;

  private record Kept<T>(T what, Instant at) {}

  private final Map<String, Kept<T>> kept = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final Duration fresh;

  ShortMemory(InstantSource clock, Duration fresh) {
    this.clock = clock;
    this.fresh = fresh;
  }

  T get(String name, Supplier<T> read) {
    Instant now = clock.instant();
    Kept<T> known = kept.get(name);
    if (known == null || now.isAfter(known.at().plus(fresh))) {
      if (kept.size() >= MOST) {
        kept.clear();
      }
      known = new Kept<>(read.get(), now);
      kept.put(name, known);
    }
    return known.what();
  }
}
