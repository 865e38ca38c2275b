package kikkake.local;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is set, and never goes back. */
final class VirtualClock implements InstantSource {
  private volatile Instant now;

  VirtualClock(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void advanceTo(Instant later) {
    if (later.isAfter(now)) {
      now = later;
    }
  }
}
