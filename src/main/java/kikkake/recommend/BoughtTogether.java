package kikkake.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kikkake.event.ItemId;

/**
 * Lists of items bought together: cosine of the co-occurrence counts with shrinkage, count /
 * (sqrt(ci cj) + s), so that a pair seen once does not look like a law.
 *
 * <p>Source: Sarwar et al., Item-based collaborative filtering (2001); the shrinkage as in Bell and
 * Koren (2007).
 */
final class BoughtTogether {
  /** The longest a list gets. */
  static final int MAX_NEIGHBOURS = 50;

  private static final double SHRINKAGE = 5;
  private static final int MIN_COUNT = 2;
  private static final Comparator<Neighbour> BEST_FIRST =
      Comparator.comparingDouble(Neighbour::score).reversed().thenComparing(Neighbour::item);

  private BoughtTogether() {}

  static Map<ItemId, List<Neighbour>> build(Baskets baskets) {
    int[][] basketsOf = basketsOf(baskets);
    int[] together = new int[baskets.itemCount()];
    int[] touched = new int[baskets.itemCount()];
    Map<ItemId, List<Neighbour>> lists = new HashMap<>();
    for (int item = 0; item < baskets.itemCount(); item++) {
      int count = 0;
      for (int basket : basketsOf[item]) {
        for (int other : baskets.together(basket)) {
          if (together[other]++ == 0) {
            touched[count++] = other;
          }
        }
      }
      List<Neighbour> neighbours = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int other = touched[i];
        if (other != item && together[other] >= MIN_COUNT) {
          double norm =
              Math.sqrt((double) basketsOf[item].length * basketsOf[other].length) + SHRINKAGE;
          neighbours.add(new Neighbour(baskets.item(other), together[other] / norm));
        }
        together[other] = 0;
      }
      if (!neighbours.isEmpty()) {
        neighbours.sort(BEST_FIRST);
        lists.put(
            baskets.item(item),
            List.copyOf(neighbours.subList(0, Math.min(MAX_NEIGHBOURS, neighbours.size()))));
      }
    }
    return lists;
  }

  /** For each item the orders it is in. */
  private static int[][] basketsOf(Baskets baskets) {
    int[] sizes = new int[baskets.itemCount()];
    for (int basket = 0; basket < baskets.size(); basket++) {
      for (int item : baskets.together(basket)) {
        sizes[item]++;
      }
    }
    int[][] basketsOf = new int[baskets.itemCount()][];
    for (int item = 0; item < sizes.length; item++) {
      basketsOf[item] = new int[sizes[item]];
    }
    Arrays.fill(sizes, 0);
    for (int basket = 0; basket < baskets.size(); basket++) {
      for (int item : baskets.together(basket)) {
        basketsOf[item][sizes[item]++] = basket;
      }
    }
    return basketsOf;
  }
}
