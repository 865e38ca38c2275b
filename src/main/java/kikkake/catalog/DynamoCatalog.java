package kikkake.catalog;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kikkake.event.ItemId;
import kikkake.table.DynamoChange;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;

/**
 * Keeps the catalog in the table.
 *
 * <pre>
 *  pk         sk   what
 *  I#{item}   A    an item: title, address, picture, price, stock, category, family, published
 * </pre>
 */
public final class DynamoCatalog implements Catalog {
  private final DynamoTable table;

  public DynamoCatalog(DynamoTable table) {
    this.table = table;
  }

  @Override
  public void put(Item item) {
    Currency currency = item.currency();
    DynamoRow row =
        DynamoRow.of(key(item.id()))
            .text("title", item.title())
            .text("url", item.url())
            .text("image", item.image())
            .number("price", item.price())
            .text("currency", currency == null ? null : currency.getCurrencyCode())
            .number("stock", item.stock())
            .text("category", item.category())
            .text("family", item.family())
            .flag("published", item.published())
            .time("updatedAt", item.updatedAt());
    table.put(
        row,
        new DynamoChange()
            .onlyIf("attribute_not_exists(#updatedAt) OR #updatedAt <= :at", "updatedAt")
            .with("at", item.updatedAt().getEpochSecond()));
  }

  @Override
  public Map<ItemId, Item> find(Set<ItemId> items) {
    Map<ItemId, Item> found = new HashMap<>();
    for (DynamoRow row :
        table.get(items.stream().map(DynamoCatalog::key).collect(Collectors.toSet()))) {
      Item item = item(row);
      found.put(item.id(), item);
    }
    return found;
  }

  private static Item item(DynamoRow row) {
    String currency = row.text("currency");
    return new Item(
        new ItemId(row.key().pk().substring(2)),
        row.requiredText("title"),
        row.text("url"),
        row.text("image"),
        row.number("price"),
        currency == null ? null : Currency.getInstance(currency),
        row.number("stock") == null ? null : row.whole("stock", 0),
        row.text("category"),
        row.text("family"),
        row.flag("published"),
        row.requiredTime("updatedAt"));
  }

  private static DynamoKey key(ItemId item) {
    return new DynamoKey("I#" + item, "A");
  }
}
