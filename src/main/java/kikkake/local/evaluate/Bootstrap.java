package kikkake.local.evaluate;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A paired bootstrap of the difference between two recommenders that answered the same cases.
 *
 * <p>Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), the percentile
 * interval.
 */
final class Bootstrap {
  /** How often the cases are drawn anew. */
  static final int RESAMPLES = 1_000;

  private Bootstrap() {}

  /**
   * A difference, and where it lies in 95 of 100 resamples.
   *
   * @param low the 2.5 percentile
   * @param high the 97.5 percentile
   */
  record Interval(double mean, double low, double high) {}

  /**
   * How much more the first has, on average over the cases.
   *
   * @param ours a figure for each case
   * @param theirs the other's figure for the same case
   * @param seed the same seed gives the same interval
   */
  static Interval difference(double[] ours, double[] theirs, long seed) {
    if (ours.length != theirs.length || ours.length == 0) {
      throw new IllegalArgumentException(
          "A paired bootstrap needs the same cases on both sides: %d and %d"
              .formatted(ours.length, theirs.length));
    }
    double[] differences = new double[ours.length];
    Arrays.setAll(differences, i -> ours[i] - theirs[i]);
    RandomGenerator random = Chance.of(seed);
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int j = 0; j < differences.length; j++) {
        sum += differences[random.nextInt(differences.length)];
      }
      means[i] = sum / differences.length;
    }
    Arrays.sort(means);
    return new Interval(
        Arrays.stream(differences).average().orElse(0),
        means[percentile(0.025)],
        means[percentile(0.975)]);
  }

  private static int percentile(double share) {
    return (int) Math.ceil(share * RESAMPLES) - 1;
  }
}
