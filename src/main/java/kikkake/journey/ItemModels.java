package kikkake.journey;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kikkake.catalog.Item;
import kikkake.mail.Amounts;
import kikkake.mail.Shop;
import kikkake.recommend.Recommendation;
import kikkake.recommend.Recommendation.Reason;

/** Recommended items as the templates show them. */
final class ItemModels {
  private ItemModels() {}

  static List<Map<String, Object>> of(
      List<Recommendation> recommendations, Shop shop, String language) {
    return recommendations.stream()
        .map(recommendation -> model(recommendation, shop, language))
        .toList();
  }

  private static Map<String, Object> model(
      Recommendation recommendation, Shop shop, String language) {
    Item item = recommendation.item();
    Map<String, Object> model = new HashMap<>();
    model.put("title", item.title());
    model.put("url", item.url() == null ? shop.url() : item.url());
    model.put("reason", text(recommendation.reason(), language.equals("ja")));
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

  private static String text(Reason reason, boolean japanese) {
    return switch (reason) {
      case Reason.BoughtWith with ->
          japanese ? "「" + with.title() + "」と一緒に選ばれています" : "Often chosen with " + with.title();
      case Reason.LookedAt looked when looked.inCart() ->
          japanese ? "カートに入っています" : "Still in your cart";
      case Reason.LookedAt looked -> japanese ? "ご覧になった商品です" : "You had a look at this";
      case Reason.Popular popular -> japanese ? "いま人気の商品です" : "Popular right now";
    };
  }
}
