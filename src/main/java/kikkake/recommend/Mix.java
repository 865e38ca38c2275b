package kikkake.recommend;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import kikkake.event.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what speaks for each item, and ranks. Equal scores are ranked by item id. A table with
 * open addressing: a ranking adds a thousand scores, and no object for each.
 */
final class Mix {
  /** A weight so small that it decides between equals only. */
  static final double BETWEEN_EQUALS = 1e-6;

  private static final int FIRST_ROOM = 2_048;

  /**
   * 2^32 over the golden ratio: numbered ids have hashes side by side, and would crowd together.
   */
  private static final int SPREAD = 0x9E3779B9;

  /** As many as a power of two, at most half of them in use. */
  private @Nullable ItemId[] items = new ItemId[FIRST_ROOM];

  private double[] scores = new double[FIRST_ROOM];
  private int size;

  private record Ranked(ItemId item, double score) implements Comparable<Ranked> {
    /** The best comes first. */
    @Override
    public int compareTo(Ranked other) {
      int order = Double.compare(other.score, score);
      return order == 0 ? item.compareTo(other.item) : order;
    }
  }

  void add(ItemId item, double score) {
    int place = place(item);
    if (items[place] == null) {
      if (2 * size >= items.length) {
        grow();
        place = place(item);
      }
      items[place] = item;
      size++;
    }
    scores[place] += score;
  }

  /** What was added for an item; 0 where nothing was. */
  double score(ItemId item) {
    return scores[place(item)];
  }

  /** Where an item stands, or else where it belongs. */
  private int place(ItemId item) {
    int place = (item.hashCode() * SPREAD) >>> (Integer.numberOfLeadingZeros(items.length) + 1);
    ItemId there = items[place];
    while (there != null && !Objects.equals(there, item)) {
      place = (place + 1) & (items.length - 1);
      there = items[place];
    }
    return place;
  }

  private void grow() {
    @Nullable ItemId[] before = items;
    double[] scoresBefore = scores;
    items = new ItemId[2 * before.length];
    scores = new double[items.length];
    for (int i = 0; i < before.length; i++) {
      ItemId item = before[i];
      if (item != null) {
        int place = place(item);
        items[place] = item;
        scores[place] = scoresBefore[i];
      }
    }
  }

  /** Adds another mix, so weighted that its best item adds {@code weight}. */
  void add(Mix other, double weight) {
    double best = other.most();
    if (best > 0 && weight != 0) {
      for (int i = 0; i < other.items.length; i++) {
        ItemId item = other.items[i];
        if (item != null) {
          add(item, weight / best * other.scores[i]);
        }
      }
    }
  }

  /** Weights everything alike, so that the best item has 1; where none is above 0, none is left. */
  void normalise() {
    double best = most();
    if (best > 0) {
      scale(item -> 1 / best);
    } else {
      Arrays.fill(items, null);
      Arrays.fill(scores, 0);
      size = 0;
    }
  }

  private double most() {
    double most = 0;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    return most;
  }

  void scale(ToDoubleFunction<ItemId> factor) {
    for (int i = 0; i < items.length; i++) {
      ItemId item = items[i];
      if (item != null) {
        scores[i] *= factor.applyAsDouble(item);
      }
    }
  }

  /** The best and some others: all that can be among the best when only the others gain. */
  Mix shortened(int most, Set<ItemId> others) {
    Mix shorter = new Mix();
    for (Ranked ranked : ranked(most, item -> true)) {
      shorter.add(ranked.item(), ranked.score());
    }
    for (ItemId item : others) {
      int place = place(item);
      if (items[place] != null && shorter.items[shorter.place(item)] == null) {
        shorter.add(item, scores[place]);
      }
    }
    return shorter;
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
    return ranked(most, allowed).stream().map(Ranked::item).toList();
  }

  private List<Ranked> ranked(int most, Predicate<ItemId> allowed) {
    if (most == 0) {
      return List.of();
    }
    PriorityQueue<Ranked> kept = new PriorityQueue<>(most + 1, Comparator.reverseOrder());
    for (int i = 0; i < items.length; i++) {
      ItemId item = items[i];
      if (item == null || scores[i] <= 0 || isWorse(scores[i], kept, most) || !allowed.test(item)) {
        continue;
      }
      kept.add(new Ranked(item, scores[i]));
      if (kept.size() > most) {
        kept.remove();
      }
    }
    return kept.stream().sorted().toList();
  }

  private static boolean isWorse(double score, PriorityQueue<Ranked> kept, int most) {
    return kept.size() == most && score < kept.element().score();
  }
}
