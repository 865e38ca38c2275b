package kikkake.lambda;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.BEN;
import static kikkake.TestData.NOON;
import static kikkake.TestData.PHONE;
import static kikkake.TestData.cancelled;
import static kikkake.TestData.contact;
import static kikkake.TestData.purchase;
import static kikkake.TestData.refunded;
import static kikkake.TestData.signedIn;
import static kikkake.TestData.viewed;
import static kikkake.TestData.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import kikkake.Fixtures;
import kikkake.TestClock;
import kikkake.TestData;
import kikkake.TestShop;
import kikkake.customer.DynamoCustomers;
import kikkake.customer.DynamoVisitors;
import kikkake.customer.Erasure;
import kikkake.customer.SecretHash;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import kikkake.event.Identified;
import kikkake.event.MalformedEvent;
import kikkake.event.ShopEvent;
import kikkake.event.VisitorId;
import kikkake.event.Who;
import kikkake.history.DynamoHistory;
import kikkake.history.History;
import kikkake.history.Views;
import kikkake.journey.React;
import kikkake.mail.DynamoSuppressions;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.Pace;
import kikkake.mail.RecordingMailer;
import kikkake.mail.RecordingSendQueue;
import kikkake.mail.Release;
import kikkake.mail.Tokens;
import kikkake.recommend.DynamoItemLists;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import kikkake.table.TestTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Erasure, through the parts as they are wired together, on a real table. */
class ErasureTest {
  private static final String ADDRESS = "anna@example.jp";
  private static final SecretHash HASH = new SecretHash("a key that is long enough");
  private static final Tokens TOKENS = new Tokens(TestData.TOKEN_KEYS);

  private final DynamoUsage usage = new DynamoUsage();
  private final DynamoTable table = TestTable.create(usage);
  private final TestClock clock = new TestClock(NOON);
  private final Wiring wiring = wiring(HASH);
  private final React react = wiring.react();
  private final Erasure erasure = wiring.erasure();
  private final DynamoCustomers customers = new DynamoCustomers(table);
  private final DynamoVisitors visitors = new DynamoVisitors(table);
  private final History history = new DynamoHistory(table);

  private Wiring wiring(SecretHash hash) {
    return new Wiring(
        table,
        clock,
        new DynamoItemLists(table, clock),
        new Wiring.Ports(
            RecordingMailer::new,
            RecordingSendQueue::new,
            () -> (message, reason) -> {},
            () -> TestShop.SHOP,
            TestShop.SHOP::name,
            () -> TOKENS,
            () -> hash,
            Pace::unlimited,
            () -> "owner"),
        ledger -> ledger);
  }

  /** Anna signs up, looks around on her phone, and buys. */
  private void annaWasHere() {
    Contact contact = new Contact(ADDRESS, "山田 花子", "ja", null, yes(NOON.minusSeconds(60)));
    react.on(
        List.of(
            new Identified(ANNA, PHONE, NOON, contact),
            viewed("cup", new Who(null, PHONE), NOON),
            purchase("o-1", "tea").build(),
            cancelled("o-2", NOON),
            refunded("o-3", NOON)));
  }

  private int drop(ShopEvent... events) {
    AtomicInteger dropped = new AtomicInteger();
    assertThat(react.on(List.of(events), dropped::incrementAndGet)).isEmpty();
    return dropped.get();
  }

  private void nothingIsLeftOfAnna() {
    assertThat(table.keys("C#" + ANNA)).isEmpty();
    assertThat(table.keys("V#" + PHONE)).isEmpty();
  }

  /** Every attribute of every row, as text. */
  private String everything() {
    List<String> rows = new ArrayList<>();
    for (String place : List.of("A", "B", "E#", "M#", "V#")) {
      table.scan(place, row -> rows.add(text(row)));
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

    assertThat(new DynamoSuppressions(table, HASH).contains(" ANNA@example.jp")).isTrue();
    assertThat(new DynamoSuppressions(table, HASH).contains("ben@example.jp")).isFalse();
  }

  @Test
  void aKeyThatIsNotTheTablesErasesNothingAndSaysSo() {
    annaWasHere();
    erasure.erase(BEN);
    Set<DynamoKey> before = Set.copyOf(table.keys("C#" + ANNA));
    Wiring other = wiring(new SecretHash("another key, long enough"));
    EraseHandler handler = new EraseHandler(other.erasure());

    assertThatThrownBy(
            () -> handler.handleRequest(Map.of("customer", "anna"), new RecordingContext()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the tombstone key is not the one of this table")
        .hasMessageNotContainingAny("another key", "anna");

    assertThat(Set.copyOf(table.keys("C#" + ANNA))).isEqualTo(before);
    assertThat(new DynamoSuppressions(table, HASH).contains(ADDRESS)).isFalse();
  }

  @Test
  void theTickLetsTheTableKnowItsKeyBeforeAnybodyErasesByHand() {
    new ReleaseHandler(wiring.release(), wiring.erasure())
        .handleRequest(Map.of(), new RecordingContext());
    Erasure byHand = wiring(new SecretHash("another key, long enough")).erasure();

    assertThatThrownBy(() -> byHand.erase(ANNA)).hasMessageContaining("the tombstone key");
    assertThat(erasure.erase(ANNA)).isZero();
  }

  @Test
  void aTickWithAKeyThatIsNotTheTablesReleasesMailsAndThenFails() {
    erasure.erase(BEN);
    annaWasHere();
    RecordingSendQueue queue = new RecordingSendQueue();
    Wiring other = wiring(new SecretHash("another key, long enough"));
    ReleaseHandler handler =
        new ReleaseHandler(new Release(wiring.ledger(), queue, clock), other.erasure());

    assertThatThrownBy(() -> handler.handleRequest(Map.of(), new RecordingContext()))
        .hasMessageContaining("the tombstone key");

    assertThat(queue.take()).containsExactly(new MailKey(ANNA, MailKind.THANK_YOU, "o-1"));
  }

  @Test
  void everyLaterEventIsDropped() {
    annaWasHere();
    erasure.erase(ANNA);

    int dropped =
        drop(
            purchase("o-1", "tea").build(),
            purchase("o-9", "tea").contact(contact(ADDRESS)).build(),
            cancelled("o-2", NOON),
            refunded("o-3", NOON),
            new Identified(ANNA, PHONE, NOON, contact(ADDRESS)),
            viewed("cup", new Who(ANNA, PHONE), NOON));

    assertThat(dropped).isEqualTo(6);
    nothingIsLeftOfAnna();
  }

  @Test
  void theEventsOfOthersInTheSameMessageCount() {
    erasure.erase(ANNA);

    int dropped =
        drop(
            viewed("cup", Who.customer("anna"), NOON),
            viewed("cup", Who.customer("ben"), NOON),
            viewed("pot", new Who(null, PHONE), NOON));

    assertThat(dropped).isEqualTo(1);
    assertThat(history.views(Who.customer("ben")).recent()).hasSize(1);
    assertThat(history.views(new Who(null, PHONE)).recent()).hasSize(1);
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
    assertThat(new DynamoSuppressions(table, HASH).contains("anna@new.example.jp")).isTrue();
  }

  @Test
  void aMessageThatIsRedrivenDaysAfterTheSweepIsDropped() {
    annaWasHere();
    erasure.erase(ANNA);
    clock.pass(Duration.ofMinutes(15));
    erasure.sweep();
    clock.pass(Duration.ofDays(10));

    assertThat(drop(purchase("o-1", "tea").contact(contact(ADDRESS)).build())).isEqualTo(1);
    nothingIsLeftOfAnna();
  }

  @Test
  void theHandlerCountsWhatItDropsAndNamesNobody() {
    erasure.erase(new CustomerId("c-1001"));
    RecordingContext context = new RecordingContext();
    List<String> letters = new ArrayList<>();
    EventHandler handler =
        new EventHandler(
            react, new RecordingSendQueue(), (message, reason) -> letters.add(message));

    var response = handler.handleRequest(Fixtures.sqs("purchase"), context);

    assertThat(response.getBatchItemFailures()).isEmpty();
    assertThat(letters).isEmpty();
    assertThat(context.log()).contains("Dropped 1 events").doesNotContain("c-1001");
  }

  @Test
  void aComplaintAfterTheErasureBringsNothingBack() {
    erasure.erase(new CustomerId("c-1001"));

    wiring.feedback().on(Fixtures.body("complaint"));

    assertThat(table.keys("C#c-1001")).isEmpty();
    assertThat(new DynamoSuppressions(table, HASH).contains("hanako@example.com")).isTrue();
  }

  @Test
  void theUnsubscribeLinkOfOldMailsStillAnswersDone() {
    annaWasHere();
    erasure.erase(ANNA);

    assertThat(wiring.unsubscribe().act(TOKENS.sign(ANNA), "one-click")).isTrue();

    nothingIsLeftOfAnna();
  }

  @Test
  void thePreferencePageSaysThatTheDataIsErasedAndWritesNothing() {
    erasure.erase(new CustomerId("c-1001"));
    Tokens tokens = new Tokens(Fixtures.TOKEN_KEYS);
    String token = tokens.sign(new CustomerId("c-1001"));
    PreferencesHandler handler =
        new PreferencesHandler(
            new kikkake.mail.Preferences(
                tokens, new kikkake.mail.Wishes(customers, history, customer -> true), clock),
            wiring.preferencesPage(),
            clock);
    for (String file : new String[] {"preferences-get", "preferences-post"}) {
      var request = Fixtures.http(file);
      request.setPathParameters(Map.of("token", token));
      request.setRawQueryString("lang=ja");

      var response = handler.handleRequest(request, new RecordingContext());

      assertThat(response.getStatusCode()).isEqualTo(200);
      assertThat(response.getBody()).contains("削除されています").doesNotContain("<form");
    }
    assertThat(table.keys("C#c-1001")).isEmpty();
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
  void aVisitorOfSomebodyErasedIsAVisitorAgain() {
    erasure.erase(ANNA);
    visitors.signedIn(PHONE, ANNA, NOON); // In flight.

    assertThat(drop(viewed("cup", new Who(null, PHONE), NOON))).isZero();

    assertThat(history.views(Who.customer("anna"))).isEqualTo(Views.NONE);
    assertThat(history.views(new Who(null, PHONE)).recent()).hasSize(1);
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
  void aMailThatWasPlannedIsNotSent() {
    annaWasHere();
    erasure.erase(ANNA);

    wiring.sendMail().send(new MailKey(ANNA, MailKind.THANK_YOU, "o-1"));

    nothingIsLeftOfAnna();
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

  @Test
  void theShopNamesWhomToErase() {
    annaWasHere();
    EraseHandler handler = new EraseHandler(erasure);

    assertThat(handler.handleRequest(Map.of("customer", "anna"), new RecordingContext()))
        .hasEntrySatisfying("rowsRemoved", rows -> assertThat(rows).isPositive());
    assertThat(handler.handleRequest(Map.of("customer", 17), new RecordingContext()))
        .containsEntry("rowsRemoved", 0);
    nothingIsLeftOfAnna();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " anna", "a\u0000b"})
  void anIdThatCannotBeIsRefusedWithoutBeingRepeated(String id) {
    EraseHandler handler = new EraseHandler(erasure);

    assertThatThrownBy(() -> handler.handleRequest(Map.of("customer", id), new RecordingContext()))
        .isInstanceOf(MalformedEvent.class)
        .hasMessageStartingWith("customer: ")
        .hasMessageNotContaining("anna");
    assertThatThrownBy(() -> handler.handleRequest(Map.of(), new RecordingContext()))
        .isInstanceOf(MalformedEvent.class);
  }
}
