package kikkake.recommend;

import java.time.Instant;
import kikkake.catalog.Item;
import kikkake.event.ItemId;

/** An item to show to a customer, and why. */
public record Recommendation(Item item, Reason reason) {
  /** Why an item is shown. */
  public sealed interface Reason {
    /**
     * It is often bought with something the customer has.
     *
     * @param title by which the customer knows that
     */
    record BoughtWith(ItemId item, String title) implements Reason {}

    /**
     * Others who looked at something the customer looked at also looked at this.
     *
     * @param title by which the customer knows that
     */
    record LookedAtWith(ItemId item, String title) implements Reason {}

    /** The customer looked at it and did not buy it. */
    record LookedAt(Instant at, boolean inCart) implements Reason {}

    /**
     * The customer buys it again and again.
     *
     * @param days the usual time between two purchases
     */
    record BoughtEvery(int days) implements Reason {}

    /** Many buy it now. */
    record Popular() implements Reason {}

    /** What sort of reason it is, for programs. */
    default String kind() {
      return switch (this) {
        case BoughtWith with -> "bought-with";
        case BoughtEvery every -> "bought-every";
        case LookedAtWith with -> "looked-at-with";
        case LookedAt looked -> looked.inCart() ? "in-cart" : "looked-at";
        case Popular popular -> "popular";
      };
    }

    /** Its sort and what it refers to, for records. */
    default String code() {
      return switch (this) {
        case BoughtWith with -> kind() + " " + with.item();
        case BoughtEvery every -> kind() + " " + every.days() + " days";
        case LookedAtWith with -> kind() + " " + with.item();
        case LookedAt looked -> kind() + " " + looked.at();
        case Popular popular -> kind();
      };
    }
  }
}
