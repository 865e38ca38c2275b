package kikkake.recommend;

import static kikkake.TestData.item;
import static kikkake.TestData.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Builds what tests of models need, and looks into them. */
final class Shopping {
  static final double NEVER = Double.POSITIVE_INFINITY;

  private Shopping() {}

  static Basket basket(int day, String... items) {
    return new Basket(day, items(items));
  }

  static Shopper shopper(Basket... baskets) {
    return new Shopper(List.of(baskets));
  }

  static Purchases purchases(Shopper... shoppers) {
    return Purchases.of(List.of(shoppers));
  }

  /** Baskets of which nobody knows the days, each of another person. */
  static Purchases purchases(Basket... baskets) {
    return Purchases.of(List.of(baskets).stream().map(Shopping::shopper).toList());
  }

  /** What stands together in baskets that all count 1. */
  static CoOccurrence together(Purchases purchases) {
    return CoOccurrence.count(purchases, Today.UNKNOWN, NEVER);
  }

  /** The row of an item, in its order. */
  static List<Map.Entry<Integer, Float>> row(ItemWeights weights, int item) {
    return IntStream.range(0, weights.size(item))
        .mapToObj(place -> Map.entry(weights.target(item, place), weights.weight(item, place)))
        .toList();
  }

  /** Asserts a score by its place between one slightly higher and one slightly lower. */
  static void assertScore(Mix mix, String item, double expected) {
    mix.add(item(item + " above"), expected + 1e-9);
    mix.add(item(item + " below"), expected - 1e-9);
    assertThat(mix.best(10_000, any -> true))
        .containsSubsequence(items(item + " above", item, item + " below"));
  }
}
