package kikkake.lambda;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.BEN;
import static kikkake.TestData.NOON;
import static kikkake.TestData.PHONE;
import static kikkake.TestData.cancelled;
import static kikkake.TestData.contact;
import static kikkake.TestData.purchase;
import static kikkake.TestData.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kikkake.TestRecipients;
import kikkake.event.Identified;
import kikkake.event.VisitorId;
import kikkake.journey.React;
import kikkake.table.DynamoRow;
import org.junit.jupiter.api.Test;

/** What an erasure and its sweep remove, and what they leave. */
class ErasureTest extends ErasableShop {
  /** Every attribute of every row, as text. */
  private String everything() {
    List<String> rows = new ArrayList<>();
    for (String place : List.of("A", "B", "E#", "M#", "V#")) {
      table.scan(List.of(place), row -> rows.add(text(row)));
    }
    return String.join("\n", rows);
  }

  private static String text(DynamoRow row) {
    return row.key() + " " + row.text("customer") + " " + row.text("email");
  }

  @Test
  void nothingIsLeftBesideATombstoneThatNamesNobody() {
    annaWasHere();
    assertThat(table.keys("C#" + ANNA)).hasSizeGreaterThan(7);

    erasure.erase(ANNA);
    nothingIsLeftOfAnna();
    clock.pass(Duration.ofMinutes(15));
    assertThat(erasure.sweep()).isEqualTo(1);

    assertThat(everything()).contains("T#", "X#").doesNotContain("anna", ADDRESS, "phone");
    assertThat(erasure.sweep()).as("once").isZero();
  }

  @Test
  void theAddressIsNotMailedAnyMore() {
    annaWasHere();

    erasure.erase(ANNA);

    assertThat(TestRecipients.isSuppressed(table, " ANNA@example.jp")).isTrue();
    assertThat(TestRecipients.isSuppressed(table, "ben@example.jp")).isFalse();
  }

  @Test
  void whatWasBeingWorkedOnMeanwhileIsRemovedByTheSecondSweep() {
    annaWasHere();
    erasure.erase(ANNA);
    // A function that had asked for the tombstone before there was one:
    React late =
        new React(
            history,
            customers,
            visitors,
            new kikkake.catalog.DynamoCatalog(table),
            wiring.ledger(),
            wiring.settings(),
            customer -> false,
            clock);
    late.on(
        List.of(
            new Identified(ANNA, PHONE, NOON, contact("anna@new.example.jp")),
            purchase("o-9", "tea").build()));
    assertThat(customers.find(ANNA)).isPresent();

    clock.pass(Duration.ofMinutes(14));
    assertThat(erasure.sweep()).as("too early").isZero();
    clock.pass(Duration.ofMinutes(1));
    assertThat(erasure.sweep()).isEqualTo(1);

    nothingIsLeftOfAnna();
    assertThat(TestRecipients.isSuppressed(table, "anna@new.example.jp")).isTrue();
  }

  @Test
  void aVisitorThatIsSomebodyElseByNowStays() {
    VisitorId laptop = new VisitorId("laptop-1");
    react.on(List.of(signedIn(ANNA, PHONE, NOON), signedIn(ANNA, laptop, NOON)));
    react.on(List.of(signedIn(BEN, PHONE, NOON.plusSeconds(60))));

    erasure.erase(ANNA);

    assertThat(visitors.customerOf(PHONE)).contains(BEN);
    assertThat(visitors.customerOf(laptop)).isEmpty();
    assertThat(everything()).doesNotContain("anna laptop");
  }

  @Test
  void whoeverIsErasedTwiceOrUnknownIsErased() {
    erasure.erase(ANNA);
    clock.pass(Duration.ofMinutes(10));
    erasure.erase(ANNA);
    clock.pass(Duration.ofMinutes(10));
    assertThat(erasure.sweep()).as("the second erasure's time counts").isZero();
    clock.pass(Duration.ofMinutes(5));
    assertThat(erasure.sweep()).isEqualTo(1);

    assertThat(drop(purchase("o-1", "tea").build())).isEqualTo(1);
    assertThat(react.on(List.of(purchase("o-1", "tea").by(BEN).build())))
        .as("somebody else's order")
        .hasSize(1);
  }

  @Test
  void aCustomerWithManyRowsIsErasedAtOnce() {
    for (int i = 0; i < 60; i++) {
      react.on(List.of(cancelled("o-" + i, NOON)));
    }

    assertThat(erasure.erase(ANNA)).isEqualTo(60);
    nothingIsLeftOfAnna();
  }

  @Test
  void aSweepThatFindsNothingCostsAtMostOneReadAndNoWrite() {
    double reads = usage.readUnits();
    double writes = usage.writeUnits();

    erasure.sweep();

    assertThat(usage.readUnits() - reads).isLessThanOrEqualTo(0.5);
    assertThat(usage.writeUnits() - writes).isZero();
  }

  @Test
  void theTickSweeps() {
    annaWasHere();
    erasure.erase(ANNA);
    clock.pass(Duration.ofMinutes(15));

    Map<String, Integer> answer =
        new ReleaseHandler(wiring.release(), erasure)
            .handleRequest(Map.of(), new RecordingContext());

    assertThat(answer).containsEntry("swept", 1);
  }
}
