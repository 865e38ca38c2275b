package kikkake.journey;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.cancelled;
import static kikkake.TestData.catalogItem;
import static kikkake.TestData.item;
import static kikkake.TestData.items;
import static kikkake.TestData.no;
import static kikkake.TestData.purchase;
import static kikkake.TestData.refunded;
import static kikkake.TestData.yes;
import static kikkake.mail.MailKind.RECOMMENDATION;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kikkake.TestShop;
import kikkake.event.Contact;
import kikkake.mail.MailState;
import kikkake.mail.Shown;
import kikkake.recommend.ItemLists;
import kikkake.recommend.Neighbour;
import kikkake.recommend.ShopFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommendTest {
  /** Monday, 10:00 in Tokyo. */
  private static final Instant DUE = Instant.parse("2026-04-13T01:00:00Z");

  private final TestShop shop = new TestShop().sells("tea", "cup", "pot", "tray", "box");

  @ParameterizedTest
  @CsvSource({
    "Asia/Tokyo,         2026-04-10T03:00:00Z, 2026-04-13T01:00:00Z",
    "Asia/Tokyo,         2026-04-10T14:59:59Z, 2026-04-13T01:00:00Z",
    "Asia/Tokyo,         2026-04-10T15:00:00Z, 2026-04-14T01:00:00Z",
    // 23:30 on a Friday evening; the clocks go forward on Sunday.
    "America/New_York,   2026-03-07T04:30:00Z, 2026-03-09T14:00:00Z",
    // 00:30 on a Saturday night; the clocks go back on Sunday.
    "America/New_York,   2026-10-31T04:30:00Z, 2026-11-03T15:00:00Z",
    "Mars/Olympus_Mons,  2026-04-10T03:00:00Z, 2026-04-13T01:00:00Z",
  })
  void isDueOnTheThirdDayAtTenInTheZoneOfTheCustomer(String zone, Instant order, Instant due) {
    shop.clock.set(order);
    shop.knows(ANNA, new Contact("anna@example.jp", null, "ja", zone, yes(NOON)));

    shop.arrive(purchase("o-1", "tea").at(order).build());

    assertThat(shop.mail(RECOMMENDATION, "o-1").dueAt()).isEqualTo(due);
    assertThat(shop.mail(RECOMMENDATION, "o-1").expiresAt())
        .isEqualTo(due.plus(Duration.ofDays(2)));
  }

  @Test
  void isSentWhenItIsDueAndNotBefore() {
    shop.knows(ANNA).arrive(purchase("o-1", "tea").build());
    shop.deliver();

    shop.deliverAt(DUE.minusSeconds(1));
    assertThat(shop.mailer.kinds()).containsExactly(THANK_YOU);

    shop.deliverAt(DUE);
    assertThat(shop.mailer.kinds()).containsExactly(THANK_YOU, RECOMMENDATION);
    assertThat(shop.lastMail().header("List-Unsubscribe")).hasSize(1);
  }

  @Test
  void showsFourItemsNoneOwnedNorOfAnOwnedFamilyNorSoldOutNorUnpublished() {
    shop.sells("tea", "green-tea", "gone", "hidden", "red-cup", "blue-cup", "pot", "tray", "box");
    shop.lists.replace(
        Map.of(),
        ShopFacts.of(
            items(
                "tea",
                "green-tea",
                "gone",
                "hidden",
                "unknown",
                "red-cup",
                "blue-cup",
                "pot",
                "tray",
                "box")));
    Instant later = NOON.plusSeconds(1);
    shop.catalog.put(catalogItem("tea").family("tea").updatedAt(later).build());
    shop.catalog.put(catalogItem("green-tea").family("tea").updatedAt(later).build());
    shop.catalog.put(catalogItem("gone").stock(0).updatedAt(later).build());
    shop.catalog.put(catalogItem("hidden").unpublished().updatedAt(later).build());
    shop.catalog.put(catalogItem("red-cup").family("cup").updatedAt(later).build());
    shop.catalog.put(catalogItem("blue-cup").family("cup").updatedAt(later).build());
    shop.knows(ANNA).arrive(purchase("o-1", "tea").build());

    shop.deliverAt(DUE);

    assertThat(shop.mail(RECOMMENDATION, "o-1").items())
        .isEqualTo(items("red-cup", "pot", "tray", "box"));
    assertThat(shop.lastMail().text())
        .contains("Title of red-cup", "Title of pot", "Title of tray", "Title of box");
  }

  @Test
  void showsNothingThatWasEverBoughtNotEvenInAnOrderThatWasCalledOff() {
    shop.sells("tea", "cup", "pot", "tray", "box", "jar");
    shop.knows(ANNA);
    Instant before = NOON.minus(Duration.ofDays(20));
    shop.arrive(purchase("o-0", "cup").at(before).build(), cancelled("o-0", before));
    shop.arrive(purchase("o-1", "tea").build());

    shop.deliverAt(DUE);

    assertThat(shop.mail(RECOMMENDATION, "o-1").items())
        .isEqualTo(items("pot", "tray", "box", "jar"));
  }

  @Test
  void isSkippedWhereThereAreFewerThanFourItems() {
    shop.sells("tea", "cup", "pot", "tray").knows(ANNA).arrive(purchase("o-1", "tea").build());

    shop.deliverAt(DUE);

    assertThat(shop.state(RECOMMENDATION, "o-1"))
        .isEqualTo(new MailState.Skipped("too-few-items", DUE));
  }

  @Test
  void isSkippedWithoutConsent() {
    shop.knowsOnlyTheAddressOf(ANNA).arrive(purchase("o-1", "tea").build());
    shop.deliver();

    shop.deliverAt(DUE);

    assertThat(shop.state(RECOMMENDATION, "o-1"))
        .isEqualTo(new MailState.Skipped("no-consent", DUE));
    assertThat(shop.mailer.kinds()).containsExactly(THANK_YOU);
  }

  @Test
  void isSkippedWhereTheCustomerUnsubscribedMeanwhile() {
    shop.knows(ANNA).arrive(purchase("o-1", "tea").build());
    shop.customers.update(ANNA, profile -> profile.with(no(DUE.minusSeconds(1))));

    shop.deliverAt(DUE);

    assertThat(shop.state(RECOMMENDATION, "o-1"))
        .isEqualTo(new MailState.Skipped("no-consent", DUE));
  }

  @Test
  void aSecondOrderMeanwhileTakesTheRecommendationOfTheFirst() {
    shop.knows(ANNA).arrive(purchase("o-1", "tea").build());
    Instant dayAfter = NOON.plus(Duration.ofDays(1));
    shop.deliverAt(dayAfter);
    shop.sells("tea", "cup", "pot", "tray", "box", "jar");
    shop.arrive(purchase("o-2", "cup").at(dayAfter).build());

    shop.deliverAt(DUE);
    assertThat(shop.state(RECOMMENDATION, "o-1"))
        .isEqualTo(new MailState.Skipped("newer-order", DUE));

    shop.deliverAt(DUE.plus(Duration.ofDays(1)));
    assertThat(shop.state(RECOMMENDATION, "o-2")).isInstanceOf(MailState.Sent.class);
    assertThat(shop.mailer.kinds()).containsExactly(THANK_YOU, THANK_YOU, RECOMMENDATION);
  }

  @Test
  void aSecondOrderThatWasCalledOffTakesNothing() {
    shop.knows(ANNA).sells("tea", "cup", "pot", "tray", "box", "jar");
    shop.arrive(purchase("o-1", "tea").build());
    Instant later = NOON.plusSeconds(60);
    shop.clock.set(later);
    shop.arrive(purchase("o-2", "cup").at(later).build(), cancelled("o-2", later));

    shop.deliverAt(DUE);

    assertThat(shop.state(RECOMMENDATION, "o-1")).isInstanceOf(MailState.Sent.class);
    assertThat(shop.state(RECOMMENDATION, "o-2"))
        .isEqualTo(new MailState.Skipped("order-cancelled", DUE));
  }

  @Test
  void isSkippedForAnOrderThatWasCancelledOrRefunded() {
    shop.knows(ANNA).arrive(purchase("o-1", "tea").build(), purchase("o-2", "tea").build());
    shop.arrive(cancelled("o-1", NOON), refunded("o-2", NOON));

    shop.deliverAt(DUE);

    MailState calledOff = new MailState.Skipped("order-cancelled", DUE);
    assertThat(shop.state(RECOMMENDATION, "o-1")).isEqualTo(calledOff);
    assertThat(shop.state(RECOMMENDATION, "o-2")).isEqualTo(calledOff);
  }

  @Test
  void keepsWithTheMailWhyEachItemIsThere() {
    shop.sells("tea", "cup", "pot", "tray", "box");
    shop.lists.replace(
        Map.of(item("tea"), new ItemLists.Row(List.of(), List.of(new Neighbour(item("pot"), 0.5)))),
        ShopFacts.of(items("box", "cup", "tray")));
    shop.knows(ANNA).arrive(purchase("o-1", "tea").build());

    shop.deliverAt(DUE);

    assertThat(shop.mail(RECOMMENDATION, "o-1").shown())
        .containsExactly(
            new Shown(item("pot"), "bought-with tea"),
            new Shown(item("box"), "popular"),
            new Shown(item("cup"), "popular"),
            new Shown(item("tray"), "popular"));
    assertThat(shop.lastMail().text()).contains("「Title of tea」と一緒に選ばれています");
  }

  @Test
  void whatTwoMailsOfTheLastMonthShowedComesLast() {
    shop.sells("tea", "cup", "pot", "tray", "box", "jar", "lid").knows(ANNA);
    shop.arrive(purchase("o-1", "tea").build());
    shop.deliver();
    Instant nextDay = NOON.plus(Duration.ofDays(1));
    shop.clock.set(nextDay);
    shop.arrive(purchase("o-2", "tea").at(nextDay).build());
    shop.deliver();
    assertThat(shop.mail(THANK_YOU, "o-2").items())
        .isEqualTo(shop.mail(THANK_YOU, "o-1").items())
        .isEqualTo(items("cup", "pot", "tray", "box"));

    shop.deliverAt(DUE.plus(Duration.ofDays(1)));

    assertThat(shop.mail(RECOMMENDATION, "o-2").items())
        .isEqualTo(items("jar", "lid", "cup", "pot"));
  }
}
