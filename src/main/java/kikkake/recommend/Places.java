package kikkake.recommend;

/** The decimal places that rows keep: what is measured on the laptop is what the table serves. */
final class Places {
  private static final double PLACES = 10_000;

  private Places() {}

  /** A number as a row gives it back: with four decimal places. */
  static double kept(double number) {
    return Math.rint(number * PLACES) / PLACES;
  }
}
