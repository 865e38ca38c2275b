package kikkake.recommend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kikkake.catalog.Item;
import kikkake.event.ItemId;
import kikkake.history.Views;

/** What similar visits say after the last {@value AfterBrowsing#MOST_LAST} looks of somebody. */
final class LastLooks {
  private final Visits visits;

  /** The latest last. */
  private final List<ItemId> items;

  /** What each of the items says by itself. */
  private final List<Mix> alone;

  private LastLooks(List<ItemId> items, Visits visits) {
    this.items = items;
    this.visits = visits;
    this.alone = items.stream().map(item -> visits.score(List.of(item))).toList();
  }

  /**
   * Reads what the visits with the last of some looks say, in one request.
   *
   * @param looks the latest first
   */
  static LastLooks of(List<Views.View> looks, ItemLists lists) {
    List<ItemId> items = new ArrayList<>();
    for (int i = Math.min(looks.size(), AfterBrowsing.MOST_LAST) - 1; i >= 0; i--) {
      items.add(looks.get(i).item());
    }
    return new LastLooks(items, lists.visits(new HashSet<>(items)));
  }

  /** What is looked at next, best first. */
  List<ItemId> next(int most, Predicate<ItemId> allowed) {
    return visits.score(items).best(most, allowed);
  }

  /** The look that speaks most for an item, later ones more, if it has a name. */
  Optional<Recommendation.Reason> because(ItemId item, Map<ItemId, Item> known) {
    Optional<Recommendation.Reason> reason = Optional.empty();
    double most = 0;
    for (int i = 0; i < items.size(); i++) {
      Item look = known.get(items.get(i));
      double says = (i + 1) * alone.get(i).score(item);
      if (look != null && says > most) {
        most = says;
        reason = Optional.of(new Recommendation.Reason.LookedAtWith(look.id(), look.title()));
      }
    }
    return reason;
  }
}
