package kikkake.local.simulate;

/** What DynamoDB charges: "Capacity unit consumption" in its guide. */
final class Units {
  private static final int WRITE_BYTES = 1_024;
  private static final int READ_BYTES = 4_096;

  private Units() {}

  /** The units of writing one item, or one entry of the index, of that many bytes. */
  static double written(int bytes) {
    return Math.max(1, Math.ceilDiv(bytes, WRITE_BYTES));
  }

  /** The units of reading that many bytes at once; half of them where it may be stale. */
  static double read(int bytes, boolean consistent) {
    int units = Math.max(1, Math.ceilDiv(bytes, READ_BYTES));
    return consistent ? units : units / 2.0;
  }
}
