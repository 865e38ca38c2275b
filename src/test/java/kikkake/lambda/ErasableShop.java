package kikkake.lambda;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.PHONE;
import static kikkake.TestData.cancelled;
import static kikkake.TestData.contact;
import static kikkake.TestData.purchase;
import static kikkake.TestData.refunded;
import static kikkake.TestData.viewed;
import static kikkake.TestData.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kikkake.TestClock;
import kikkake.TestData;
import kikkake.TestShop;
import kikkake.customer.DynamoCustomers;
import kikkake.customer.DynamoVisitors;
import kikkake.customer.Erasure;
import kikkake.customer.SecretHash;
import kikkake.event.Contact;
import kikkake.event.Identified;
import kikkake.event.ShopEvent;
import kikkake.event.Who;
import kikkake.history.DynamoHistory;
import kikkake.history.History;
import kikkake.journey.React;
import kikkake.mail.Pace;
import kikkake.mail.RecordingMailer;
import kikkake.mail.RecordingSendQueue;
import kikkake.mail.Tokens;
import kikkake.recommend.DynamoItemLists;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import kikkake.table.TestTable;

/** A shop that erases, its parts wired together on a real table, and what Anna left there. */
abstract class ErasableShop {
  static final String ADDRESS = "anna@example.jp";
  static final SecretHash HASH = new SecretHash("a key that is long enough");
  static final Tokens TOKENS = new Tokens(TestData.TOKEN_KEYS);

  final DynamoUsage usage = new DynamoUsage();
  final DynamoTable table = TestTable.create(usage);
  final TestClock clock = new TestClock(NOON);
  final Wiring wiring = wiring(HASH);
  final React react = wiring.react();
  final Erasure erasure = wiring.erasure();
  final DynamoCustomers customers = new DynamoCustomers(table);
  final DynamoVisitors visitors = new DynamoVisitors(table);
  final History history = new DynamoHistory(table);

  Wiring wiring(SecretHash hash) {
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
  void annaWasHere() {
    Contact contact = new Contact(ADDRESS, "山田 花子", "ja", null, yes(NOON.minusSeconds(60)));
    react.on(
        List.of(
            new Identified(ANNA, PHONE, NOON, contact),
            viewed("cup", new Who(null, PHONE), NOON),
            purchase("o-1", "tea").build(),
            cancelled("o-2", NOON),
            refunded("o-3", NOON)));
  }

  int drop(ShopEvent... events) {
    AtomicInteger dropped = new AtomicInteger();
    assertThat(react.on(List.of(events), dropped::incrementAndGet)).isEmpty();
    return dropped.get();
  }

  void nothingIsLeftOfAnna() {
    assertThat(table.keys("C#" + ANNA)).isEmpty();
    assertThat(table.keys("V#" + PHONE)).isEmpty();
  }
}
