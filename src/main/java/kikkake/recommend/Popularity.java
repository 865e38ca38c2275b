package kikkake.recommend;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import kikkake.event.ItemId;

/** The items in the most orders of the last four weeks, then in the most orders ever. */
final class Popularity {
  /** The longest the list gets. */
  static final int MAX_ITEMS = 200;

  private static final Duration LATELY = Duration.ofDays(28);

  private Popularity() {}

  static List<ItemId> rank(Baskets baskets) {
    Instant last =
        IntStream.range(0, baskets.size())
            .mapToObj(baskets::time)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    int[] lately = new int[baskets.itemCount()];
    int[] ever = new int[baskets.itemCount()];
    for (int basket = 0; basket < baskets.size(); basket++) {
      boolean recent = baskets.time(basket).isAfter(last.minus(LATELY));
      for (int item : baskets.all(basket)) {
        ever[item]++;
        lately[item] += recent ? 1 : 0;
      }
    }
    Integer[] order = IntStream.range(0, ever.length).boxed().toArray(Integer[]::new);
    Arrays.sort(
        order,
        Comparator.comparingInt((Integer item) -> -lately[item])
            .thenComparingInt(item -> -ever[item])
            .thenComparing(baskets::item));
    return Arrays.stream(order).limit(MAX_ITEMS).map(baskets::item).toList();
  }
}
