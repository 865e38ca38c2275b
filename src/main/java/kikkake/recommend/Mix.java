package kikkake.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import kikkake.event.ItemId;

/** Adds up what speaks for each item, and ranks. Equal scores are ranked by item id. */
final class Mix {
  /** A weight so small that it decides between equals only. */
  static final double BETWEEN_EQUALS = 1e-6;

  private static final Comparator<Entry> BEST_FIRST =
      Comparator.comparingDouble((Entry entry) -> -entry.score).thenComparing(entry -> entry.item);

  private final Map<ItemId, Entry> entries = new HashMap<>();

  private static final class Entry {
    private final ItemId item;
    private double score;

    Entry(ItemId item) {
      this.item = item;
    }
  }

  void add(ItemId item, double score) {
    entries.computeIfAbsent(item, Entry::new).score += score;
  }

  /** Adds another mix, so weighted that its best item adds {@code weight}. */
  void add(Mix other, double weight) {
    double best = 0;
    for (Entry entry : other.entries.values()) {
      best = Math.max(best, entry.score);
    }
    if (best > 0 && weight != 0) {
      for (Entry entry : other.entries.values()) {
        add(entry.item, weight / best * entry.score);
      }
    }
  }

  void scale(ToDoubleFunction<ItemId> factor) {
    for (Entry entry : entries.values()) {
      entry.score *= factor.applyAsDouble(entry.item);
    }
  }

  /** The items with the best scores above 0, best first. */
  List<ItemId> best(int most, Predicate<ItemId> allowed) {
    if (most == 0) {
      return List.of();
    }
    PriorityQueue<Entry> kept = new PriorityQueue<>(most + 1, BEST_FIRST.reversed());
    for (Entry entry : entries.values()) {
      boolean isBetter = kept.size() < most || BEST_FIRST.compare(entry, kept.element()) < 0;
      if (entry.score > 0 && isBetter && allowed.test(entry.item)) {
        kept.add(entry);
        if (kept.size() > most) {
          kept.remove();
        }
      }
    }
    List<Entry> best = new ArrayList<>(kept);
    best.sort(BEST_FIRST);
    return best.stream().map(entry -> entry.item).toList();
  }
}
