package kikkake.journey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kikkake.event.OrderId;
import kikkake.mail.Composer;
import kikkake.mail.Composition;
import kikkake.mail.MailKind;
import kikkake.mail.Reason;
import kikkake.mail.Shop;
import kikkake.mail.Situation;
import kikkake.mail.Verdict;
import kikkake.recommend.Recommendation;
import kikkake.recommend.Recommender;

/**
 * Recommends new items some days after an order. Somebody who ordered again meanwhile gets the mail
 * of the later order only.
 */
public final class Recommend implements Composer {
  private static final int SLOTS = 4;

  private final Recommender recommender;
  private final Shop shop;

  public Recommend(Recommender recommender, Shop shop) {
    this.recommender = recommender;
    this.shop = shop;
  }

  @Override
  public MailKind kind() {
    return MailKind.RECOMMENDATION;
  }

  @Override
  public Verdict wanted(Situation situation) {
    Verdict verdict = Plan.whileItsOrderStands(situation);
    if (!(verdict instanceof Verdict.Go)) {
      return verdict;
    }
    OrderId id = new OrderId(situation.mail().key().businessKey());
    Instant now = situation.now();
    Instant orderedAt = situation.mail().occurredAt();
    if (orderedAt.isAfter(now)) {
      return new Verdict.Hold(orderedAt, Reason.ORDER_DATED_AHEAD);
    }
    return situation.history().standing(now).getLast().order().equals(id)
        ? Verdict.GO
        : new Verdict.Skip(Reason.NEWER_ORDER);
  }

  @Override
  public Composition compose(Situation situation, String language, boolean recommends) {
    List<Recommendation> recommended =
        recommender.newForYou(
            situation.history(), new Recommender.Ask(situation.now(), Tired.of(situation), SLOTS));
    if (recommended.size() < SLOTS) {
      return new Composition.Skip(Reason.TOO_FEW_ITEMS);
    }
    return new Composition.Ready(
        Map.of(
            "items",
            ShownItem.models(
                recommended, shop.url(), new Reader(language, situation.zone(), situation.now()))),
        ShownItem.kept(recommended));
  }
}
