package kikkake.recommend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kikkake.catalog.Item;
import kikkake.event.ItemId;

/**
 * The places of a mail or a page, which the best items that may be shown take one after the other:
 * none that is sold out or unpublished, none of a family that is there or is owned, and at most
 * {@value #MOST_OF_A_CATEGORY} of a category as long as others will do.
 */
final class Shelf {
  static final int MOST_OF_A_CATEGORY = 2;

  private final int places;
  private final Function<ItemId, Recommendation.Reason> reasons;
  private final List<Recommendation> shown = new ArrayList<>();
  private final List<Item> waiting = new ArrayList<>();
  private final Set<ItemId> taken = new HashSet<>();
  private final Set<String> families = new HashSet<>();
  private final Map<String, Integer> categories = new HashMap<>();

  /**
   * An empty shelf.
   *
   * @param reasons why an item is offered
   */
  Shelf(int places, Function<ItemId, Recommendation.Reason> reasons) {
    this.places = places;
    this.reasons = reasons;
  }

  /** Nothing of this item's family may be shown. */
  void bar(Item item) {
    if (item.family() != null) {
      families.add(item.family());
    }
  }

  /** Takes an item for a reason of its own, whatever its category. */
  void place(Item item, Recommendation.Reason reason) {
    if (!isFull() && mayShow(item)) {
      put(item, reason);
    }
  }

  /** Takes the next best item, or keeps it in mind where its category is there enough. */
  void offer(Item item) {
    String category = item.category();
    if (isFull() || !mayShow(item)) {
      return;
    }
    if (category != null && categories.getOrDefault(category, 0) >= MOST_OF_A_CATEGORY) {
      waiting.add(item);
    } else {
      put(item, reasons.apply(item.id()));
    }
  }

  /**
   * Takes what was kept in mind, if that is enough to fill the shelf, or the last that there is.
   */
  void takeWaiting(boolean last) {
    if (last || shown.size() + waiting.size() >= places) {
      waiting.forEach(item -> place(item, reasons.apply(item.id())));
      waiting.clear();
    }
  }

  private boolean mayShow(Item item) {
    return item.available()
        && !taken.contains(item.id())
        && (item.family() == null || !families.contains(item.family()));
  }

  private void put(Item item, Recommendation.Reason reason) {
    taken.add(item.id());
    bar(item);
    if (item.category() != null) {
      categories.merge(item.category(), 1, Integer::sum);
    }
    shown.add(new Recommendation(item, reason));
  }

  boolean isEmpty() {
    return shown.isEmpty();
  }

  boolean isFull() {
    return shown.size() >= places;
  }

  List<Recommendation> shown() {
    return List.copyOf(shown);
  }
}
