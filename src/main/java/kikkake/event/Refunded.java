package kikkake.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods came back for money, all of an order or some of its lines.
 *
 * @param refund the business key; the order's number where the shop numbers no refunds
 * @param order the order it belongs to; null where the shop does not know
 * @param lines what came back; empty means the whole order
 */
public record Refunded(
    OrderId refund, @Nullable OrderId order, Who who, Instant occurredAt, List<OrderLine> lines)
    implements ShopEvent {
  public Refunded {
    lines = List.copyOf(lines);
    if (order == null && lines.isEmpty()) {
      throw new IllegalArgumentException(
          "refund " + refund + " names neither an order nor what came back");
    }
  }
}
