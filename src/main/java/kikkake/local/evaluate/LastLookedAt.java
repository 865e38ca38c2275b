package kikkake.local.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kikkake.event.ItemId;

/** What was looked at or carted, the latest first; then what is popular. */
record LastLookedAt(Popular popular) implements Ranker<Browsing> {
  @Override
  public List<ItemId> rank(Browsing browsing, int k) {
    Set<ItemId> looked = new LinkedHashSet<>(browsing.items().reversed());
    List<ItemId> list = new ArrayList<>(looked.stream().limit(k).toList());
    list.addAll(popular.list(k - list.size(), looked));
    return list;
  }
}
