package kikkake.spark;

import java.util.function.LongSupplier;

/** Lets so many units go in a second, from its making on; says how long the next has to wait. */
final class Throttle {
  private static final double NANOS = 1e9;

  private final double unitsPerSecond;
  private final LongSupplier nanos;
  private final long begin;

  /**
   * A throttle.
   *
   * @param nanos a clock in nanoseconds, from any moment
   */
  Throttle(double unitsPerSecond, LongSupplier nanos) {
    this.unitsPerSecond = unitsPerSecond;
    this.nanos = nanos;
    this.begin = nanos.getAsLong();
  }

  /** Milliseconds until so many units, all together, are no more than was allowed. */
  long pause(double units) {
    double due = units / unitsPerSecond * NANOS;
    return (long) Math.ceil(Math.max(0, due - (nanos.getAsLong() - begin)) / 1e6);
  }
}
