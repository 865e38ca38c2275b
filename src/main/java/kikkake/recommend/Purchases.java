package kikkake.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kikkake.event.ItemId;

/**
 * What everybody bought, packed for counting: items as numbers in the order of their ids, baskets
 * one after the other, those of one person side by side. About four bytes for an item of a basket
 * and twelve for a basket.
 */
final class Purchases {
  private final List<ItemId> items;
  private final Map<ItemId, Integer> numbers;
  private final int[] lines;
  private final int[] basketEnd;
  private final int[] basketDay;
  private final int[] shopperEnd;

  private Purchases(Builder builder) {
    this.items = builder.items.stream().sorted().toList();
    this.numbers = new HashMap<>();
    int[] sortedPlace = new int[items.size()];
    for (int number = 0; number < sortedPlace.length; number++) {
      numbers.put(items.get(number), number);
      sortedPlace[builder.number(items.get(number))] = number;
    }
    this.lines = builder.lines.toArray();
    this.basketEnd = builder.basketEnd.toArray();
    this.basketDay = builder.basketDay.toArray();
    this.shopperEnd = builder.shopperEnd.toArray();
    Arrays.setAll(lines, place -> sortedPlace[lines[place]]);
    for (int basket = 0; basket < basketEnd.length; basket++) {
      Arrays.sort(lines, firstLine(basket), basketEnd[basket]);
    }
  }

  /** Takes one person after the other. */
  static final class Builder {
    private final List<ItemId> items = new ArrayList<>();
    private final Map<ItemId, Integer> numbers = new HashMap<>();
    private final Ints lines = new Ints();
    private final Ints basketEnd = new Ints();
    private final Ints basketDay = new Ints();
    private final Ints shopperEnd = new Ints();

    Builder add(Shopper shopper) {
      for (Basket basket : shopper.baskets()) {
        basket.items().forEach(item -> lines.add(number(item)));
        basketEnd.add(lines.size());
        basketDay.add(basket.day());
      }
      shopperEnd.add(basketEnd.size());
      return this;
    }

    private int number(ItemId item) {
      return numbers.computeIfAbsent(
          item,
          fresh -> {
            items.add(fresh);
            return items.size() - 1;
          });
    }

    Purchases build() {
      return new Purchases(this);
    }
  }

  /** A list of numbers that grows. */
  private static final class Ints {
    private int[] values = new int[1_024];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size + (size >> 1));
      }
      values[size++] = value;
    }

    int size() {
      return size;
    }

    int[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }

  int itemCount() {
    return items.size();
  }

  ItemId item(int number) {
    return items.get(number);
  }

  /** The number of an item; -1 where nobody bought it. */
  int number(ItemId item) {
    return numbers.getOrDefault(item, -1);
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
