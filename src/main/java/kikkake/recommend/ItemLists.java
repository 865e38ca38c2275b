package kikkake.recommend;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.event.ItemId;

/** What a rebuild made: what goes with an item, and what is known of the shop as a whole. */
public interface ItemLists {
  /** The lists of an item, the strongest neighbours first. */
  record Row(List<Neighbour> together, List<Neighbour> fresh) {
    /** Of an item that no rebuild has seen. */
    public static final Row NONE = new Row(List.of(), List.of());

    public Row {
      together = List.copyOf(together);
      fresh = List.copyOf(fresh);
    }
  }

  /** The rows that there are of those items, in one request; eventually consistent. */
  Map<ItemId, Row> find(Set<ItemId> items);

  /** The shop's facts; read again after a while. */
  ShopFacts facts();

  /**
   * Puts new lists in place of the old.
   *
   * @return how many rows differed and were written
   */
  int replace(Map<ItemId, Row> rows, ShopFacts facts);
}
