package kikkake.lambda;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.PHONE;
import static kikkake.TestData.catalogItem;
import static kikkake.TestData.line;
import static kikkake.TestData.no;
import static kikkake.TestData.purchase;
import static kikkake.TestData.signedIn;
import static kikkake.TestData.viewed;
import static kikkake.TestData.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import kikkake.TestClock;
import kikkake.TestData;
import kikkake.TestShop;
import kikkake.catalog.DynamoCatalog;
import kikkake.customer.DynamoCustomers;
import kikkake.customer.DynamoTombstones;
import kikkake.customer.SecretHash;
import kikkake.event.Contact;
import kikkake.event.Identified;
import kikkake.event.ItemId;
import kikkake.event.Purchased;
import kikkake.event.ShopEvent;
import kikkake.event.Who;
import kikkake.journey.React;
import kikkake.mail.DynamoRecipients;
import kikkake.mail.DynamoSuppressions;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.MailState;
import kikkake.mail.Pace;
import kikkake.mail.RecordingMailer;
import kikkake.mail.RecordingSendQueue;
import kikkake.mail.SendingSwitch;
import kikkake.mail.Tokens;
import kikkake.recommend.DynamoItemLists;
import kikkake.recommend.ShopFacts;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import kikkake.table.TestTable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What things cost, in the units that DynamoDB reports; the budgets stand in the design. */
class BudgetTest {
  private static final Contact CONTACT =
      new Contact("anna@example.jp", "山田 花子", "ja", "Asia/Tokyo", yes(NOON.minusSeconds(600)));
  private static final List<String> TITLES =
      List.of(
          "有田焼 湯呑み「夜桜」ペアセット 木箱入り・日本製",
          "宇治抹茶 石臼挽き 三十グラム缶 お茶席用の逸品です",
          "南部鉄器 急須 霰文様 〇・六リットル 茶こし付き黒",
          "国産い草の座布団カバー 五十五センチ角 二枚組 藍染",
          "備前焼フリーカップ 窯変 一点もの 陶芸家による手作り",
          "季節の和菓子詰め合わせ 十二個入り ギフト包装無料",
          "檜の一合枡 焼印入り 名入れ対応 結婚祝い・記念品に",
          "今治タオル バスタオル 厚手でふわふわ 薄桃色 三枚組",
          "津軽びいどろ 風鈴 花火模様 夏の贈り物に最適な一品",
          "越前和紙の便箋と封筒セット 四季の花柄 二十枚と十枚");

  private final DynamoUsage usage = new DynamoUsage();
  private final DynamoTable table = TestTable.create(usage);
  private final TestClock clock = new TestClock(NOON);
  private final RecordingMailer mailer = new RecordingMailer();
  private final AtomicInteger owners = new AtomicInteger();
  private final Wiring wiring =
      new Wiring(
          table,
          clock,
          new DynamoItemLists(table, clock),
          new Wiring.Ports(
              () -> mailer,
              RecordingSendQueue::new,
              () -> (message, reason) -> {},
              () -> TestShop.SHOP,
              TestShop.SHOP::name,
              () -> new Tokens(TestData.TOKEN_KEYS),
              () -> new SecretHash("a key that is long enough"),
              Pace::unlimited,
              () -> "d3b07384-d9a0-4c9b-8f3e-2f1c5a6b7c8d-" + owners.incrementAndGet()),
          ledger -> ledger);
  private final React react = wiring.react();

  private double writeUnitsOf(Runnable work) {
    double before = usage.writeUnits();
    work.run();
    return usage.writeUnits() - before;
  }

  private double readUnitsOf(Runnable work) {
    double before = usage.readUnits();
    work.run();
    return usage.readUnits() - before;
  }

  private static Purchased tenLines(String order, Contact contact) {
    var builder = purchase(order).contact(contact).paid("98765", "550", "500");
    for (int i = 0; i < TITLES.size(); i++) {
      builder.lines(
          line("SKU-2026-" + (10_480 + 37 * i), TITLES.get(i), 1 + i % 3, "12" + i + "0"));
    }
    return builder.build();
  }

  private void knowAnna() {
    react.on(List.of(new Identified(ANNA, null, NOON.minusSeconds(600), CONTACT)));
  }

  @Test
  void theTitlesAreAsLongAsRealOnes() {
    assertThat(TITLES).hasSize(10).allMatch(title -> title.length() >= 24);
  }

  @Test
  void aPurchaseCostsOneWriteUnitAndTwoForEachPlannedMail() {
    knowAnna();

    double units = writeUnitsOf(() -> react.on(List.of(tenLines("o-1", Contact.NONE))));

    assertThat(units).isEqualTo(1 + 2 * 2);
    assertThat(wiring.ledger().of(ANNA)).hasSize(2);
  }

  @Test
  void aPurchaseThatConfirmsContactDetailsCostsOneWriteUnitMore() {
    knowAnna();

    assertThat(writeUnitsOf(() -> react.on(List.of(tenLines("o-1", CONTACT)))))
        .isEqualTo(2 + 2 * 2);
  }

  @Test
  void aPurchaseWithNewContactDetailsCostsOneWriteUnitMore() {
    knowAnna();
    Contact moved = new Contact("anna@new.example.jp", null, null, null, null);

    assertThat(writeUnitsOf(() -> react.on(List.of(tenLines("o-1", moved))))).isEqualTo(2 + 2 * 2);
  }

  @Test
  void aNewAnswerToAdvertisingCostsOneWriteUnitForItsRecord() {
    knowAnna();
    Contact refused = new Contact(null, null, null, null, no(NOON));

    assertThat(writeUnitsOf(() -> react.on(List.of(tenLines("o-1", refused)))))
        .isEqualTo(3 + 2 * 2);
    assertThat(writeUnitsOf(() -> react.on(List.of(tenLines("o-2", refused)))))
        .as("told again")
        .isEqualTo(1 + 2 * 2);
  }

  @Test
  void aPurchaseThatComesAgainCostsNoWriteAndOneRead() {
    knowAnna();
    Purchased purchase = tenLines("o-1", CONTACT);
    react.on(List.of(purchase));
    double reads = usage.readUnits();

    assertThat(writeUnitsOf(() -> react.on(List.of(purchase)))).isZero();
    assertThat(usage.readUnits() - reads).isLessThanOrEqualTo(1);
  }

  @Test
  void aNewPurchaseReadsItsRowTheTombstoneAndTheProfile() {
    knowAnna();
    wiring.settings().read();

    assertThat(readUnitsOf(() -> react.on(List.of(tenLines("o-1", CONTACT))))).isEqualTo(3);
  }

  @Test
  void aSignInCostsTwoWriteUnits() {
    knowAnna();

    assertThat(writeUnitsOf(() -> react.on(List.of(signedIn(ANNA, PHONE, NOON))))).isEqualTo(2);
  }

  @Test
  void aBeaconOfTenLooksByAVisitorCostsOneWriteUnitAlsoWhereTwentyAreKept() {
    Who visitor = new Who(null, PHONE);
    for (int beacon = 0; beacon < 4; beacon++) {
      List<ShopEvent> looks = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        int number = 10 * beacon + i;
        looks.add(viewed("SKU-2026-" + (10_480 + number), visitor, NOON.plusSeconds(number)));
      }
      assertThat(writeUnitsOf(() -> react.on(looks))).isEqualTo(1);
      assertThat(writeUnitsOf(() -> react.on(looks))).as("again").isZero();
    }
  }

  @Test
  void aTickThatFindsNothingCostsHalfAReadForEachShard() {
    Runnable tick = () -> wiring.release().tick();

    assertThat(readUnitsOf(tick)).isLessThanOrEqualTo(4);
    assertThat(writeUnitsOf(tick)).isZero();
  }

  @Test
  void aMailCostsOneWriteUnitForItsClaimAndTwoForItsEnd() {
    sellSomeItems();
    knowAnna();
    react.on(List.of(tenLines("o-1", Contact.NONE)));
    MailKey key = new MailKey(ANNA, MailKind.THANK_YOU, "o-1");
    var mails = wiring.sendMail().batch(trouble -> {});
    wiring.settings().read();
    double[] atHandOver = new double[2];
    mailer.answer(mail -> {
      atHandOver[0] = usage.writeUnits();
      atHandOver[1] = usage.readUnits();
      return mailer.accepted();
    });
    double writesBefore = usage.writeUnits();
    double readsBefore = usage.readUnits();

    mails.accept(key);

    assertThat(wiring.ledger().find(key).orElseThrow().state()).isInstanceOf(MailState.Sent.class);
    assertThat(wiring.ledger().find(key).orElseThrow().items()).hasSize(4);
    double reads = atHandOver[1] - readsBefore;
    assertThat(atHandOver[0] - writesBefore).as("the claim; %s read units", reads).isEqualTo(1);
    assertThat(usage.writeUnits() - atHandOver[0])
        .as("the end; %s read units until then", reads)
        .isEqualTo(2, Offset.offset(0.0));
    assertThat(reads).as("read units of a thank-you that recommends").isLessThanOrEqualTo(10);
  }

  /** With every row there: DynamoDB counts one that is not there too, DynamoDB Local does not. */
  @Test
  void theFirstLookAtARecipientReadsTheProfileAndHalfAUnitForEachOtherRow() {
    SecretHash hash = new SecretHash("a key that is long enough");
    DynamoSuppressions suppressions = new DynamoSuppressions(table, hash);
    DynamoTombstones tombstones = new DynamoTombstones(table, hash);
    DynamoCustomers customers = new DynamoCustomers(table);
    var recipients = new DynamoRecipients(table, customers, suppressions, tombstones, clock);
    knowAnna();
    suppressions.add("anna@example.jp", "bounced", NOON);
    table.put(DynamoRow.of(tombstones.key(ANNA)));
    wiring.switchboard().set(SendingSwitch.Mode.ON, "a test");

    assertThat(readUnitsOf(() -> recipients.look(ANNA))).isEqualTo(1 + 3 * 0.5);
    assertThat(readUnitsOf(() -> recipients.look(ANNA)))
        .as("the switch was read within this minute")
        .isEqualTo(1 + 2 * 0.5);
    assertThat(readUnitsOf(() -> recipients.lookAgain(ANNA, "anna@example.jp"))).isEqualTo(4);
  }

  @Test
  void aMailThatIsSkippedCostsTheSame() {
    react.on(
        List.of(new Identified(ANNA, null, NOON, new Contact("a@b.jp", null, null, null, null))));
    react.on(List.of(tenLines("o-1", Contact.NONE)));
    clock.pass(Duration.ofDays(3));
    var mails = wiring.sendMail().batch(trouble -> {});
    double reads = usage.readUnits();

    double units =
        writeUnitsOf(() -> mails.accept(new MailKey(ANNA, MailKind.RECOMMENDATION, "o-1")));

    assertThat(units).isEqualTo(1 + 2);
    assertThat(usage.readUnits() - reads).as("read units of a skip").isLessThanOrEqualTo(2);
  }

  private void sellSomeItems() {
    DynamoCatalog catalog = new DynamoCatalog(table);
    List<ItemId> popular = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      catalog.put(catalogItem("P-" + i).build());
      popular.add(new ItemId("P-" + i));
    }
    new DynamoItemLists(table, clock).replace(Map.of(), ShopFacts.of(popular));
  }
}
