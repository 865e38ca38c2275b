package kikkake.local.simulate;

import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * The part of the table that a scan reads. A partition is in one segment as a whole; in which,
 * means nothing, as in DynamoDB, and is always the same.
 */
record Segment(int number, int total) {
  private static final int MOST = 1_000_000;

  /** The segment that a scan asks for; of a scan that asks for none, the whole. */
  static Segment of(ScanRequest request) {
    Integer number = request.segment();
    Integer total = request.totalSegments();
    if (number == null && total == null) {
      return new Segment(0, 1);
    }
    if (number == null) {
      throw missing("Segment", "TotalSegments");
    }
    if (total == null) {
      throw missing("TotalSegments", "Segment");
    }
    if (total < 1 || total > MOST) {
      throw Refusal.invalid("TotalSegments must be 1 to 1000000, not " + total);
    }
    if (number < 0 || number >= total) {
      throw Refusal.invalid("Segment must be 0 or more and less than TotalSegments, not " + number);
    }
    return new Segment(number, total);
  }

  private static RuntimeException missing(String one, String other) {
    return Refusal.invalid(
        "The "
            + one
            + " parameter is required but was not present in the request when "
            + other
            + " parameter is present");
  }

  boolean has(Key key) {
    return Math.floorMod(key.pk().hashCode(), total) == number;
  }
}
