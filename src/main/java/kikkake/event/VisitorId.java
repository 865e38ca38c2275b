package kikkake.event;

/**
 * A browser or app before its owner signed in; Segment's anonymousId. At most 64 bytes of UTF-8.
 */
public record VisitorId(String value) implements Comparable<VisitorId> {
  public VisitorId {
    Ids.check("visitor id", value);
  }

  @Override
  public int compareTo(VisitorId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
