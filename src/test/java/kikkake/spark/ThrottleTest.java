package kikkake.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private final AtomicLong nanos = new AtomicLong(7_000_000_000L);
  private final Throttle throttle = new Throttle(50, nanos::get);

  @Test
  void whoWasTooQuickWaitsUntilTheUnitsAreDue() {
    assertThat(throttle.pause(0)).isZero();
    assertThat(throttle.pause(25)).isEqualTo(500);

    nanos.addAndGet(500_000_000L);

    assertThat(throttle.pause(25)).isZero();
    assertThat(throttle.pause(35)).isEqualTo(200);
  }

  @Test
  void whoWasSlowDoesNotWait() {
    nanos.addAndGet(10_000_000_000L);

    assertThat(throttle.pause(500)).isZero();
    assertThat(throttle.pause(501)).isEqualTo(20);
  }
}
