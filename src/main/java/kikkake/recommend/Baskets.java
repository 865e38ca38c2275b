package kikkake.recommend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kikkake.event.ItemId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;

/**
 * What was bought together, packed: one sorted array of item numbers per order. Very large orders
 * are left out of it, since they say little and cost much: what a dealer buys in bulk does not
 * belong together.
 */
final class Baskets {
  private static final int MAX_ITEMS = 200;

  private final Map<ItemId, Integer> numbers = new HashMap<>();
  private final List<ItemId> items = new ArrayList<>();
  private final List<int[]> baskets = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();

  void add(Purchased purchase) {
    int[] basket =
        purchase.lines().stream().map(OrderLine::item).mapToInt(this::number).distinct().toArray();
    Arrays.sort(basket);
    baskets.add(basket);
    times.add(purchase.occurredAt());
  }

  private int number(ItemId item) {
    return numbers.computeIfAbsent(
        item,
        fresh -> {
          items.add(fresh);
          return items.size() - 1;
        });
  }

  /** How many orders there are. */
  int size() {
    return baskets.size();
  }

  int itemCount() {
    return items.size();
  }

  ItemId item(int number) {
    return items.get(number);
  }

  /** The item numbers of an order; none where it has more than {@value #MAX_ITEMS}. */
  int[] together(int basket) {
    int[] all = baskets.get(basket);
    return all.length <= MAX_ITEMS ? all : new int[0];
  }

  int[] all(int basket) {
    return baskets.get(basket);
  }

  Instant time(int basket) {
    return times.get(basket);
  }
}
