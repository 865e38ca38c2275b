package kikkake.local.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulationTest {
  private static final int SEEDS = 300;
  private static final int SEEDS_FOR_VARIANTS = 10_000;

  @Test
  void noInvariantBreaksWhateverGoesWrong() {
    List<String> violations = new ArrayList<>();
    TreeMap<String, Integer> counts = new TreeMap<>();
    SimulateCommand.each(
        1,
        SEEDS,
        seed -> Simulation.run(seed, Variation.NONE, null),
        result -> {
          result
              .violations()
              .forEach(each -> violations.add("seed " + result.seed() + ": " + each));
          result.counts().forEach((name, times) -> counts.merge(name, times, Integer::sum));
        });

    assertThat(violations).isEmpty();
    assertThat(counts.keySet()).as("what went wrong").containsAll(Simulation.COUNTS);
  }

  @Test
  void theSameSeedTellsTheSameStory() {
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    Simulation.run(7, Variation.NONE, first::add);
    Simulation.run(7, Variation.NONE, second::add);

    assertThat(first).hasSizeGreaterThan(100).isEqualTo(second);
  }

  @Test
  void aCrashAtAnyRequestSendsNothingTwiceAndLosesNothing() {
    List<CrashMatrix.Row> rows = CrashMatrix.rows();

    assertThat(rows).hasSizeGreaterThan(80).allSatisfy(row -> assertThat(row.wrong()).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("variants")
  void aBrokenProductIsCaught(Variation variant) {
    assertThat(Variants.caughtBy(variant, 1, SEEDS_FOR_VARIANTS)).as(variant.name()).isPresent();
  }

  static Stream<Variation> variants() {
    return Variants.all().stream();
  }

  @Test
  void thereAreAtLeastTwelveBrokenVariants() {
    assertThat(Variants.all()).hasSizeGreaterThanOrEqualTo(12);
  }
}
