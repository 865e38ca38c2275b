package kikkake.event;

import java.time.Instant;

/** Something that happened in the shop. */
public sealed interface ShopEvent
    permits Purchased, Cancelled, Refunded, Browsed, Identified, ItemUpdated {

  /** When it happened, by the shop's clock; not when it arrived. */
  Instant occurredAt();
}
