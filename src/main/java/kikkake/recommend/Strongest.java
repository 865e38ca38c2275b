package kikkake.recommend;

/**
 * Keeps the entries with the greatest absolute values of one list, in a heap that has the weakest
 * on top; of equals the one with the smaller number stays.
 */
public final class Strongest {
  private final int[] items;
  private final float[] values;
  private int size;

  public Strongest(int most) {
    this.items = new int[most];
    this.values = new float[most];
  }

  public void offer(int item, float value) {
    if (size < items.length) {
      items[size] = item;
      values[size] = value;
      rise(size++);
    } else if (isWeaker(items[0], values[0], item, value)) {
      items[0] = item;
      values[0] = value;
      sink(size);
    }
  }

  private static boolean isWeaker(int item, float value, int than, float other) {
    float a = Math.abs(value);
    float b = Math.abs(other);
    return a == b ? item > than : a < b;
  }

  private boolean isWeaker(int place, int than) {
    return isWeaker(items[place], values[place], items[than], values[than]);
  }

  private void rise(int from) {
    int place = from;
    while (place > 0 && isWeaker(place, (place - 1) / 2)) {
      swap(place, (place - 1) / 2);
      place = (place - 1) / 2;
    }
  }

  private void sink(int end) {
    int place = 0;
    while (true) {
      int weakest = place;
      for (int child = 2 * place + 1; child <= 2 * place + 2 && child < end; child++) {
        weakest = isWeaker(child, weakest) ? child : weakest;
      }
      if (weakest == place) {
        return;
      }
      swap(place, weakest);
      place = weakest;
    }
  }

  private void swap(int a, int b) {
    int item = items[a];
    float value = values[a];
    items[a] = items[b];
    values[a] = values[b];
    items[b] = item;
    values[b] = value;
  }

  /** Puts what was kept into the row of an item, and begins anew. */
  void drainInto(ItemWeights weights, int row) {
    weights.set(row, drain());
  }

  /** What was kept, the strongest first; begins anew. */
  public ItemList drain() {
    int[] targets = new int[size];
    float[] strengths = new float[size];
    for (int end = size - 1; end >= 0; end--) {
      targets[end] = items[0];
      strengths[end] = values[0];
      items[0] = items[end];
      values[0] = values[end];
      sink(end);
    }
    size = 0;
    return new ItemList(targets, strengths);
  }
}
