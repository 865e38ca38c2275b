package kikkake.recommend;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.event.ItemId;

/** The lists that a rebuild made: what goes with an item, and what is popular. */
public interface ItemLists {
  /** The lists that there are for those items; eventually consistent. */
  Map<ItemId, List<Neighbour>> boughtTogether(Set<ItemId> items);

  /** The most popular items, best first; read again after a while. */
  List<ItemId> popular();

  /**
   * Puts new lists in place of the old.
   *
   * @return how many rows differed and were written
   */
  int replace(Map<ItemId, List<Neighbour>> boughtTogether, List<ItemId> popular);
}
