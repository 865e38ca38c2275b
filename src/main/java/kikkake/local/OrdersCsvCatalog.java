package kikkake.local;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kikkake.event.ItemId;
import kikkake.event.ItemUpdated;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.ShopEvent;
import org.jspecify.annotations.Nullable;

/** Makes a catalog of what was sold: each item appears a second before its first invoice. */
final class OrdersCsvCatalog {
  private static final String ITEMS = "https://shop.example.com/items/";

  /** What stands on invoices and is no goods; other such things have codes that begin no digit. */
  private static final Set<String> NO_GOODS =
      Set.of(
          "POSTAGE", "DOTCOM POSTAGE", "CARRIAGE", "NEXT DAY CARRIAGE", "PACKING CHARGE", "MANUAL");

  private final Currency currency;
  private final Map<ItemId, ItemUpdated> items = new LinkedHashMap<>();

  OrdersCsvCatalog(Currency currency) {
    this.currency = currency;
  }

  /** Takes the items of an event; events come in the order of their times. */
  void add(ShopEvent event) {
    List<OrderLine> lines =
        switch (event) {
          case Purchased purchased -> purchased.lines();
          case Refunded refunded -> refunded.lines();
          default -> List.of();
        };
    for (OrderLine line : lines) {
      ItemUpdated known = items.get(line.item());
      if (known == null) {
        Instant at = event.occurredAt().minusSeconds(1);
        items.put(line.item(), item(line.item(), line.title(), line.unitPrice(), at));
      } else if (line.title() != null && known.title().equals(line.item().value())) {
        items.put(line.item(), item(line.item(), line.title(), known.price(), known.occurredAt()));
      }
    }
  }

  /** The items in the order in which they appeared. */
  List<ItemUpdated> items() {
    return List.copyOf(items.values());
  }

  private ItemUpdated item(
      ItemId item, @Nullable String title, @Nullable BigDecimal price, Instant at) {
    String code = item.value();
    boolean goods =
        code.charAt(0) >= '0'
            && code.charAt(0) <= '9'
            && (title == null || !NO_GOODS.contains(title.toUpperCase(Locale.ROOT)));
    return new ItemUpdated(
        item,
        at,
        title == null ? code : title,
        ITEMS + URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20"),
        null,
        price,
        currency,
        null,
        null,
        null,
        goods);
  }
}
