package kikkake.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kikkake.event.ItemId;
import kikkake.recommend.Basket;
import kikkake.recommend.Shopper;

/**
 * What one person bought, packed: items by their numbers in the order of their ids.
 *
 * @param days of the baskets, one basket for each
 * @param baskets the items of each, in ascending order
 */
@SuppressWarnings("ArrayRecordComponent") // Packed, and never compared.
record Person(String key, int[] days, int[][] baskets) implements Serializable {
  /**
   * Puts a person's orders together.
   *
   * @param names of all items, sorted
   */
  static Person of(String key, Iterable<Order> orders, String[] names) {
    List<Basket> all = new ArrayList<>();
    for (Order order : orders) {
      all.add(new Basket(order.day(), Arrays.stream(order.items()).map(ItemId::new).toList()));
    }
    List<Basket> baskets = new Shopper(all).baskets();
    return new Person(
        key,
        baskets.stream().mapToInt(Basket::day).toArray(),
        baskets.stream().map(basket -> numbers(basket, names)).toArray(int[][]::new));
  }

  private static int[] numbers(Basket basket, String[] names) {
    return basket.items().stream()
        .mapToInt(item -> Arrays.binarySearch(names, item.value()))
        .sorted()
        .toArray();
  }

  Shopper shopper(String[] names) {
    List<Basket> all = new ArrayList<>();
    for (int i = 0; i < days.length; i++) {
      all.add(
          new Basket(
              days[i],
              Arrays.stream(baskets[i]).mapToObj(item -> new ItemId(names[item])).toList()));
    }
    return new Shopper(all);
  }

  /** Whether the person is among so great a share of all; the same in every rebuild. */
  boolean isAmong(double share) {
    int hash = key.hashCode() * 0x9E3779B9;
    return Integer.toUnsignedLong(hash ^ (hash >>> 15)) < share * (1L << 32);
  }
}
