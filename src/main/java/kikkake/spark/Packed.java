package kikkake.spark;

import java.util.stream.StreamSupport;

/** An item and a number in one long, so that a shuffle moves no objects; sorted by item. */
final class Packed {
  private Packed() {}

  static long of(int item, float value) {
    return (long) item << 32 | Integer.toUnsignedLong(Float.floatToRawIntBits(value));
  }

  static int item(long packed) {
    return (int) (packed >>> 32);
  }

  static float value(long packed) {
    return Float.intBitsToFloat((int) packed);
  }

  static long[] sorted(Iterable<Long> packed) {
    return StreamSupport.stream(packed.spliterator(), false)
        .mapToLong(Long::longValue)
        .sorted()
        .toArray();
  }
}
