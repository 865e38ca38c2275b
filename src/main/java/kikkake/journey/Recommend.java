package kikkake.journey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kikkake.customer.Profile;
import kikkake.event.OrderId;
import kikkake.event.Purchased;
import kikkake.history.CustomerHistory;
import kikkake.history.History;
import kikkake.mail.Composer;
import kikkake.mail.Composition;
import kikkake.mail.MailKind;
import kikkake.mail.PlannedMail;
import kikkake.mail.Shop;
import kikkake.recommend.Recommendation;
import kikkake.recommend.Recommender;

/**
 * Recommends new items some days after an order. Somebody who ordered again meanwhile gets the mail
 * of the later order only.
 */
public final class Recommend implements Composer {
  private static final int SLOTS = 4;

  private final History history;
  private final Recommender recommender;
  private final Shop shop;

  public Recommend(History history, Recommender recommender, Shop shop) {
    this.history = history;
    this.recommender = recommender;
    this.shop = shop;
  }

  @Override
  public MailKind kind() {
    return MailKind.RECOMMENDATION;
  }

  @Override
  public Composition compose(PlannedMail mail, Profile profile, String language, Instant now) {
    Optional<Composition> unwanted = Plan.unwanted(kind(), profile, now);
    if (unwanted.isPresent()) {
      return unwanted.get();
    }
    CustomerHistory bought = history.of(mail.key().customer());
    OrderId id = new OrderId(mail.key().businessKey());
    Optional<Purchased> order = bought.purchase(id);
    if (order.isEmpty()) {
      return Plan.untilItsOrderIsThere(mail, now);
    }
    if (bought.isVoid(id)) {
      return new Composition.Skip("order-cancelled");
    }
    if (order.get().occurredAt().isAfter(now)) {
      return new Composition.Hold(order.get().occurredAt(), "order-dated-ahead");
    }
    if (!bought.standing(now).getLast().order().equals(id)) {
      return new Composition.Skip("newer-order");
    }
    List<Recommendation> recommended = recommender.newForYou(bought, now, SLOTS);
    if (recommended.size() < SLOTS) {
      return new Composition.Skip("too-few-items");
    }
    return new Composition.Ready(
        Map.of("items", ItemModels.of(recommended, shop, language)),
        recommended.stream().map(recommendation -> recommendation.item().id()).toList());
  }
}
