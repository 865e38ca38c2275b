package kikkake.recommend;

import java.util.Collection;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import kikkake.event.ItemId;

/**
 * What everybody bought, packed for counting: items as numbers in the order of their ids, baskets
 * one after the other, those of one person side by side. About four bytes for an item of a basket
 * and twelve for a basket.
 */
public final class Purchases {
  private final List<ItemId> items;
  private final int[] lines;
  private final int[] basketEnd;
  private final int[] basketDay;
  private final int[] shopperEnd;

  /** Packed by {@link PurchaseLog}. */
  Purchases(List<ItemId> items, int[] lines, int[] basketEnd, int[] basketDay, int[] shopperEnd) {
    this.items = items;
    this.lines = lines;
    this.basketEnd = basketEnd;
    this.basketDay = basketDay;
    this.shopperEnd = shopperEnd;
  }

  static Purchases of(Collection<Shopper> shoppers) {
    PurchaseLog log = new PurchaseLog();
    shoppers.forEach(log::add);
    return log.pack();
  }

  /**
   * The first baskets of each person; items keep their numbers.
   *
   * @param baskets how many of each
   */
  Purchases first(IntUnaryOperator baskets) {
    int[] kept = new int[shopperCount()];
    int basketCount = 0;
    int lineCount = 0;
    for (int shopper = 0; shopper < kept.length; shopper++) {
      kept[shopper] = baskets.applyAsInt(shopper);
      basketCount += kept[shopper];
      lineCount +=
          firstLine(firstBasket(shopper) + kept[shopper]) - firstLine(firstBasket(shopper));
    }
    int[] keptLines = new int[lineCount];
    int[] keptBasketEnd = new int[basketCount];
    int[] keptBasketDay = new int[basketCount];
    int[] keptShopperEnd = new int[kept.length];
    int line = 0;
    int basket = 0;
    for (int shopper = 0; shopper < kept.length; shopper++) {
      int begin = firstBasket(shopper);
      for (int i = begin; i < begin + kept[shopper]; i++) {
        int size = firstLine(i + 1) - firstLine(i);
        System.arraycopy(lines, firstLine(i), keptLines, line, size);
        line += size;
        keptBasketEnd[basket] = line;
        keptBasketDay[basket++] = basketDay[i];
      }
      keptShopperEnd[shopper] = basket;
    }
    return new Purchases(items, keptLines, keptBasketEnd, keptBasketDay, keptShopperEnd);
  }

  /** The first baskets of one person. */
  Shopper shopper(int shopper, int baskets) {
    int begin = firstBasket(shopper);
    return new Shopper(IntStream.range(begin, begin + baskets).mapToObj(this::basket).toList());
  }

  Basket basket(int basket) {
    return new Basket(
        day(basket),
        IntStream.range(firstLine(basket), firstLine(basket + 1))
            .mapToObj(place -> item(line(place)))
            .toList());
  }

  int itemCount() {
    return items.size();
  }

  ItemId item(int number) {
    return items.get(number);
  }

  int shopperCount() {
    return shopperEnd.length;
  }

  int basketCount() {
    return basketEnd.length;
  }

  /** The number of the first basket of a person; that of the next person's ends this one's. */
  int firstBasket(int shopper) {
    return shopper == 0 ? 0 : shopperEnd[shopper - 1];
  }

  /** How many baskets a person has. */
  int baskets(int shopper) {
    return firstBasket(shopper + 1) - firstBasket(shopper);
  }

  int day(int basket) {
    return basketDay[basket];
  }

  /** Where a basket begins in {@link #line}; the next one's begin is its end. */
  int firstLine(int basket) {
    return basket == 0 ? 0 : basketEnd[basket - 1];
  }

  /** The item at a place; within a basket in ascending order. */
  int line(int place) {
    return lines[place];
  }

  int lineCount() {
    return lines.length;
  }
}
