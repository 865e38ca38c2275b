package kikkake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
public final class TestClock implements InstantSource {
  private volatile Instant now;

  public TestClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void set(Instant instant) {
    now = instant;
  }

  public void pass(Duration duration) {
    now = now.plus(duration);
  }
}
