package kikkake.journey;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.BEN;
import static kikkake.TestData.NOON;
import static kikkake.TestData.PHONE;
import static kikkake.TestData.browsed;
import static kikkake.TestData.catalogItem;
import static kikkake.TestData.item;
import static kikkake.TestData.items;
import static kikkake.TestData.purchase;
import static kikkake.TestData.signedIn;
import static kikkake.TestData.viewed;
import static kikkake.mail.MailKind.BROWSE_FOLLOW_UP;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kikkake.TestShop;
import kikkake.event.Browsed.Action;
import kikkake.event.CustomerId;
import kikkake.event.Who;
import kikkake.history.Views;
import kikkake.mail.MailState;
import kikkake.mail.Shown;
import kikkake.recommend.Rebuild;
import org.junit.jupiter.api.Test;

class BrowseFollowUpTest {
  private static final Who WHO = new Who(ANNA, null);
  private static final Who VISITOR = new Who(null, PHONE);
  private static final String TODAY = "2026-04-10";
  private static final String TOMORROW = "2026-04-11";
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant DUE = NOON.plus(Duration.ofHours(4));

  private final TestShop shop =
      new TestShop().sells("tea", "cup", "pot", "tray", "box").knows(ANNA).knows(BEN);

  @Test
  void remindsSomeHoursAfterTheLook() {
    shop.arrive(viewed("tea", WHO, NOON));

    assertThat(shop.sends.take()).isEmpty();
    assertThat(shop.mail(BROWSE_FOLLOW_UP, TODAY).dueAt()).isEqualTo(DUE);
    shop.deliverAt(DUE);

    assertThat(shop.mailer.kinds()).containsExactly(BROWSE_FOLLOW_UP);
    assertThat(shop.mail(BROWSE_FOLLOW_UP, TODAY).items())
        .isEqualTo(items("tea", "cup", "pot", "tray"));
    assertThat(shop.lastMail().header("List-Unsubscribe")).hasSize(1);
  }

  @Test
  void showsWhatOthersLookedAtTooAndSaysSo() {
    lookAt(new CustomerId("dora"), "tea", "box");
    lookAt(new CustomerId("cleo"), "pen", "ink");
    new Rebuild(shop.history, shop.lists, shop.clock).run();
    shop.sells("cup", "pot", "tray");
    shop.arrive(viewed("tea", WHO, NOON));

    shop.deliverAt(DUE);

    assertThat(shop.mail(BROWSE_FOLLOW_UP, TODAY).shown().get(1))
        .isEqualTo(new Shown(item("box"), "looked-at-with tea"));
    assertThat(shop.lastMail().text()).contains("「Title of tea」を見た人はこちらも見ています");
  }

  private void lookAt(CustomerId customer, String... items) {
    Who who = new Who(customer, null);
    for (String item : items) {
      shop.arrive(viewed(item, who, NOON.minusSeconds(60)));
    }
  }

  @Test
  void isPlannedOnceForADayOfLooking() {
    shop.arrive(viewed("tea", WHO, NOON));
    shop.arrive(viewed("tea", WHO, NOON));
    shop.clock.pass(HOUR);
    shop.arrive(viewed("cup", WHO, NOON.plus(HOUR)), viewed("pot", WHO, NOON.plus(HOUR)));
    assertThat(shop.ledger.of(ANNA)).hasSize(1);

    shop.clock.pass(Duration.ofDays(1));
    shop.arrive(viewed("tea", WHO, shop.clock.instant()));
    assertThat(shop.ledger.of(ANNA))
        .extracting(mail -> mail.key().businessKey())
        .containsExactly(TODAY, TOMORROW);
  }

  @Test
  void waitsWhileTheCustomerIsStillLooking() {
    shop.arrive(viewed("tea", WHO, NOON));
    shop.clock.pass(HOUR);
    shop.arrive(viewed("cup", WHO, NOON.plus(HOUR)));

    shop.deliverAt(DUE);
    assertThat(shop.state(BROWSE_FOLLOW_UP, TODAY))
        .isEqualTo(new MailState.Held(DUE.plus(HOUR), "still-looking"));

    shop.deliverAt(DUE.plus(HOUR));
    assertThat(shop.mail(BROWSE_FOLLOW_UP, TODAY).items().subList(0, 2))
        .isEqualTo(items("cup", "tea"));
  }

  @Test
  void aLookOfTheNextDayTakesTheMailOfTheDayBefore() {
    Instant evening = NOON.plus(Duration.ofHours(11));
    Instant afterMidnight = NOON.plus(Duration.ofHours(13));
    Instant eightInTheMorning = NOON.plus(Duration.ofHours(20));
    shop.clock.set(evening);
    shop.arrive(viewed("tea", WHO, evening));
    shop.clock.set(afterMidnight);
    shop.arrive(viewed("cup", WHO, afterMidnight));

    shop.deliverAt(afterMidnight.plus(Duration.ofHours(4)));

    assertThat(shop.state(BROWSE_FOLLOW_UP, TODAY))
        .isEqualTo(new MailState.Skipped("newer-browse", shop.clock.instant()));
    assertThat(shop.state(BROWSE_FOLLOW_UP, TOMORROW))
        .isEqualTo(new MailState.Held(eightInTheMorning, "quiet-hours"));
    shop.deliverAt(eightInTheMorning);
    assertThat(shop.state(BROWSE_FOLLOW_UP, TOMORROW)).isInstanceOf(MailState.Sent.class);
  }

  @Test
  void isSkippedWhereTheCustomerBoughtMeanwhile() {
    shop.arrive(viewed("tea", WHO, NOON));
    shop.clock.pass(HOUR);
    shop.arrive(purchase("o-1", "pot").at(NOON.plus(HOUR)).build());

    shop.deliverAt(DUE);

    assertThat(shop.state(BROWSE_FOLLOW_UP, TODAY))
        .isEqualTo(new MailState.Skipped("bought-meanwhile", DUE));
    assertThat(shop.mailer.kinds()).containsExactly(THANK_YOU);
  }

  @Test
  void showsWhatIsInTheCartFirst() {
    shop.arrive(
        browsed(Action.ADDED, "pot", WHO, NOON.minusSeconds(60)),
        browsed(Action.ADDED, "box", WHO, NOON.minusSeconds(50)),
        browsed(Action.REMOVED, "box", WHO, NOON.minusSeconds(40)),
        viewed("tea", WHO, NOON));

    shop.deliverAt(DUE);

    assertThat(shop.mail(BROWSE_FOLLOW_UP, TODAY).items())
        .isEqualTo(items("pot", "tea", "box", "cup"));
    assertThat(shop.lastMail().text()).contains("カートに入っています", "金曜日にご覧になった商品です");
  }

  @Test
  void showsNeitherWhatTheCustomerHasNorTheSameInAnotherColour() {
    Instant later = NOON.plusSeconds(1);
    shop.catalog.put(catalogItem("cup").family("cup").updatedAt(later).build());
    shop.catalog.put(catalogItem("red-cup").family("cup").updatedAt(later).build());
    shop.arrive(purchase("o-1", "cup").at(NOON.minus(Duration.ofDays(20))).build());
    shop.arrive(viewed("cup", WHO, NOON), viewed("red-cup", WHO, NOON), viewed("tea", WHO, NOON));

    shop.deliverAt(DUE);

    assertThat(shop.mail(BROWSE_FOLLOW_UP, TODAY).items())
        .isEqualTo(items("tea", "pot", "tray", "box"));
  }

  @Test
  void isSkippedWhereNothingOfItCanBeBoughtAnyMore() {
    shop.arrive(viewed("tea", WHO, NOON));
    shop.catalog.put(catalogItem("tea").stock(0).updatedAt(NOON.plusSeconds(1)).build());

    shop.deliverAt(DUE);

    assertThat(shop.state(BROWSE_FOLLOW_UP, TODAY))
        .isEqualTo(new MailState.Skipped("nothing-to-show", DUE));
  }

  @Test
  void looksOfTheDayBeforeAreNotShown() {
    shop.arrive(viewed("tea", WHO, NOON.minus(Duration.ofDays(1))));
    shop.arrive(viewed("box", WHO, NOON));

    shop.deliverAt(DUE);

    assertThat(shop.mail(BROWSE_FOLLOW_UP, TODAY).items().getFirst())
        .isEqualTo(items("box").getFirst());
    assertThat(shop.mailer.kinds()).containsExactly(BROWSE_FOLLOW_UP);
  }

  @Test
  void aVisitorGetsNoMail() {
    shop.arrive(viewed("tea", VISITOR, NOON));

    shop.deliverAt(DUE);

    shop.ledger.forEach(mail -> assertThat(mail).as("planned").isNull());
    assertThat(shop.history.views(VISITOR).recent()).hasSize(1);
  }

  @Test
  void freshLooksOfAVisitorJoinAtTheSignInAndAreFollowedUp() {
    shop.arrive(viewed("cup", WHO, NOON.minus(Duration.ofDays(9))));
    shop.arrive(viewed("tea", VISITOR, NOON.minus(HOUR)));

    shop.arrive(signedIn(ANNA, PHONE, NOON));

    assertThat(shop.history.views(VISITOR)).isEqualTo(Views.NONE);
    assertThat(shop.history.views(WHO).recent())
        .extracting(Views.View::item)
        .isEqualTo(items("tea", "cup"));
    assertThat(shop.mail(BROWSE_FOLLOW_UP, TODAY).dueAt()).isEqualTo(DUE.minus(HOUR));
  }

  @Test
  void staleLooksOfAVisitorJoinAtTheSignInAndAreNotFollowedUp() {
    shop.arrive(viewed("tea", VISITOR, NOON.minus(Duration.ofDays(3))));

    shop.arrive(signedIn(ANNA, PHONE, NOON));

    assertThat(shop.history.views(WHO).recent()).hasSize(1);
    assertThat(shop.ledger.of(ANNA)).isEmpty();
  }

  @Test
  void looksWithoutSignInOnAKnownDeviceAreThoseOfItsLastCustomer() {
    shop.arrive(signedIn(ANNA, PHONE, NOON.minus(HOUR)));
    shop.arrive(viewed("tea", VISITOR, NOON));

    assertThat(shop.history.views(WHO).recent()).hasSize(1);
    assertThat(shop.find(ANNA, BROWSE_FOLLOW_UP, TODAY)).isPresent();
  }

  @Test
  void aSecondCustomerOnTheSameDeviceDoesNotGetTheLooksOfTheFirst() {
    shop.arrive(viewed("tea", VISITOR, NOON.minus(HOUR)));
    shop.arrive(signedIn(ANNA, PHONE, NOON.minus(HOUR)));
    shop.arrive(viewed("cup", VISITOR, NOON.minusSeconds(90)));
    shop.arrive(signedIn(BEN, PHONE, NOON.minusSeconds(60)));

    assertThat(shop.history.views(new Who(BEN, null))).isEqualTo(Views.NONE);
    assertThat(shop.ledger.of(BEN)).isEmpty();

    shop.arrive(viewed("pot", VISITOR, NOON));
    assertThat(shop.history.views(new Who(BEN, null)).recent())
        .extracting(Views.View::item)
        .isEqualTo(items("pot"));
    assertThat(shop.history.views(WHO).recent())
        .extracting(Views.View::item)
        .isEqualTo(items("cup", "tea"));
  }

  @Test
  void oldLooksAreKeptAndNotFollowedUpAndThoseOfTheFutureAreLeftOut() {
    shop.arrive(viewed("tea", WHO, NOON.minus(Duration.ofHours(25))));
    shop.arrive(viewed("cup", WHO, NOON.plus(HOUR)));

    assertThat(shop.history.views(WHO).recent()).hasSize(1);
    assertThat(shop.ledger.of(ANNA)).isEmpty();
  }
}
