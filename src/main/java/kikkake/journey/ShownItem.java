package kikkake.journey;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kikkake.catalog.Item;
import kikkake.event.ItemId;
import kikkake.mail.Amounts;
import kikkake.mail.Shown;
import kikkake.recommend.Recommendation;
import kikkake.recommend.Recommendation.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A recommended item as a customer sees it, in a mail or on the shop's site.
 *
 * @param url its page; the shop's where it has none
 * @param price as the customer reads it, for example {@code ¥1,200}
 * @param code why it is shown, for programs: {@code in-cart}, {@code looked-at}, {@code
 *     looked-at-with}, {@code bought-with}, {@code bought-every} or {@code popular}
 * @param reason the same for the customer
 */
public record ShownItem(
    ItemId id,
    String title,
    String url,
    @Nullable String image,
    @Nullable String price,
    String code,
    String reason) {

  /** Items in the reader's language, Japanese or else English. */
  static List<ShownItem> of(List<Recommendation> recommendations, String shopUrl, Reader reader) {
    return recommendations.stream().map(chosen -> of(chosen, shopUrl, reader)).toList();
  }

  /** Items as the ledger keeps them. */
  static List<Shown> kept(List<Recommendation> recommendations) {
    return recommendations.stream()
        .map(each -> new Shown(each.item().id(), each.reason().code()))
        .toList();
  }

  /** Items as the templates of mails show them. */
  static List<Map<String, Object>> models(
      List<Recommendation> recommendations, String shopUrl, Reader reader) {
    return of(recommendations, shopUrl, reader).stream().map(ShownItem::model).toList();
  }

  private static ShownItem of(Recommendation chosen, String shopUrl, Reader reader) {
    Item item = chosen.item();
    String url = item.url();
    Currency currency = item.currency();
    return new ShownItem(
        item.id(),
        item.title(),
        url == null ? shopUrl : url,
        item.image(),
        item.price() == null || currency == null
            ? null
            : Amounts.format(item.price(), currency, reader.language()),
        chosen.reason().kind(),
        text(chosen.reason(), reader));
  }

  private Map<String, Object> model() {
    Map<String, Object> model = new HashMap<>();
    model.put("title", title);
    model.put("url", url);
    model.put("reason", reason);
    if (image != null) {
      model.put("image", image);
    }
    if (price != null) {
      model.put("price", price);
    }
    return model;
  }

  private static String text(Reason reason, Reader reader) {
    boolean japanese = reader.isJapanese();
    return switch (reason) {
      case Reason.BoughtWith with ->
          japanese ? "「" + with.title() + "」と一緒に選ばれています" : "Often chosen with " + with.title();
      case Reason.BoughtEvery every ->
          japanese
              ? "およそ" + every.days() + "日ごとにご購入の商品です"
              : "You buy this about every " + every.days() + (every.days() == 1 ? " day" : " days");
      case Reason.LookedAtWith with ->
          japanese
              ? "「" + with.title() + "」を見た人はこちらも見ています"
              : "Others who looked at " + with.title() + " also looked at this";
      case Reason.LookedAt looked when looked.inCart() ->
          japanese ? "カートに入っています" : "Still in your cart";
      case Reason.LookedAt looked ->
          japanese
              ? reader.weekday(looked.at()).map(day -> day + "に").orElse("") + "ご覧になった商品です"
              : "You looked at this"
                  + reader.weekday(looked.at()).map(day -> " on " + day).orElse("");
      case Reason.Popular popular -> japanese ? "いま人気の商品です" : "Popular right now";
    };
  }
}
