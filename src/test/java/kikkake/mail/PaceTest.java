package kikkake.mail;

import static kikkake.TestData.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kikkake.TestClock;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final TestClock clock = new TestClock(NOON);
  private final List<Duration> slept = new ArrayList<>();

  /** A pace whose sleep lets the clock run. */
  private Pace pace(int senders) {
    return new Pace(
        senders,
        clock,
        duration -> {
          slept.add(duration);
          clock.pass(duration);
        });
  }

  /** When each of so many mails went. */
  private List<Instant> send(Pace pace, int mails, int rate) {
    List<Instant> times = new ArrayList<>();
    for (int i = 0; i < mails; i++) {
      pace.await(rate);
      times.add(clock.instant());
    }
    return times;
  }

  private static Duration near(Instant time) {
    return Duration.ofMillis(Math.round(Duration.between(NOON, time).toNanos() / 1e6));
  }

  @Test
  void asManyAsSesAllowsInASecondGoAtOnceAndTheNextWaitsItsShareOfASecond() {
    List<Instant> times = send(pace(1), 12, 10);

    assertThat(times.subList(0, 10)).containsOnly(NOON);
    assertThat(near(times.get(10))).isEqualTo(Duration.ofMillis(100));
    assertThat(near(times.get(11))).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void neverMoreGoInAnySecondThanTwiceTheRateAndInTheLongRunTheRate() {
    List<Instant> times = send(pace(1), 1_010, 10);

    assertThat(near(times.getLast())).isEqualTo(Duration.ofSeconds(100));
    for (int i = 0; i + 20 < times.size(); i++) {
      assertThat(Duration.between(times.get(i), times.get(i + 20)).toMillis())
          .as("mails %d to %d", i, i + 20)
          .isGreaterThanOrEqualTo(999);
    }
  }

  @Test
  void severalSendersShareTheRate() {
    Pace one = pace(2);
    Pace other = new Pace(2, clock, slept::add);

    List<Instant> times = send(one, 105, 10);
    assertThat(near(times.getLast())).as("five a second").isEqualTo(Duration.ofSeconds(20));

    assertThat(send(other, 5, 10)).hasSize(5);
    slept.clear();
    other.await(10);
    assertThat(slept).containsExactly(Duration.ofMillis(200));
  }

  @Test
  void doesNotSleepForATurnThatIsFarOff() {
    Pace pace = pace(4);

    assertThat(pace.await(1)).isTrue();
    assertThat(pace.await(1)).isFalse();
    assertThat(slept).isEmpty();

    clock.pass(Duration.ofSeconds(4));
    assertThat(pace.await(1)).isTrue();
  }

  @Test
  void idleTimeSavesUpNoMoreThanOneSecondsWorth() {
    Pace pace = pace(1);
    send(pace, 10, 10);
    clock.pass(Duration.ofHours(1));
    slept.clear();

    send(pace, 10, 10);
    assertThat(slept).isEmpty();
    pace.await(10);
    assertThat(slept).containsExactly(Duration.ofMillis(100));
  }

  @Test
  void aClockThatGoesBackGivesNothingAndTakesNothing() {
    Pace pace = pace(1);
    send(pace, 9, 10);
    clock.pass(Duration.ofHours(-1));

    pace.await(10);
    assertThat(slept).isEmpty();
    pace.await(10);
    assertThat(slept).containsExactly(Duration.ofMillis(100));
  }

  @Test
  void aNewRateCountsFromTheNextMailOn() {
    Pace pace = pace(1);
    send(pace, 1, 1);

    pace.await(2);

    assertThat(slept).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void withoutALimitNobodyWaits() {
    send(pace(0), 1_000, 1);

    assertThat(slept).isEmpty();
  }
}
