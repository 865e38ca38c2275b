package kikkake.local.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kikkake.event.ItemId;

/** How good a ranked list is against a truth that is not empty; each figure is from 0 to 1. */
final class Metrics {
  private Metrics() {}

  /** The share of the truth among the first {@code k}. */
  static double recall(List<ItemId> list, Set<ItemId> truth, int k) {
    return (double) list.stream().limit(k).filter(truth::contains).count() / truth.size();
  }

  /** 1 where the first {@code k} have anything of the truth, else 0. */
  static double hitRate(List<ItemId> list, Set<ItemId> truth, int k) {
    return list.stream().limit(k).anyMatch(truth::contains) ? 1 : 0;
  }

  /** 1 / the place of the first hit, counted from 1; 0 where none is among the first {@code k}. */
  static double reciprocalRank(List<ItemId> list, Set<ItemId> truth, int k) {
    for (int i = 0; i < Math.min(k, list.size()); i++) {
      if (truth.contains(list.get(i))) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  /**
   * Discounted gain, 1 / log2(place + 1) for each hit, over that of the best possible list.
   *
   * <p>Source: Jarvelin and Kekalainen, Cumulated gain-based evaluation of IR techniques (2002).
   */
  static double ndcg(List<ItemId> list, Set<ItemId> truth, int k) {
    double gain =
        IntStream.range(0, Math.min(k, list.size()))
            .filter(i -> truth.contains(list.get(i)))
            .mapToDouble(Metrics::discount)
            .sum();
    double ideal =
        IntStream.range(0, Math.min(k, truth.size())).mapToDouble(Metrics::discount).sum();
    return gain / ideal;
  }

  private static double discount(int index) {
    return Math.log(2) / Math.log(index + 2.0);
  }

  /** The share of {@code items} that is among the first {@code k} of any list. */
  static double coverage(List<List<ItemId>> lists, int items, int k) {
    Set<ItemId> shown = new HashSet<>();
    lists.forEach(list -> shown.addAll(list.subList(0, Math.min(k, list.size()))));
    return (double) shown.size() / items;
  }
}
