package kikkake.journey;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.cancelled;
import static kikkake.TestData.contact;
import static kikkake.TestData.items;
import static kikkake.TestData.line;
import static kikkake.TestData.no;
import static kikkake.TestData.purchase;
import static kikkake.TestData.refunded;
import static kikkake.mail.MailKind.RECOMMENDATION;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import kikkake.TestShop;
import kikkake.event.Contact;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.Who;
import kikkake.mail.MailState;
import kikkake.mail.OutgoingMail;
import kikkake.mail.ParsedMail;
import org.junit.jupiter.api.Test;

class ThankYouTest {
  private final TestShop shop = new TestShop().sells("tea", "cup", "pot", "tray", "box");

  @Test
  void thanksAtOnceForAPurchase() {
    shop.knows(ANNA).arrive(purchase("o-1", "tea").build());

    assertThat(shop.sends.take()).containsExactly(shop.mail(THANK_YOU, "o-1").key());
    shop.deliver();

    assertThat(shop.mailer.mails()).extracting(OutgoingMail::to).containsExactly("anna@example.jp");
    assertThat(shop.state(THANK_YOU, "o-1")).isEqualTo(new MailState.Sent("ses-1", NOON));
    assertThat(shop.mail(THANK_YOU, "o-1").template()).isEqualTo("thank-you/ja/built-in-1");
  }

  @Test
  void thanksOnceForAPurchaseThatArrivesTwice() {
    shop.knows(ANNA);
    shop.arrive(purchase("o-1", "tea").build());
    shop.arrive(purchase("o-1", "tea").build());
    shop.deliver();
    shop.arrive(purchase("o-1", "tea").build(), purchase("o-1", "tea").build());
    shop.deliver();

    assertThat(shop.mailer.kinds()).containsExactly(THANK_YOU);
    assertThat(shop.history.of(ANNA).purchases()).hasSize(1);
  }

  @Test
  void aCrashBetweenPlanningAndHistoryLosesNothingAndPlansOnce() {
    shop.knows(ANNA);
    Purchased purchase = purchase("o-1", "tea").build();
    shop.outage.of("PutItem C#anna E#P#");
    assertThatThrownBy(() -> shop.arrive(purchase)).isInstanceOf(IllegalStateException.class);
    shop.outage.ends();

    shop.deliver();
    assertThat(shop.state(THANK_YOU, "o-1"))
        .isEqualTo(new MailState.Held(NOON.plusSeconds(60), "order-not-yet-in-history"));

    shop.arrive(purchase);
    shop.afterwards(Duration.ofSeconds(60));

    assertThat(shop.mailer.kinds()).containsExactly(THANK_YOU);
    assertThat(shop.ledger.of(ANNA)).hasSize(2);
    assertThat(shop.plans(purchase))
        .isEqualTo(Map.of("thank-you", "planned", "recommendation", "planned"));
  }

  @Test
  void anEventOlderThanEveryShelfLifeGoesToHistoryAndPlansNothing() {
    Purchased old = purchase("o-1", "tea").at(NOON.minus(Duration.ofDays(10))).build();

    shop.knows(ANNA).arrive(old);

    assertThat(shop.ledger.of(ANNA)).isEmpty();
    assertThat(shop.history.contains(old)).isTrue();
    assertThat(shop.plans(old))
        .isEqualTo(Map.of("thank-you", "too-late", "recommendation", "too-late"));
  }

  @Test
  void anEventTooLateForThanksMayBeInTimeForARecommendation() {
    Purchased late = purchase("o-1", "tea").at(NOON.minus(Duration.ofHours(49))).build();

    shop.knows(ANNA).arrive(late);

    assertThat(shop.plans(late))
        .isEqualTo(Map.of("thank-you", "too-late", "recommendation", "planned"));
  }

  @Test
  void anEventOfTheFutureGoesToHistoryAndPlansNothing() {
    Purchased future = purchase("o-1", "tea").at(NOON.plus(Duration.ofMinutes(11))).build();
    Purchased clockABitAhead = purchase("o-2", "tea").at(NOON.plus(Duration.ofMinutes(10))).build();

    shop.knows(ANNA).arrive(future, clockABitAhead);

    assertThat(shop.history.contains(future)).isTrue();
    assertThat(shop.plans(future))
        .isEqualTo(Map.of("thank-you", "order-dated-ahead", "recommendation", "order-dated-ahead"));
    assertThat(shop.plans(clockABitAhead)).containsEntry("thank-you", "planned");
  }

  @Test
  void theOrderOfAGuestGoesToHistoryAndPlansNothing() {
    Purchased guests = purchase("o-1", "tea").by(Who.NOBODY).build();

    shop.arrive(guests);

    assertThat(shop.history.contains(guests)).isTrue();
    assertThat(shop.plans(guests)).isEmpty();
    assertThat(shop.sends.take()).isEmpty();
  }

  @Test
  void learnsTheAddressFromThePurchaseItself() {
    shop.arrive(purchase("o-1", "tea").contact(contact("new@example.jp")).build());
    shop.deliver();

    assertThat(shop.mailer.mails()).extracting(OutgoingMail::to).containsExactly("new@example.jp");
  }

  @Test
  void withoutConsentItGoesWithoutRecommendationsAndWithoutTheWayToRefuse() {
    shop.knowsOnlyTheAddressOf(ANNA).arrive(purchase("o-1", "tea").build());
    shop.deliver();

    ParsedMail mail = shop.lastMail();
    assertThat(mail.header("List-Unsubscribe")).isEmpty();
    assertThat(mail.header("List-Unsubscribe-Post")).isEmpty();
    assertThat(mail.text()).contains("Title of tea").doesNotContain("Title of cup", "/u/");
    assertThat(mail.html()).contains("Title of tea").doesNotContain("Title of cup", "/u/");
    assertThat(shop.mail(THANK_YOU, "o-1").items()).isEmpty();
  }

  @Test
  void withConsentItRecommendsAndTellsHowToRefuse() {
    shop.knows(ANNA).arrive(purchase("o-1", "tea").build());
    shop.deliver();

    String url = "https://mail.shop.example/u/" + shop.tokens.sign(ANNA);
    ParsedMail mail = shop.lastMail();
    assertThat(mail.header("List-Unsubscribe")).containsExactly("<" + url + ">");
    assertThat(mail.header("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    assertThat(mail.text()).contains("Title of cup", url);
    assertThat(mail.html()).contains("Title of cup", url);
    assertThat(shop.mail(THANK_YOU, "o-1").items()).isEqualTo(items("cup", "pot", "tray", "box"));
  }

  @Test
  void anUnsubscribeBetweenOrderAndThanksTakesTheRecommendationsOut() {
    shop.knows(ANNA).arrive(purchase("o-1", "tea").build());
    shop.customers.update(ANNA, profile -> profile.with(no(NOON)));
    shop.deliver();

    assertThat(shop.mailer.kinds()).containsExactly(THANK_YOU);
    assertThat(shop.lastMail().header("List-Unsubscribe")).isEmpty();
  }

  @Test
  void doesNotThankForAnOrderThatWasCalledOff() {
    shop.knows(ANNA);
    shop.arrive(purchase("o-1", "tea").build(), cancelled("o-1", NOON));
    shop.arrive(purchase("o-2", "tea").build(), refunded("o-2", NOON));
    shop.arrive(purchase("o-3", "tea", "cup").build(), refunded("o-3", NOON, line("tea")));
    shop.deliver();

    MailState calledOff = new MailState.Skipped("order-cancelled", NOON);
    assertThat(shop.state(THANK_YOU, "o-1")).isEqualTo(calledOff);
    assertThat(shop.state(THANK_YOU, "o-2")).isEqualTo(calledOff);
    assertThat(shop.state(THANK_YOU, "o-3")).isInstanceOf(MailState.Sent.class);
  }

  @Test
  void showsAmountsDateAndLinesInTheLanguageOfTheCustomer() {
    shop.knows(ANNA, new Contact("anna@example.jp", "Anna", "en-GB", "Europe/London", null));
    shop.arrive(
        purchase("o-1")
            .lines(line("tea", "Tea & <more>", 3, "2.55"), line("pot", null, 1, "10"))
            .currency("GBP")
            .paid("19.15", "2.00", "0.50")
            .build());
    shop.deliver();

    assertThat(shop.lastMail().text())
        .contains("Anna", "10 April 2026", "Tea & <more>", "£7.65", "£10.00", "£2.00", "£0.50")
        .contains("£19.15", "Title of pot");
    assertThat(shop.lastMail().html()).contains("Tea &amp; &lt;more&gt;");
    assertThat(shop.mail(THANK_YOU, "o-1").template()).isEqualTo("thank-you/en/built-in-1");
  }

  @Test
  void addsUpTheTotalThatTheShopDidNotSend() {
    shop.knowsOnlyTheAddressOf(ANNA)
        .arrive(purchase("o-1").lines(line("tea", null, 2, "600"), line("pot")).build());
    shop.deliver();

    assertThat(shop.lastMail().text()).contains("¥2,400");
  }

  @Test
  void sumsUpTheLinesThatAMailHasNoRoomFor() {
    OrderLine[] lines =
        IntStream.range(0, 120).mapToObj(i -> line("i-" + i)).toArray(OrderLine[]::new);
    shop.knowsOnlyTheAddressOf(ANNA).arrive(purchase("o-1").lines(lines).build());
    shop.deliver();

    assertThat(shop.lastMail().text())
        .contains("Title of i-99", "ほか 20 点", "¥24,000", "¥144,000")
        .doesNotContain("Title of i-100");
  }

  @Test
  void aSwitchedOffJourneyPlansNothing() {
    shop.set("thank-you.on", "no");
    Purchased purchase = purchase("o-1", "tea").build();

    shop.knows(ANNA).arrive(purchase);

    assertThat(shop.plans(purchase)).containsEntry("thank-you", "switched-off");
    assertThat(shop.find(ANNA, THANK_YOU, "o-1")).isEmpty();
    assertThat(shop.find(ANNA, RECOMMENDATION, "o-1")).isPresent();
  }
}
