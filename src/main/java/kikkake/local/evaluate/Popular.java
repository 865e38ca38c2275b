package kikkake.local.evaluate;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.event.ItemId;

/** All items by how many baskets or visits they were in lately, then by id. */
final class Popular {
  /** What "lately" is. */
  static final int DAYS = 90;

  private final List<ItemId> order;
  private final Map<ItemId, Integer> places = new HashMap<>();

  private Popular(List<ItemId> order) {
    this.order = List.copyOf(order);
    for (int i = 0; i < order.size(); i++) {
      places.put(order.get(i), i);
    }
  }

  /**
   * Counts.
   *
   * @param known all items there are to rank
   * @param groups the baskets or visits that count; an item counts once in each
   */
  static Popular of(Set<ItemId> known, Collection<List<ItemId>> groups) {
    Map<ItemId, Integer> counts = new HashMap<>();
    for (List<ItemId> group : groups) {
      group.stream().distinct().forEach(item -> counts.merge(item, 1, Integer::sum));
    }
    return new Popular(
        known.stream()
            .sorted(
                Comparator.comparingInt((ItemId item) -> -counts.getOrDefault(item, 0))
                    .thenComparing(Comparator.naturalOrder()))
            .toList());
  }

  /** The most popular that are not among {@code without}. */
  List<ItemId> list(int k, Collection<ItemId> without) {
    return order.stream().filter(item -> !without.contains(item)).limit(k).toList();
  }

  /** The more popular first. */
  Comparator<ItemId> moreFirst() {
    return Comparator.comparingInt((ItemId item) -> places.getOrDefault(item, order.size()))
        .thenComparing(Comparator.naturalOrder());
  }
}
