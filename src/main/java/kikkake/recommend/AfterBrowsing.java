package kikkake.recommend;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kikkake.event.ItemId;

/**
 * What somebody buys who looked around: first of all what was looked at and not bought since, the
 * cart before the rest; then what similar visits looked at; then what the person buys anyway.
 *
 * @param similar of the shop's visits
 * @param purchases of the shop
 */
public record AfterBrowsing(SessionModel similar, PurchaseModel purchases) {
  private static final double IN_CART = 3;
  private static final Duration HALF_LIFE = Duration.ofDays(2);

  /** So many of the last looks find similar visits. */
  static final int MOST_LAST = 5;

  private static final double SIMILAR = 0.3;
  private static final double ANYWAY = 0.1;

  /**
   * The best items, best first.
   *
   * @param looks in the order of time, none after {@code now}
   */
  public List<ItemId> rank(List<Look> looks, Shopper bought, Instant now, Today today, int most) {
    Map<ItemId, Integer> boughtLast = new HashMap<>();
    for (Basket basket : bought.baskets()) {
      basket.items().forEach(item -> boughtLast.merge(item, basket.day(), Math::max));
    }
    Mix looked = new Mix();
    for (Look look : looks) {
      if (boughtLast.getOrDefault(look.item(), Integer.MIN_VALUE) < Basket.dayOf(look.at())) {
        double age = (double) Duration.between(look.at(), now).toSeconds() / HALF_LIFE.toSeconds();
        looked.add(look.item(), (look.intoCart() ? IN_CART : 1) * Math.pow(0.5, age));
      }
    }
    List<ItemId> items = looks.stream().map(Look::item).toList();
    Mix mix = new Mix();
    mix.add(looked, 1);
    mix.add(
        similar.score(items.subList(Math.max(0, items.size() - MOST_LAST), items.size())), SIMILAR);
    mix.add(purchases.score(bought, today), ANYWAY);
    return purchases.best(mix, most, item -> true);
  }
}
