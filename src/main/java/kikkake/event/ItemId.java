package kikkake.event;

/** The shop's item code, one per thing that can be bought. At most 64 bytes of UTF-8. */
public record ItemId(String value) implements Comparable<ItemId> {
  public ItemId {
    Ids.check("item id", value);
  }

  @Override
  public int compareTo(ItemId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
