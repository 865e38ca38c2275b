package kikkake.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.event.ItemId;

/**
 * What somebody looks at next, by the visits that are most like this one: a pure function over the
 * latest visits of each of the last items, which stand in the items' rows.
 *
 * <p>Source: Kersbergen, Sprangers and Schelter, Serenade: Low-latency session-based recommendation
 * in e-commerce at scale (2022), there with an index of sessions on each server.
 *
 * @param window how many of the last items count
 * @param neighbours how many of the most similar visits lend their items
 */
record SimilarVisits(int window, int neighbours) {
  /** The most visits that an item's row keeps. */
  static final int KEPT = 100;

  private static final double FADES = 0.1;

  private static final class Similar {
    private final Visit visit;
    private double similarity;
    private int latest;

    Similar(Visit visit) {
      this.visit = visit;
    }
  }

  private static final Comparator<Similar> MOST_SIMILAR_FIRST =
      Comparator.comparingDouble((Similar similar) -> -similar.similarity)
          .thenComparingLong(similar -> -similar.visit.number());

  /**
   * Adds up what speaks for each item.
   *
   * @param prefix the way so far, the latest last
   * @param rows the latest visits of each item of the prefix
   * @param visits how many there are in all, and {@code counts} in how many of them each item is:
   *     what is rare says more
   */
  Mix score(
      List<ItemId> prefix,
      Map<ItemId, List<Visit>> rows,
      double visits,
      Map<ItemId, Integer> counts) {
    List<ItemId> last = prefix.subList(Math.max(0, prefix.size() - window), prefix.size());
    Map<Long, Similar> similar = new HashMap<>();
    Set<ItemId> seen = new HashSet<>();
    for (int steps = 1; steps <= last.size(); steps++) {
      ItemId item = last.get(last.size() - steps);
      if (seen.add(item)) {
        double weight = (last.size() - steps + 1.0) / last.size();
        for (Visit visit : rows.getOrDefault(item, List.of())) {
          Similar one = similar.computeIfAbsent(visit.number(), number -> new Similar(visit));
          one.similarity += weight;
          one.latest = one.latest == 0 ? steps : one.latest;
        }
      }
    }
    Mix mix = new Mix();
    List<Similar> ranked = new ArrayList<>(similar.values());
    ranked.sort(MOST_SIMILAR_FIRST);
    for (Similar one : ranked.subList(0, Math.min(neighbours, ranked.size()))) {
      double weight = one.similarity * Math.max(0, 1 - FADES * one.latest);
      for (ItemId item : one.visit.items()) {
        mix.add(item, weight * rarity(visits, counts.getOrDefault(item, 1)));
      }
    }
    return mix;
  }

  /** Nothing is so common that it speaks against an item, not even by a count that grew since. */
  private static double rarity(double visits, int count) {
    return Math.max(0, Math.log(visits / count));
  }
}
