package kikkake.recommend;

import java.time.Instant;
import kikkake.catalog.Item;

/** An item to show to a customer, and why. */
public record Recommendation(Item item, Reason reason) {
  /** Why an item is shown. */
  public sealed interface Reason {
    /** It is often bought with something the customer has. */
    record BoughtWith(String title) implements Reason {}

    /** The customer looked at it and did not buy it. */
    record LookedAt(Instant at, boolean inCart) implements Reason {}

    /** Many buy it now. */
    record Popular() implements Reason {}
  }
}
