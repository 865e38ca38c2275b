package kikkake;

import static kikkake.TestData.catalogItem;
import static kikkake.TestData.contact;
import static kikkake.TestData.yes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kikkake.catalog.DynamoCatalog;
import kikkake.customer.DynamoCustomers;
import kikkake.customer.DynamoTombstones;
import kikkake.customer.DynamoVisitors;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import kikkake.event.ItemId;
import kikkake.event.Purchased;
import kikkake.event.ShopEvent;
import kikkake.gate.Gates;
import kikkake.history.DynamoHistory;
import kikkake.journey.BrowseFollowUp;
import kikkake.journey.React;
import kikkake.journey.Recommend;
import kikkake.journey.Slot;
import kikkake.journey.ThankYou;
import kikkake.local.simulate.Lag;
import kikkake.local.simulate.SimulatedDynamo;
import kikkake.mail.Composer;
import kikkake.mail.DynamoLedger;
import kikkake.mail.DynamoRecipients;
import kikkake.mail.DynamoSettings;
import kikkake.mail.DynamoSuppressions;
import kikkake.mail.DynamoSwitchboard;
import kikkake.mail.HandOver;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.MailState;
import kikkake.mail.Pace;
import kikkake.mail.ParsedMail;
import kikkake.mail.PlannedMail;
import kikkake.mail.RecordingMailer;
import kikkake.mail.RecordingSendQueue;
import kikkake.mail.Rehearsal;
import kikkake.mail.Release;
import kikkake.mail.Rendering;
import kikkake.mail.SendMail;
import kikkake.mail.Settings;
import kikkake.mail.SettingsChanges;
import kikkake.mail.Shop;
import kikkake.mail.Tokens;
import kikkake.mail.Wishes;
import kikkake.measure.Feedback;
import kikkake.recommend.DynamoItemLists;
import kikkake.recommend.Recommender;
import kikkake.recommend.ShopFacts;
import kikkake.table.DynamoTable;
import kikkake.table.TestTable;
import kikkake.template.BuiltInTemplates;
import kikkake.template.DynamoTemplates;
import org.jspecify.annotations.NullMarked;

/** A whole shop in memory, in which time stands still until a test lets it pass. */
@NullMarked
public final class TestShop {
  public static final Shop SHOP =
      new Shop(
          "茶と器 きっかけ",
          "https://shop.example",
          "京都市中京区上本能寺前町488",
          "shop@shop.example",
          null,
          "https://mail.shop.example");

  private static final BuiltInTemplates TEMPLATES = new BuiltInTemplates();

  public final TestClock clock = new TestClock(TestData.NOON);
  public final Outage outage = new Outage();
  public final DynamoTable table =
      TestTable.simulated(new SimulatedDynamo(TestTable.SIMULATED, outage, Lag.NONE));
  public final DynamoHistory history = new DynamoHistory(table);
  public final DynamoCustomers customers = new DynamoCustomers(table);
  public final DynamoVisitors visitors = new DynamoVisitors(table);
  public final DynamoCatalog catalog = new DynamoCatalog(table);
  public final DynamoItemLists lists = new DynamoItemLists(table, clock);
  public final DynamoLedger ledger = new DynamoLedger(table);
  public final DynamoSettings settings = new DynamoSettings(table, clock);
  public final DynamoSuppressions suppressions = new DynamoSuppressions(table, TestData.HASH);
  public final DynamoTombstones tombstones = new DynamoTombstones(table, TestData.HASH);
  public final DynamoSwitchboard switchboard = new DynamoSwitchboard(table);
  public final DynamoTemplates templates = new DynamoTemplates(table, TEMPLATES, clock);

  /** What send functions said of templates that could not be rendered. */
  public final List<String> troubles = new ArrayList<>();

  public final RecordingMailer mailer = new RecordingMailer();
  public final RecordingSendQueue sends = new RecordingSendQueue();
  public final Tokens tokens = new Tokens(TestData.TOKEN_KEYS);
  public final React react =
      new React(history, customers, visitors, catalog, ledger, settings, tombstones, clock);
  public final Release release = new Release(ledger, sends, clock);
  public final Feedback feedback =
      new Feedback(ledger, suppressions, new Wishes(customers, history, tombstones), clock);
  public final SendMail sendMail;
  public final Rehearsal rehearsal;
  public final Slot slot =
      new Slot(
          visitors,
          tombstones,
          history,
          new Recommender(lists, catalog),
          settings,
          SHOP.url(),
          clock);

  /** A shop that SES lets send as fast as it can. */
  public TestShop() {
    this(Pace.unlimited());
  }

  public TestShop(Pace pace) {
    Recommender recommender = new Recommender(lists, catalog);
    AtomicInteger claims = new AtomicInteger();
    List<Composer> composers =
        List.of(
            new ThankYou(catalog, recommender, SHOP),
            new Recommend(recommender, SHOP),
            new BrowseFollowUp(recommender, SHOP));
    DynamoRecipients recipients =
        new DynamoRecipients(table, customers, suppressions, tombstones, clock);
    rehearsal = new Rehearsal(recipients, history, ledger, settings, composers, SHOP, clock);
    sendMail =
        new SendMail(
            ledger,
            recipients,
            history,
            settings,
            Gates.all(composers),
            composers,
            templates,
            new Rendering(TEMPLATES, SHOP, tokens),
            new HandOver(mailer, pace, switchboard, clock),
            clock,
            () -> "owner-" + claims.incrementAndGet());
  }

  /** Sends a mail, if it is due, in a batch of its own. */
  public void send(MailKey mail) {
    sendMail.batch(troubles::add).accept(mail);
  }

  /** The shop knows a customer's address and that advertising is wanted. */
  public TestShop knows(CustomerId customer) {
    Instant before = clock.instant().minus(Duration.ofDays(30));
    return knows(customer, new Contact(customer + "@example.jp", null, "ja", null, yes(before)));
  }

  public TestShop knows(CustomerId customer, Contact contact) {
    Instant before = clock.instant().minus(Duration.ofDays(30));
    customers.update(customer, profile -> profile.with(contact, before));
    return this;
  }

  public TestShop knowsOnlyTheAddressOf(CustomerId customer) {
    return knows(customer, contact(customer + "@example.jp"));
  }

  /** The shop sells these, and they are popular in this order. */
  public TestShop sells(String... ids) {
    List<ItemId> popular = new ArrayList<>();
    for (String id : ids) {
      catalog.put(catalogItem(id).build());
      popular.add(new ItemId(id));
    }
    lists.replace(Map.of(), ShopFacts.of(popular));
    return this;
  }

  /** A marketer changes one setting. */
  public void set(String name, String text) {
    Map<String, String> texts = settings.live().settings().texts();
    texts.put(name, text);
    SettingsChanges.Hand marketer = new SettingsChanges.Hand("marketer", clock.instant(), "");
    new SettingsChanges(settings).change(Settings.of(texts), settings.live(), marketer);
  }

  /** Whether the last look before a mail finds the address suppressed. */
  public boolean isSuppressed(String address) {
    return TestRecipients.isSuppressed(table, address);
  }

  /** What the journeys made of a purchase, by kind of mail. */
  public Map<String, String> plans(Purchased purchase) {
    CustomerId customer = purchase.who().customer();
    return customer == null
        ? Map.of()
        : history.of(customer).plans().getOrDefault(purchase.order(), Map.of());
  }

  /** The events of one message arrive. */
  public void arrive(ShopEvent... events) {
    sends.hint(react.on(List.of(events)));
  }

  /** The tick runs, and the senders work off every hint. */
  public void deliver() {
    release.tick();
    sends.take().forEach(this::send);
  }

  /** Time passes, and then what is due is delivered. */
  public void afterwards(Duration duration) {
    clock.pass(duration);
    deliver();
  }

  public void deliverAt(Instant time) {
    clock.set(time);
    deliver();
  }

  public Optional<PlannedMail> find(CustomerId customer, MailKind kind, String businessKey) {
    return ledger.find(new MailKey(customer, kind, businessKey));
  }

  /** A mail to {@link TestData#ANNA}. */
  public PlannedMail mail(MailKind kind, String businessKey) {
    return find(TestData.ANNA, kind, businessKey).orElseThrow();
  }

  public MailState state(MailKind kind, String businessKey) {
    return mail(kind, businessKey).state();
  }

  /** The last mail that was handed over. */
  public ParsedMail lastMail() {
    return ParsedMail.of(mailer.mails().getLast().raw());
  }
}
