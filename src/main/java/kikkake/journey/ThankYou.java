package kikkake.journey;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kikkake.catalog.Catalog;
import kikkake.catalog.Item;
import kikkake.event.ItemId;
import kikkake.event.OrderId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.mail.Amounts;
import kikkake.mail.Composer;
import kikkake.mail.Composition;
import kikkake.mail.MailKind;
import kikkake.mail.Shop;
import kikkake.mail.Situation;
import kikkake.mail.Verdict;
import kikkake.recommend.Recommendation;
import kikkake.recommend.Recommender;

/**
 * Thanks for every order at once. With consent to recommendations the mail also recommends;
 * without, it goes without that.
 */
public final class ThankYou implements Composer {
  private static final int RECOMMENDED = 4;
  private static final int MAX_LINES_SHOWN = 100;

  /** So many lines get their picture and link from the catalog; each costs a read. */
  private static final int MAX_PICTURES = 10;

  private final Catalog catalog;
  private final Recommender recommender;
  private final Shop shop;

  public ThankYou(Catalog catalog, Recommender recommender, Shop shop) {
    this.catalog = catalog;
    this.recommender = recommender;
    this.shop = shop;
  }

  @Override
  public MailKind kind() {
    return MailKind.THANK_YOU;
  }

  @Override
  public Verdict wanted(Situation situation) {
    return Plan.whileItsOrderStands(situation);
  }

  @Override
  public Composition compose(Situation situation, String language, boolean recommends) {
    OrderId id = new OrderId(situation.mail().key().businessKey());
    Purchased order = situation.history().purchase(id).orElseThrow();
    Map<String, Object> model = new HashMap<>();
    model.put("order", model(order, situation.zone(), language));
    List<Recommendation> recommended =
        recommends
            ? recommender.newForYou(
                situation.history(),
                new Recommender.Ask(situation.now(), Tired.of(situation), RECOMMENDED))
            : List.of();
    if (!recommended.isEmpty()) {
      model.put(
          "recommendations",
          Map.of(
              "items",
              ShownItem.models(
                  recommended,
                  shop.url(),
                  new Reader(language, situation.zone(), situation.now()))));
    }
    return new Composition.Ready(model, ShownItem.kept(recommended));
  }

  private Map<String, Object> model(Purchased order, ZoneId zone, String language) {
    Currency currency = order.currency();
    Map<String, Object> model = new HashMap<>();
    model.put("id", order.order().value());
    model.put(
        "date",
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(language.equals("ja") ? Locale.JAPAN : Locale.UK)
            .format(order.occurredAt().atZone(zone)));
    model.put("lines", lines(order, language));
    model.put("total", Amounts.format(total(order), currency, language));
    BigDecimal shipping = order.shipping();
    if (shipping != null && shipping.signum() > 0) {
      model.put("shipping", Amounts.format(shipping, currency, language));
    }
    BigDecimal discount = order.discount();
    if (discount != null && discount.signum() > 0) {
      model.put("discount", Amounts.format(discount, currency, language));
    }
    return model;
  }

  /** What was paid; where the shop does not say, the lines with shipping and without discount. */
  private static BigDecimal total(Purchased order) {
    BigDecimal total = order.total();
    if (total != null) {
      return total;
    }
    BigDecimal sum =
        order.lines().stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal shipping = order.shipping();
    BigDecimal discount = order.discount();
    return sum.add(shipping == null ? BigDecimal.ZERO : shipping)
        .subtract(discount == null ? BigDecimal.ZERO : discount)
        .max(BigDecimal.ZERO);
  }

  private List<Map<String, Object>> lines(Purchased order, String language) {
    List<OrderLine> shown =
        order.lines().subList(0, Math.min(MAX_LINES_SHOWN, order.lines().size()));
    Set<ItemId> ids = new LinkedHashSet<>();
    shown.stream()
        .filter(line -> line.title() == null || ids.size() < MAX_PICTURES)
        .forEach(line -> ids.add(line.item()));
    Map<ItemId, Item> items = catalog.find(ids);
    List<Map<String, Object>> lines = new ArrayList<>();
    for (OrderLine line : shown) {
      Item item = items.get(line.item());
      Map<String, Object> model = new HashMap<>();
      String title = line.title();
      if (title == null) {
        title = item == null ? line.item().value() : item.title();
      }
      model.put("title", title);
      model.put("quantity", line.quantity());
      model.put("amount", Amounts.format(line.amount(), order.currency(), language));
      if (item != null && item.image() != null) {
        model.put("image", item.image());
      }
      if (item != null && item.url() != null) {
        model.put("url", item.url());
      }
      lines.add(model);
    }
    int left = order.lines().size() - shown.size();
    if (left > 0) {
      lines.add(more(order, left, language));
    }
    return lines;
  }

  /** One line for all that a mail has no room for. */
  private static Map<String, Object> more(Purchased order, int left, String language) {
    BigDecimal amount =
        order.lines().subList(MAX_LINES_SHOWN, order.lines().size()).stream()
            .map(OrderLine::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Map.of(
        "title",
        language.equals("ja") ? "ほか " + left + " 点" : "and " + left + " more",
        "quantity",
        left,
        "amount",
        Amounts.format(amount, order.currency(), language));
  }
}
