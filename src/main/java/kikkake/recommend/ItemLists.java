package kikkake.recommend;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.event.ItemId;

/** What a rebuild made: what goes with an item, and what is known of the shop as a whole. */
public interface ItemLists {
  /** The lists of an item, the strongest neighbours first. */
  record Row(List<Neighbour> together, List<Neighbour> fresh) {
    public Row {
      together = List.copyOf(together);
      fresh = List.copyOf(fresh);
    }
  }

  /** What completes a basket with each of those items, in one request; eventually consistent. */
  Map<ItemId, List<Neighbour>> together(Set<ItemId> items);

  /** What is new to those who have one of those items, in one request; eventually consistent. */
  Map<ItemId, List<Neighbour>> fresh(Set<ItemId> items);

  /** What the visits with those items say, in one request; eventually consistent. */
  Visits visits(Set<ItemId> items);

  /** The shop's facts; read again after a while. */
  ShopFacts facts();

  /**
   * Puts new lists in place of the old.
   *
   * @return how many rows differed and were written
   */
  int replace(Map<ItemId, Row> rows, ShopFacts facts);

  /**
   * Puts new visits in place of the old. Of an item that is in none any more, the old ones go some
   * time later.
   *
   * @return how many rows differed and were written
   */
  int replace(Visits visits);
}
