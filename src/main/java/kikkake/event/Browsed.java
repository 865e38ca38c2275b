package kikkake.event;

import java.time.Instant;

/** Somebody looked at an item, or put it into the cart or took it out. */
public record Browsed(Action action, ItemId item, Who who, Instant occurredAt)
    implements ShopEvent {
  /** What was done with the item. */
  public enum Action {
    VIEWED,
    ADDED,
    REMOVED
  }

  public Browsed {
    if (who.customer() == null && who.visitor() == null) {
      throw new IllegalArgumentException("a browse needs a customer or a visitor");
    }
  }
}
