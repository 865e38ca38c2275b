package kikkake.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody bought something; the business key is the order.
 *
 * @param lines never empty
 * @param total what was paid, shipping and discount included; null where the shop sent none
 * @param shipping part of the total; null where the shop sent none
 * @param discount taken off the total, 0 or more; null where the shop sent none
 */
public record Purchased(
    OrderId order,
    Who who,
    Instant occurredAt,
    Contact contact,
    Currency currency,
    List<OrderLine> lines,
    @Nullable BigDecimal total,
    @Nullable BigDecimal shipping,
    @Nullable BigDecimal discount)
    implements ShopEvent {
  public Purchased {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("order " + order + " has no lines");
    }
  }
}
