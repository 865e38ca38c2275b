package kikkake.recommend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kikkake.event.ItemId;

/** How often somebody buys an item again. */
final class Intervals {
  private Intervals() {}

  /**
   * The median number of days between two purchases of each item that was bought on two days at
   * least; of two medians the smaller.
   */
  static Map<ItemId, Integer> of(Shopper shopper) {
    Map<ItemId, List<Integer>> days = new HashMap<>();
    for (Basket basket : shopper.baskets()) {
      basket
          .items()
          .forEach(item -> days.computeIfAbsent(item, key -> new ArrayList<>()).add(basket.day()));
    }
    Map<ItemId, Integer> intervals = new HashMap<>();
    days.forEach((item, all) -> {
      if (all.size() > 1) {
        intervals.put(item, median(all));
      }
    });
    return intervals;
  }

  private static int median(List<Integer> days) {
    List<Integer> gaps = new ArrayList<>();
    for (int i = 1; i < days.size(); i++) {
      gaps.add(days.get(i) - days.get(i - 1));
    }
    gaps.sort(null);
    return gaps.get((gaps.size() - 1) / 2);
  }
}
