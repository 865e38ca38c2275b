package kikkake.mail;

import static kikkake.TestData.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kikkake.mail.Decision.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTest {
  private static final Instant LATER = NOON.plus(Duration.ofHours(1));

  private static Decision held(Instant at, String gate, String reason, @Nullable Instant until) {
    return new Decision(at, Outcome.HELD, gate, reason, until, "g1-abc", 1);
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void readsBackAsItWasWritten(Outcome outcome) {
    for (Instant until : new @Nullable Instant[] {null, LATER}) {
      Decision decision =
          new Decision(NOON, outcome, "quiet-hours", "ses-TooManyRequests", until, "g1-1abc", 48);

      assertThat(Decision.of(decision.text())).isEqualTo(decision);
    }
  }

  @Test
  void theTextOfTheTableStaysAsItIsForRowsLiveLong() {
    assertThat(held(NOON, "caps", "cap-day", LATER).text())
        .isEqualTo("1775790000 HELD caps cap-day 1775793600 g1-abc 1");
    assertThat(Decision.of("1775790000 SENT ses accepted - g1-abc 1"))
        .isEqualTo(new Decision(NOON, Outcome.SENT, "ses", "accepted", null, "g1-abc", 1));
  }

  @Test
  void timesAreWholeSeconds() {
    Decision decision = held(NOON.plusNanos(999), "caps", "cap-day", LATER.plusMillis(1));

    assertThat(decision).isEqualTo(held(NOON, "caps", "cap-day", LATER));
  }

  @Test
  void oneThatOnlyRepeatsTheLastIsCountedThereWithItsNewEnd() {
    Decision first = held(NOON, "address", "no-address", LATER);
    Instant twoHours = LATER.plus(Duration.ofHours(1));
    Decision second = held(LATER, "address", "no-address", twoHours);

    List<Decision> all = second.after(first.after(List.of()));

    assertThat(all)
        .containsExactly(
            new Decision(NOON, Outcome.HELD, "address", "no-address", twoHours, "g1-abc", 2));
    assertThat(held(twoHours, "address", "no-address", null).after(all))
        .extracting(Decision::times)
        .containsExactly(3);
  }

  @Test
  void oneThatDiffersInAnythingStandsForItself() {
    List<Decision> before = List.of(held(NOON, "caps", "cap-day", LATER));
    List<Decision> others =
        List.of(
            new Decision(NOON, Outcome.SKIPPED, "caps", "cap-day", null, "g1-abc", 1),
            held(NOON, "ses", "cap-day", LATER),
            held(NOON, "caps", "cap-week", LATER),
            new Decision(NOON, Outcome.HELD, "caps", "cap-day", LATER, "g1-xyz", 1));

    assertThat(others)
        .allSatisfy(
            other -> assertThat(other.after(before)).containsExactly(before.getFirst(), other));
  }

  @Test
  void oneThatRepeatsAnEarlierOneButNotTheLastStandsForItself() {
    Decision night = held(NOON, "quiet-hours", "quiet-hours", LATER);
    Decision full = held(NOON, "caps", "cap-day", LATER);

    assertThat(night.after(full.after(List.of(night)))).containsExactly(night, full, night);
  }

  @Test
  void ofVeryManyTheBeginningAndTheEndAreKept() {
    List<Decision> all = List.of();
    for (int i = 0; i < 40; i++) {
      all = held(NOON.plusSeconds(i), "gate-" + i, "quiet-hours", LATER).after(all);
    }

    assertThat(all)
        .extracting(Decision::gate)
        .hasSize(12)
        .startsWith("gate-0", "gate-1", "gate-2", "gate-3", "gate-4", "gate-5")
        .endsWith("gate-34", "gate-35", "gate-36", "gate-37", "gate-38", "gate-39");
  }

  @Test
  void addingOneLeavesTheListBeforeAsItWas() {
    List<Decision> before = List.of(held(NOON, "caps", "cap-day", LATER));

    held(LATER, "caps", "cap-day", LATER).after(before);

    assertThat(before).extracting(Decision::times).containsExactly(1);
  }
}
