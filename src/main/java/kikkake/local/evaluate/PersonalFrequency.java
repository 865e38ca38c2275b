package kikkake.local.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kikkake.event.ItemId;
import kikkake.recommend.Basket;
import kikkake.recommend.Shopper;

/** What the person bought most often, ties by popularity; then what is popular. */
record PersonalFrequency(Popular popular) implements Ranker<Shopper> {
  @Override
  public List<ItemId> rank(Shopper shopper, int k) {
    Map<ItemId, Integer> counts = new HashMap<>();
    for (Basket basket : shopper.baskets()) {
      basket.items().forEach(item -> counts.merge(item, 1, Integer::sum));
    }
    List<ItemId> list =
        new ArrayList<>(
            counts.keySet().stream()
                .sorted(
                    Comparator.comparingInt((ItemId item) -> -counts.getOrDefault(item, 0))
                        .thenComparing(popular.moreFirst()))
                .limit(k)
                .toList());
    list.addAll(popular.list(k - list.size(), counts.keySet()));
    return list;
  }
}
