package kikkake.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  @Test
  void aDifferenceThatIsTheSameInEveryCaseHasNoWidth() {
    double[] ours = {0.5, 0.75, 1};
    double[] theirs = {0.25, 0.5, 0.75};

    assertThat(Bootstrap.difference(ours, theirs, 1))
        .isEqualTo(new Bootstrap.Interval(0.25, 0.25, 0.25));
  }

  @Test
  void theIntervalIsAboutTwoStandardErrorsToEachSide() {
    RandomGenerator random = Chance.of(7);
    double[] ours = random.doubles(2_000).map(x -> x < 0.5 ? 0 : 1).toArray();
    double[] theirs = new double[ours.length];
    Arrays.fill(theirs, 0.4);

    Bootstrap.Interval interval = Bootstrap.difference(ours, theirs, 1);

    // A fair coin thrown 2,000 times: the standard error is 0.5 / sqrt(2000) = 0.0112.
    assertThat(interval.high() - interval.mean()).isEqualTo(0.0219, within(0.003));
    assertThat(interval.mean() - interval.low()).isEqualTo(0.0219, within(0.003));
  }

  @Test
  void theSameSeedGivesTheSameIntervalAndAnotherOneAnother() {
    double[] ours = {0, 1, 0, 1, 1, 0.3, 0.2};
    double[] theirs = {1, 0, 0, 0.4, 0.6, 0.7, 0.1};

    assertThat(Bootstrap.difference(ours, theirs, 5))
        .isEqualTo(Bootstrap.difference(ours, theirs, 5))
        .isNotEqualTo(Bootstrap.difference(ours, theirs, 6));
  }

  @Test
  void refusesCasesThatDoNotPair() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bootstrap.difference(new double[2], new double[3], 1))
        .withMessageContaining("2 and 3");
  }
}
