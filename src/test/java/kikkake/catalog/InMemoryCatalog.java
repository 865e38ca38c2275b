package kikkake.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kikkake.event.ItemId;

/** A catalog that is forgotten with the test, and can be made to fail. */
public final class InMemoryCatalog implements Catalog {
  private final Map<ItemId, Item> items = new HashMap<>();
  private boolean broken;

  @Override
  public void put(Item item) {
    items.merge(
        item.id(),
        item,
        (known, next) -> next.updatedAt().isBefore(known.updatedAt()) ? known : next);
  }

  @Override
  public Map<ItemId, Item> find(Set<ItemId> wanted) {
    if (broken) {
      throw new IllegalStateException("The catalog does not answer");
    }
    Map<ItemId, Item> found = new HashMap<>(items);
    found.keySet().retainAll(wanted);
    return found;
  }

  /** From now on every look-up fails, or works again. */
  public void breakDown(boolean down) {
    broken = down;
  }
}
