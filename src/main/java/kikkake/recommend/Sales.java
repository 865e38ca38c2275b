package kikkake.recommend;

import java.io.Serializable;
import java.util.Arrays;

/** How often each item, by number, was bought: what {@link Rates} are made of. Sums add up. */
public final class Sales implements Serializable {
  static final int LATELY_DAYS = 14;
  static final int LONG_DAYS = 150;
  private static final int POPULAR_DAYS = 90;

  private final int[] lately;
  private final int[] popular;
  private final int[] longer;
  private final int[] ever;
  private final int[] buyers;
  private final int[] again;
  private transient int[] times = {};
  private transient int[] touched = {};
  private transient int size;

  public Sales(int items) {
    this.lately = new int[items];
    this.popular = new int[items];
    this.longer = new int[items];
    this.ever = new int[items];
    this.buyers = new int[items];
    this.again = new int[items];
  }

  static Sales of(Purchases purchases, Today today) {
    Sales sales = new Sales(purchases.itemCount());
    for (int shopper = 0; shopper < purchases.shopperCount(); shopper++) {
      int end = purchases.firstBasket(shopper + 1);
      for (int basket = purchases.firstBasket(shopper); basket < end; basket++) {
        int age = today.age(purchases.day(basket));
        int last = purchases.firstLine(basket + 1);
        for (int place = purchases.firstLine(basket); place < last; place++) {
          sales.add(purchases.line(place), age);
        }
      }
      sales.nextShopper();
    }
    return sales;
  }

  /**
   * Counts an item in a basket of the shopper whose turn it is.
   *
   * @param age of the basket in days
   */
  public void add(int item, int age) {
    lately[item] += age <= LATELY_DAYS ? 1 : 0;
    popular[item] += age <= POPULAR_DAYS ? 1 : 0;
    longer[item] += age <= LONG_DAYS ? 1 : 0;
    ever[item]++;
    if (times.length == 0) {
      times = new int[ever.length];
    }
    int time = ++times[item];
    buyers[item] += time == 1 ? 1 : 0;
    again[item] += time == 2 ? 1 : 0;
    if (time == 1) {
      if (size == touched.length) {
        touched = Arrays.copyOf(touched, 2 * size + 16);
      }
      touched[size++] = item;
    }
  }

  /** What is added from now on was bought by somebody else. */
  public void nextShopper() {
    while (size > 0) {
      times[touched[--size]] = 0;
    }
  }

  /** Adds what other shoppers bought. */
  public Sales plus(Sales others) {
    add(lately, others.lately);
    add(popular, others.popular);
    add(longer, others.longer);
    add(ever, others.ever);
    add(buyers, others.buyers);
    add(again, others.again);
    return this;
  }

  private static void add(int[] counts, int[] others) {
    for (int item = 0; item < counts.length; item++) {
      counts[item] += others[item];
    }
  }

  int items() {
    return ever.length;
  }

  /** In baskets of the last {@value #LATELY_DAYS} days. */
  int lately(int item) {
    return lately[item];
  }

  /** In baskets of the last {@value #POPULAR_DAYS} days. */
  int popular(int item) {
    return popular[item];
  }

  /** In baskets of the last {@value #LONG_DAYS} days. */
  int longer(int item) {
    return longer[item];
  }

  int ever(int item) {
    return ever[item];
  }

  /** Who bought it. */
  int buyers(int item) {
    return buyers[item];
  }

  /** Who bought it on a second day. */
  int again(int item) {
    return again[item];
  }
}
