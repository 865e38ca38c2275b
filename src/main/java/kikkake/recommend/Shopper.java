package kikkake.recommend;

import java.util.Comparator;
import java.util.List;

/**
 * What one person bought.
 *
 * @param baskets in the order of their days
 */
public record Shopper(List<Basket> baskets) {
  public Shopper {
    baskets = baskets.stream().sorted(Comparator.comparingInt(Basket::day)).toList();
  }

  /** What the person had bought before a day. */
  Shopper before(int day) {
    return new Shopper(baskets.stream().filter(basket -> basket.day() < day).toList());
  }
}
