package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.BEN;
import static kikkake.TestData.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kikkake.TestShop;
import kikkake.customer.DynamoTraces;
import kikkake.customer.Erasure;
import kikkake.template.MailModel;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final MailKey THANKS = new MailKey(ANNA, MailKind.THANK_YOU, "o-1");

  private final TestShop shop = new TestShop().sells("tea", "cup", "pot", "tray", "box", "bag");

  private Map<String, Object> model(MailKey key) {
    return shop.rehearsal
        .of(key, "ja")
        .map(outcome -> ((Rehearsal.Outcome.Model) outcome).model())
        .orElseThrow();
  }

  @Test
  void makesWhatTheMailWouldShowAndWritesNothing() {
    shop.knows(ANNA).arrive(purchase("o-1", "tea").build());
    shop.deliver();
    int sent = shop.mailer.mails().size();
    var before = shop.ledger.of(ANNA);

    Map<String, Object> thanks = model(THANKS);
    Map<String, Object> recommendation = model(new MailKey(ANNA, MailKind.RECOMMENDATION, "o-1"));

    assertThat(MailModel.of("thank-you").misfits(thanks)).isEmpty();
    assertThat(MailModel.of("recommendation").misfits(recommendation)).isEmpty();
    assertThat(recommendation.get("unsubscribeUrl"))
        .isEqualTo("https://mail.shop.example/u/preview");
    assertThat(shop.ledger.of(ANNA)).isEqualTo(before);
    assertThat(shop.mailer.mails()).hasSize(sent);
  }

  @Test
  void leavesTheRecommendationsOutWithoutConsent() {
    shop.knowsOnlyTheAddressOf(ANNA).arrive(purchase("o-1", "tea").build());

    assertThat(model(THANKS)).doesNotContainKeys("recommendations", "unsubscribeUrl");
  }

  @Test
  void saysWhereThereIsNothingToShow() {
    shop.knows(ANNA);
    assertThat(shop.rehearsal.of(new MailKey(ANNA, MailKind.BROWSE_FOLLOW_UP, "2026-04-10"), "ja"))
        .contains(new Rehearsal.Outcome.Nothing(Reason.NOTHING_TO_SHOW));
  }

  @Test
  void knowsNothingOfWhoIsUnknownErasedOrNeverOrderedThat() {
    shop.knows(ANNA).arrive(purchase("o-1", "tea").build());
    assertThat(shop.rehearsal.of(new MailKey(BEN, MailKind.THANK_YOU, "o-1"), "ja")).isEmpty();
    assertThat(shop.rehearsal.of(new MailKey(ANNA, MailKind.THANK_YOU, "o-2"), "ja")).isEmpty();
    new Erasure(
            shop.tombstones,
            new DynamoTraces(shop.table),
            shop.customers,
            (address, at) -> {},
            shop.clock)
        .erase(ANNA);
    assertThat(shop.rehearsal.of(THANKS, "ja")).isEmpty();
  }
}
