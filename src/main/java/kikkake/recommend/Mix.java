package kikkake.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import kikkake.event.ItemId;

/** Adds up what speaks for each item, and ranks. Equal scores are ranked by item id. */
final class Mix {
  /** A weight so small that it decides between equals only. */
  static final double BETWEEN_EQUALS = 1e-6;

  private static final Comparator<Entry> BEST_FIRST =
      Comparator.comparingDouble((Entry entry) -> -entry.score).thenComparing(entry -> entry.item);

  /** With room for what 25 lists of 50 name. */
  private final Map<ItemId, Entry> entries = new HashMap<>(2_048);

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
    double best = other.most();
    if (best > 0 && weight != 0) {
      for (Entry entry : other.entries.values()) {
        add(entry.item, weight / best * entry.score);
      }
    }
  }

  /** Weights everything alike, so that the best item has 1; where none is above 0, none is left. */
  void normalise() {
    double best = most();
    if (best > 0) {
      scale(item -> 1 / best);
    } else {
      entries.clear();
    }
  }

  private double most() {
    double most = 0;
    for (Entry entry : entries.values()) {
      most = Math.max(most, entry.score);
    }
    return most;
  }

  void scale(ToDoubleFunction<ItemId> factor) {
    for (Entry entry : entries.values()) {
      entry.score *= factor.applyAsDouble(entry.item);
    }
  }

  /** The best, then what is popular until there are enough. */
  List<ItemId> best(int most, Predicate<ItemId> allowed, List<ItemId> popular) {
    Set<ItemId> chosen = new LinkedHashSet<>(best(most, allowed));
    for (int i = 0; chosen.size() < most && i < popular.size(); i++) {
      if (allowed.test(popular.get(i))) {
        chosen.add(popular.get(i));
      }
    }
    return List.copyOf(chosen);
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
