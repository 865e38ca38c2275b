package kikkake.catalog;

import java.util.Map;
import java.util.Set;
import kikkake.event.ItemId;

/** What the shop sells. */
public interface Catalog {
  /** Puts an item as it is now; one older than the known does not count. */
  void put(Item item);

  /** The items that there are of those; eventually consistent. */
  Map<ItemId, Item> find(Set<ItemId> items);
}
