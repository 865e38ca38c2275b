package kikkake.journey;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kikkake.catalog.Item;
import kikkake.mail.Amounts;
import kikkake.mail.Shop;
import kikkake.mail.Shown;
import kikkake.recommend.Recommendation;
import kikkake.recommend.Recommendation.Reason;

/** Recommended items as the templates show them. */
final class ItemModels {
  private ItemModels() {}

  /**
   * The items.
   *
   * @param zone by which a day of the week is named
   */
  static List<Map<String, Object>> of(
      List<Recommendation> recommendations, Shop shop, String language, ZoneId zone) {
    return recommendations.stream()
        .map(recommendation -> model(recommendation, shop, language, zone))
        .toList();
  }

  /** The items as the ledger keeps them. */
  static List<Shown> shown(List<Recommendation> recommendations) {
    return recommendations.stream()
        .map(each -> new Shown(each.item().id(), each.reason().code()))
        .toList();
  }

  private static Map<String, Object> model(
      Recommendation recommendation, Shop shop, String language, ZoneId zone) {
    Item item = recommendation.item();
    Map<String, Object> model = new HashMap<>();
    model.put("title", item.title());
    model.put("url", item.url() == null ? shop.url() : item.url());
    model.put("reason", text(recommendation.reason(), language.equals("ja"), zone));
    if (item.image() != null) {
      model.put("image", item.image());
    }
    BigDecimal price = item.price();
    Currency currency = item.currency();
    if (price != null && currency != null) {
      model.put("price", Amounts.format(price, currency, language));
    }
    return model;
  }

  private static String text(Reason reason, boolean japanese, ZoneId zone) {
    return switch (reason) {
      case Reason.BoughtWith with ->
          japanese ? "「" + with.title() + "」と一緒に選ばれています" : "Often chosen with " + with.title();
      case Reason.LookedAt looked when looked.inCart() ->
          japanese ? "カートに入っています" : "Still in your cart";
      case Reason.LookedAt looked -> {
        DayOfWeek day = looked.at().atZone(zone).getDayOfWeek();
        yield japanese
            ? day.getDisplayName(TextStyle.FULL, Locale.JAPAN) + "にご覧になった商品です"
            : "You looked at this on " + day.getDisplayName(TextStyle.FULL, Locale.UK);
      }
      case Reason.Popular popular -> japanese ? "いま人気の商品です" : "Popular right now";
    };
  }
}
