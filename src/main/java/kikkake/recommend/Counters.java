package kikkake.recommend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kikkake.event.ItemId;

/**
 * How often and how lately somebody bought each item: what a ranking needs to know of a customer.
 *
 * @param items the strongest first, at most {@value #MOST}
 */
public record Counters(List<Counter> items) {
  /** The most items that count of one customer. */
  public static final int MOST = 200;

  /**
   * What somebody bought of one item.
   *
   * @param weight how much the purchases count now; each counts 1 at first and fades by half in a
   *     half-life
   * @param lastDay of the latest purchase
   */
  public record Counter(ItemId item, double weight, int lastDay) implements Comparable<Counter> {
    /** The strongest comes first, then the latest. */
    @Override
    public int compareTo(Counter other) {
      int order = Double.compare(other.weight, weight);
      order = order == 0 ? Integer.compare(other.lastDay, lastDay) : order;
      return order == 0 ? item.compareTo(other.item) : order;
    }
  }

  public Counters {
    items = items.stream().sorted().limit(MOST).toList();
  }

  /**
   * The counters of somebody on a day.
   *
   * @param halfLife in days of its calendar
   */
  static Counters of(Shopper shopper, Today today, double halfLife) {
    int now = today.of(shopper);
    Map<ItemId, Counter> counters = new HashMap<>();
    for (Basket basket : shopper.baskets()) {
      double weight = Math.pow(0.5, (now - basket.day()) / halfLife);
      for (ItemId item : basket.items()) {
        counters.merge(
            item,
            new Counter(item, weight, basket.day()),
            (a, b) ->
                new Counter(item, a.weight() + b.weight(), Math.max(a.lastDay(), b.lastDay())));
      }
    }
    return new Counters(List.copyOf(counters.values()));
  }

  /** The strongest of them. */
  List<Counter> strongest(int most) {
    return items.subList(0, Math.min(most, items.size()));
  }
}
