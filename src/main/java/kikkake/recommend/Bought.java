package kikkake.recommend;

import java.util.List;
import kikkake.event.ItemId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;

/**
 * An order as far as item lists need it.
 *
 * @param person who bought; an order of nobody known is a person of its own
 */
public record Bought(String person, Basket basket) {
  public static Bought of(Purchased purchase) {
    List<ItemId> items = purchase.lines().stream().map(OrderLine::item).toList();
    String person =
        purchase.who().customer() == null
            ? "O#" + purchase.order()
            : "C#" + purchase.who().customer();
    return new Bought(person, new Basket(Basket.dayOf(purchase.occurredAt()), items));
  }
}
