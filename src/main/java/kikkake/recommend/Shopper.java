package kikkake.recommend;

import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kikkake.event.ItemId;

/**
 * What one person bought.
 *
 * @param baskets one for each day, in the order of the days
 */
public record Shopper(List<Basket> baskets) {
  public Shopper {
    baskets = oneForEachDay(baskets);
  }

  private static List<Basket> oneForEachDay(List<Basket> baskets) {
    List<Basket> sorted =
        baskets.stream().sorted(Comparator.comparingInt(Basket::day)).collect(toList());
    for (int i = sorted.size() - 1; i > 0; i--) {
      if (sorted.get(i).day() == sorted.get(i - 1).day()) {
        List<ItemId> both = new ArrayList<>(sorted.get(i - 1).items());
        both.addAll(sorted.remove(i).items());
        sorted.set(i - 1, new Basket(sorted.get(i - 1).day(), both));
      }
    }
    return List.copyOf(sorted);
  }

  /** Every item of every basket. */
  Set<ItemId> items() {
    return baskets.stream()
        .flatMap(basket -> basket.items().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
