package kikkake.event;

/** The shop's order number. At most 64 bytes of UTF-8. */
public record OrderId(String value) implements Comparable<OrderId> {
  public OrderId {
    Ids.check("order id", value);
  }

  @Override
  public int compareTo(OrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
