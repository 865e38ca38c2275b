package kikkake.recommend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import kikkake.event.ItemId;

/**
 * What a shop's visits say about the next look: all that a rebuild learned, or what the rows of
 * some items keep of it. The laptop measures with it, and mails and slots are made with it.
 *
 * @param window how many of the last items speak
 * @param neighbours how many of the most similar visits lend their items; 0 where lists of what is
 *     looked at together speak instead
 * @param count of the visits of the whole shop
 * @param latest visits of an item, the latest first; at most {@value SimilarVisits#KEPT}
 * @param counts in how many visits an item is, of the items of those visits
 * @param lists of what is looked at together with an item; only where they speak
 */
public record Visits(
    int window,
    int neighbours,
    int count,
    Map<ItemId, List<Visit>> latest,
    Map<ItemId, Integer> counts,
    Map<ItemId, List<Neighbour>> lists) {
  /** Of a shop of whose visits nothing is known. */
  public static final Visits NONE = new Visits(0, 0, 0, Map.of(), Map.of(), Map.of());

  private static final double FADES = 0.5;

  public Visits {
    latest = Map.copyOf(latest);
    counts = Map.copyOf(counts);
    lists = Map.copyOf(lists);
  }

  /** What speaks for each item after the way so far, the latest last. */
  Mix score(List<ItemId> way) {
    return neighbours == 0
        ? merged(way)
        : new SimilarVisits(window, neighbours).score(way, latest, count, counts);
  }

  private Mix merged(List<ItemId> way) {
    Mix mix = new Mix();
    List<ItemId> backwards = new ArrayList<>(way);
    Collections.reverse(backwards);
    double weight = 1;
    for (ItemId seed : new LinkedHashSet<>(backwards).stream().limit(window).toList()) {
      Ranking.speak(lists.getOrDefault(seed, List.of()), weight, mix);
      weight *= FADES;
    }
    return mix;
  }
}
