package kikkake.event;

/** Who a customer is to the shop; the shop's own id. At most 64 bytes of UTF-8. */
public record CustomerId(String value) implements Comparable<CustomerId> {
  public CustomerId {
    Ids.check("customer id", value);
  }

  @Override
  public int compareTo(CustomerId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
