package kikkake.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order.
 *
 * @param title the item's name as sold; null where the shop sent none
 * @param quantity pieces, 1 or more
 * @param unitPrice price of one piece in the order's currency, 0 or more
 */
public record OrderLine(ItemId item, @Nullable String title, int quantity, BigDecimal unitPrice) {
  public OrderLine {
    if (quantity < 1) {
      throw new IllegalArgumentException("quantity must be 1 or more");
    }
    if (unitPrice.signum() < 0) {
      throw new IllegalArgumentException("price must be 0 or more");
    }
  }

  /** Quantity times unit price. */
  public BigDecimal amount() {
    return unitPrice.multiply(BigDecimal.valueOf(quantity));
  }
}
