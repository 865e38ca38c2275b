package kikkake.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kikkake.event.ItemId;

/**
 * Takes purchases in any order and packs them: twelve bytes a line while it collects, and the ids
 * of people and items once. What is packed hangs on what was bought, not on the order in which it
 * came.
 */
public final class PurchaseLog {
  private final Map<String, Integer> people = new HashMap<>();
  private final List<String> keys = new ArrayList<>();
  private final Map<ItemId, Integer> numbers = new HashMap<>();
  private final List<ItemId> items = new ArrayList<>();
  private final Ints buyers = new Ints();
  private final Ints days = new Ints();
  private final Ints bought = new Ints();

  /** Adds an order. */
  void add(Bought order) {
    int person = people.computeIfAbsent(order.person(), this::next);
    add(person, order.basket());
  }

  /** Adds all that a new person bought; people without a name keep their order. */
  public void add(Shopper shopper) {
    int person = next("");
    shopper.baskets().forEach(basket -> add(person, basket));
  }

  private int next(String key) {
    keys.add(key);
    return keys.size() - 1;
  }

  private void add(int person, Basket basket) {
    for (ItemId item : basket.items()) {
      buyers.add(person);
      days.add(basket.day());
      bought.add(numbers.computeIfAbsent(item, this::number));
    }
  }

  private int number(ItemId item) {
    items.add(item);
    return items.size() - 1;
  }

  /** All of it: people and items in the order of their ids, a basket for each day. */
  public Purchases pack() {
    List<ItemId> sorted = items.stream().sorted().toList();
    int[] numberOf = new int[items.size()];
    for (int number = 0; number < numberOf.length; number++) {
      numberOf[numbers.getOrDefault(sorted.get(number), -1)] = number;
    }
    int[] placeOf = new int[keys.size()];
    List<Integer> order = new ArrayList<>(IntStream.range(0, placeOf.length).boxed().toList());
    order.sort(Comparator.comparing(keys::get));
    for (int place = 0; place < placeOf.length; place++) {
      placeOf[order.get(place)] = place;
    }
    int[] end = new int[placeOf.length];
    for (int line = 0; line < buyers.size(); line++) {
      end[placeOf[buyers.get(line)]]++;
    }
    Arrays.parallelPrefix(end, Integer::sum);
    // A day and an item in one number, so that sorting one person's needs no objects.
    long[] lines = new long[buyers.size()];
    int[] filled = end.clone();
    for (int line = buyers.size() - 1; line >= 0; line--) {
      int person = placeOf[buyers.get(line)];
      lines[--filled[person]] =
          ((long) days.get(line) << Integer.SIZE) | numberOf[bought.get(line)];
    }
    Packing packing = new Packing();
    for (int person = 0; person < end.length; person++) {
      int begin = person == 0 ? 0 : end[person - 1];
      Arrays.sort(lines, begin, end[person]);
      packing.person(lines, begin, end[person]);
    }
    return new Purchases(
        sorted,
        packing.lines.toArray(),
        packing.basketEnd.toArray(),
        packing.basketDay.toArray(),
        packing.shopperEnd.toArray());
  }

  private static final class Packing {
    private final Ints lines = new Ints();
    private final Ints basketEnd = new Ints();
    private final Ints basketDay = new Ints();
    private final Ints shopperEnd = new Ints();

    void person(long[] sorted, int begin, int end) {
      for (int i = begin; i < end; i++) {
        int day = (int) (sorted[i] >> Integer.SIZE);
        boolean again = i > begin && sorted[i] == sorted[i - 1];
        if (!again) {
          lines.add((int) sorted[i]);
        }
        if (i + 1 == end || (int) (sorted[i + 1] >> Integer.SIZE) != day) {
          basketEnd.add(lines.size());
          basketDay.add(day);
        }
      }
      shopperEnd.add(basketEnd.size());
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

    int get(int place) {
      return values[place];
    }

    int size() {
      return size;
    }

    int[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
