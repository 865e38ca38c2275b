package kikkake.history;

import static kikkake.TestData.AMOUNTS_BY_VALUE;
import static kikkake.TestData.ANNA;
import static kikkake.TestData.AWKWARD_ID;
import static kikkake.TestData.BEN;
import static kikkake.TestData.NOON;
import static kikkake.TestData.PHONE;
import static kikkake.TestData.cancelled;
import static kikkake.TestData.contact;
import static kikkake.TestData.item;
import static kikkake.TestData.line;
import static kikkake.TestData.purchase;
import static kikkake.TestData.refunded;
import static kikkake.TestData.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kikkake.event.Cancelled;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import kikkake.event.OrderId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.Who;
import org.junit.jupiter.api.Test;

/** What every history does with orders and answers to advertising. */
abstract class HistoryContract extends HistoryViewsContract {
  private List<Purchased> all() {
    List<Purchased> all = new ArrayList<>();
    history.forEach(all::add, looks -> {});
    return all;
  }

  @Test
  void goesThroughThePurchasesAndTheLooksOfAllAtOnce() {
    Purchased purchase = purchase("o-1", "tea").build();
    history.add(purchase, Map.of());
    Views visitors =
        history.updateViews(VISITOR, v -> v.with(List.of(viewed("pot", VISITOR, NOON))));
    Views customers =
        history.updateViews(CUSTOMER, v -> v.with(List.of(viewed("cup", CUSTOMER, NOON))));
    List<Purchased> purchases = new ArrayList<>();
    List<Views> looks = new ArrayList<>();

    history.forEach(purchases::add, looks::add);

    assertThat(purchases)
        .usingRecursiveFieldByFieldElementComparator(AMOUNTS_BY_VALUE)
        .containsExactly(purchase);
    assertThat(looks).containsExactlyInAnyOrder(visitors, customers);
  }

  @Test
  void addsAPurchaseOnce() {
    Purchased purchase = purchase("o-1", "tea").build();
    assertThat(history.contains(purchase)).isFalse();

    assertThat(history.add(purchase, Map.of("thank-you", "planned"))).isTrue();
    assertThat(history.add(purchase("o-1", "cup").build(), Map.of())).isFalse();

    assertThat(history.contains(purchase)).isTrue();
    assertThat(history.of(ANNA).purchases())
        .usingRecursiveFieldByFieldElementComparator(AMOUNTS_BY_VALUE)
        .containsExactly(purchase);
    assertThat(all()).hasSize(1);
  }

  @Test
  void keepsWhatEachJourneyMadeOfAPurchase() {
    history.add(
        purchase("o-1", "tea").build(),
        Map.of("thank-you", "too-late", "recommendation", CustomerHistory.PLANNED));
    history.add(purchase("o-2", "tea").build(), Map.of());

    assertThat(history.of(ANNA).plans())
        .isEqualTo(
            Map.of(
                new OrderId("o-1"),
                Map.of("thank-you", "too-late", "recommendation", "planned"),
                new OrderId("o-2"),
                Map.of()));
  }

  @Test
  void theSameOrderNumberOfAnotherCustomerIsAnotherOrder() {
    history.add(purchase("o-1", "tea").build(), Map.of());

    Purchased bens = purchase("o-1", "cup").by(BEN).build();
    assertThat(history.contains(bens)).isFalse();
    assertThat(history.add(bens, Map.of())).isTrue();
    assertThat(history.of(ANNA).purchases()).hasSize(1);
    assertThat(history.of(BEN).purchases()).hasSize(1);
  }

  @Test
  void keepsEverythingOfAPurchaseButTheContactDetails() {
    OrderLine[] lines =
        IntStream.range(0, 13)
            .mapToObj(
                i -> line("茶-" + i, i == 3 ? null : "有田焼 湯呑み「夜桜」& <" + i + ">", i + 1, i + ".50"))
            .toArray(OrderLine[]::new);
    Purchased purchase =
        purchase(AWKWARD_ID)
            .by(new Who(new CustomerId(AWKWARD_ID), PHONE))
            .lines(lines)
            .lines(line(AWKWARD_ID, null, 1_000_000, "0"))
            .currency("GBP")
            .paid("123456789012.123456", "4.50", "0")
            .contact(contact("anna@example.jp"))
            .build();

    history.add(purchase, Map.of("thank-you", "planned"));

    Purchased expected =
        new Purchased(
            purchase.order(),
            new Who(new CustomerId(AWKWARD_ID), null),
            NOON,
            Contact.NONE,
            purchase.currency(),
            purchase.lines(),
            purchase.total(),
            purchase.shipping(),
            purchase.discount());
    assertThat(history.contains(purchase)).isTrue();
    assertThat(history.of(new CustomerId(AWKWARD_ID)).purchase(new OrderId(AWKWARD_ID)))
        .get()
        .usingRecursiveComparison(AMOUNTS_BY_VALUE)
        .isEqualTo(expected);
    assertThat(all())
        .usingRecursiveFieldByFieldElementComparator(AMOUNTS_BY_VALUE)
        .containsExactly(expected);
  }

  @Test
  void keepsTimesInWholeSeconds() {
    history.add(purchase("o-1", "tea").at(NOON.plusNanos(999_999_999)).build(), Map.of());

    assertThat(history.of(ANNA).purchases())
        .extracting(Purchased::occurredAt)
        .containsExactly(NOON);
  }

  @Test
  void tellsPurchasesInTheOrderOfTimeHoweverTheyArrived() {
    history.add(purchase("o-1", "tea").at(NOON).build(), Map.of());
    history.add(purchase("o-3", "tea").at(NOON.minusSeconds(20)).build(), Map.of());
    history.add(purchase("o-2", "tea").at(NOON.minusSeconds(10)).build(), Map.of());

    assertThat(history.of(ANNA).purchases())
        .extracting(purchase -> purchase.order().value())
        .containsExactly("o-3", "o-2", "o-1");
  }

  @Test
  void aCancellationMakesAnOrderVoidAlsoWhenItComesFirst() {
    assertThat(history.add(cancelled("o-1", NOON))).isTrue();
    assertThat(history.add(cancelled("o-1", NOON))).isFalse();
    history.add(purchase("o-1", "tea").build(), Map.of());
    history.add(purchase("o-2", "cup").build(), Map.of());

    CustomerHistory anna = history.of(ANNA);
    assertThat(anna.isVoid(new OrderId("o-1"))).isTrue();
    assertThat(anna.standing(NOON)).extracting(p -> p.order().value()).containsExactly("o-2");
    assertThat(anna.everBought()).containsExactlyInAnyOrder(item("tea"), item("cup"));
  }

  @Test
  void aWholeRefundMakesAnOrderVoidAndAPartialOneDoesNot() {
    Refunded part = refunded("o-1", NOON, line("tea", null, 1, "1200"));
    Refunded whole = refunded("o-2", NOON);
    assertThat(history.add(part)).isTrue();
    assertThat(history.add(part)).isFalse();
    assertThat(history.add(whole)).isTrue();

    CustomerHistory anna = history.of(ANNA);
    assertThat(anna.isVoid(new OrderId("o-1"))).isFalse();
    assertThat(anna.isVoid(new OrderId("o-2"))).isTrue();
    assertThat(anna.refunds())
        .usingRecursiveFieldByFieldElementComparator(AMOUNTS_BY_VALUE)
        .containsExactlyInAnyOrder(part, whole);
  }

  @Test
  void keepsARefundOfNoKnownOrder() {
    Refunded refund = new Refunded(new OrderId("r-1"), null, CUSTOMER, NOON, List.of(line("tea")));
    history.add(refund);

    assertThat(history.of(ANNA).refunds())
        .usingRecursiveFieldByFieldElementComparator(AMOUNTS_BY_VALUE)
        .containsExactly(refund);
  }

  @Test
  void anOrderThatLiesInTheFutureDoesNotStandYet() {
    history.add(purchase("o-1", "tea").at(NOON.plusSeconds(1)).build(), Map.of());

    assertThat(history.of(ANNA).standing(NOON)).isEmpty();
    assertThat(history.of(ANNA).standing(NOON.plusSeconds(1))).hasSize(1);
  }

  @Test
  void countsTheOrdersOfGuestsButTellsThemOfNobody() {
    Purchased guests = purchase("o-1", "tea").by(Who.NOBODY).build();
    Purchased visitors = purchase("o-2", "cup").by(VISITOR).build();

    assertThat(history.add(guests, Map.of())).isTrue();
    assertThat(history.add(guests, Map.of())).isFalse();
    assertThat(history.add(visitors, Map.of())).isTrue();
    assertThat(history.add(new Cancelled(new OrderId("o-1"), Who.NOBODY, NOON))).isTrue();
    history.add(purchase("o-3", "pot").build(), Map.of());

    assertThat(all())
        .extracting(p -> p.order().value(), Purchased::who)
        .containsExactlyInAnyOrder(
            tuple("o-1", Who.NOBODY), tuple("o-2", Who.NOBODY), tuple("o-3", CUSTOMER));
    assertThat(history.of(ANNA).purchases()).hasSize(1);
  }

  @Test
  void goesThroughMorePurchasesThanOnePage() {
    for (int i = 0; i < 300; i++) {
      CustomerId customer = new CustomerId("c-" + i % 7);
      history.add(purchase("o-" + i, "tea", "cup").by(customer).build(), Map.of());
    }

    assertThat(all()).hasSize(300);
    assertThat(history.of(new CustomerId("c-0")).purchases()).hasSize(43);
  }

  @Test
  void keepsEveryAnswerToAdvertisingOnceAndInOrder() {
    ConsentChange no = new ConsentChange(ANNA, "advertising", "no", NOON, "one-click", null);
    ConsentChange yes = new ConsentChange(ANNA, "advertising", "yes", NOON, "checkout", "2026-01");
    ConsentChange earlier =
        new ConsentChange(ANNA, "recommendation", "yes", NOON.minusMillis(999), null, null);

    assertThat(history.add(no)).isTrue();
    assertThat(history.add(yes)).isTrue();
    assertThat(history.add(earlier)).isTrue();
    assertThat(history.add(no)).as("again").isFalse();

    assertThat(history.consentChanges(ANNA)).containsExactly(earlier, no, yes);
    assertThat(history.consentChanges(BEN)).isEmpty();
  }

  @Test
  void answersToAdvertisingAreNoPurchases() {
    history.add(new ConsentChange(ANNA, "paused-until", "none", NOON, "preference-page", null));

    assertThat(history.of(ANNA).purchases()).isEmpty();
    assertThat(history.of(ANNA).refunds()).isEmpty();
    assertThat(history.of(ANNA).cancelled()).isEmpty();
  }
}
