package kikkake.local;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One of the lanes of a replay: the functions on a virtual clock that jumps from one event or due
 * mail to the next. One thread, one order: the same input gives the same decisions.
 */
final class Lane {
  private final LocalFunctions functions;
  private final VirtualClock clock;

  Lane(LocalFunctions functions, VirtualClock clock) {
    this.functions = functions;
    this.clock = clock;
  }

  LocalFunctions functions() {
    return functions;
  }

  /** Takes messages in, in the order of their arrival, each worked off before the next. */
  void take(List<Arrival> arrivals, Runnable done) {
    for (Arrival arrival : arrivals) {
      advanceTo(arrival.at());
      functions.put(arrival.message());
      functions.drain(clock.instant());
      done.run();
    }
  }

  /** Moves the clock, with a tick at every minute in which something is due. */
  void advanceTo(Instant target) {
    Optional<Instant> next = functions.next();
    while (next.isPresent() && !nextMinute(next.get()).isAfter(target)) {
      clock.advanceTo(nextMinute(next.get()));
      functions.release();
      functions.drain(clock.instant());
      next = functions.next();
    }
    clock.advanceTo(target);
  }

  /** The first whole minute, later than now, at which something due at {@code time} is seen. */
  private Instant nextMinute(Instant time) {
    Instant due = time.isAfter(clock.instant()) ? time : clock.instant().plusMillis(1);
    long minutes = Math.ceilDiv(due.toEpochMilli(), 60_000L);
    return Instant.ofEpochMilli(minutes * 60_000L);
  }
}
