package kikkake.local;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is set, and never goes back. */
final class VirtualClock implements InstantSource {
  private volatile Instant now;
  private volatile boolean real;

  VirtualClock(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return real ? Instant.now() : now;
  }

  void advanceTo(Instant later) {
    if (later.isAfter(now)) {
      now = later;
    }
  }

  /** From now on this is the machine's own clock. */
  void followSystem() {
    real = true;
  }
}
