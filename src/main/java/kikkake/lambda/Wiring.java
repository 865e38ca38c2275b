package kikkake.lambda;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kikkake.catalog.Catalog;
import kikkake.catalog.DynamoCatalog;
import kikkake.customer.DynamoCustomers;
import kikkake.customer.DynamoTombstones;
import kikkake.customer.DynamoTraces;
import kikkake.customer.DynamoVisitors;
import kikkake.customer.Erasure;
import kikkake.customer.SecretHash;
import kikkake.gate.Gates;
import kikkake.history.DynamoHistory;
import kikkake.history.History;
import kikkake.journey.BrowseFollowUp;
import kikkake.journey.React;
import kikkake.journey.Recommend;
import kikkake.journey.Slot;
import kikkake.journey.ThankYou;
import kikkake.mail.Composer;
import kikkake.mail.DynamoLedger;
import kikkake.mail.DynamoRecipients;
import kikkake.mail.DynamoSettings;
import kikkake.mail.DynamoSuppressions;
import kikkake.mail.DynamoSwitchboard;
import kikkake.mail.HandOver;
import kikkake.mail.Ledger;
import kikkake.mail.Mailer;
import kikkake.mail.Pace;
import kikkake.mail.Preferences;
import kikkake.mail.PreferencesPage;
import kikkake.mail.Recipients;
import kikkake.mail.Rehearsal;
import kikkake.mail.Release;
import kikkake.mail.Rendering;
import kikkake.mail.SendMail;
import kikkake.mail.SendQueue;
import kikkake.mail.SesMailer;
import kikkake.mail.SettingsStore;
import kikkake.mail.Shop;
import kikkake.mail.Switchboard;
import kikkake.mail.Tokens;
import kikkake.mail.Unsubscribe;
import kikkake.mail.UnsubscribePage;
import kikkake.mail.Why;
import kikkake.mail.Wishes;
import kikkake.measure.Feedback;
import kikkake.recommend.DynamoItemLists;
import kikkake.recommend.ItemLists;
import kikkake.recommend.Rebuild;
import kikkake.recommend.Recommender;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import kikkake.template.BuiltInTemplates;
import kikkake.template.DynamoTemplates;
import kikkake.template.TemplateStore;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Puts the parts together, for Lambda and for the laptop. Each function takes from it only what it
 * needs, and only that is read from the environment.
 */
public final class Wiring {
  private final DynamoTable table;
  private final Ports ports;
  private final InstantSource clock;
  private final Ledger ledger;
  private final DynamoCustomers customers;
  private final History history;
  private final Catalog catalog;
  private final DynamoSwitchboard switchboard;
  private final SettingsStore settings;
  private final ItemLists lists;
  private final DynamoVisitors visitors;

  /**
   * What differs between Lambda and the laptop, besides table and clock; asked for only by the
   * functions that need it.
   */
  public record Ports(
      Supplier<Mailer> mailer,
      Supplier<SendQueue> sends,
      Supplier<DeadLetters> deadLetters,
      Supplier<Shop> shop,
      Supplier<String> shopName,
      Supplier<Tokens> tokens,
      Supplier<SecretHash> secretHash,
      Supplier<Pace> pace,
      Supplier<String> claimOwners) {}

  /**
   * The parts on a table.
   *
   * @param lists which remember what they read, so that those who share a table share them
   * @param ledgerAround may put something around the ledger, as the replay does to see what is
   *     planned
   */
  public Wiring(
      DynamoTable table,
      InstantSource clock,
      ItemLists lists,
      Ports ports,
      UnaryOperator<Ledger> ledgerAround) {
    this.table = table;
    this.ports = ports;
    this.lists = lists;
    this.clock = clock;
    this.ledger = ledgerAround.apply(new DynamoLedger(table));
    this.customers = new DynamoCustomers(table);
    this.visitors = new DynamoVisitors(table);
    this.history = new DynamoHistory(table);
    this.catalog = new DynamoCatalog(table);
    this.switchboard = new DynamoSwitchboard(table);
    this.settings = new DynamoSettings(table, InstantSource.system());
  }

  /** The parts as AWS gives them; see {@code template.yaml} for the variables. */
  static Wiring fromEnvironment() {
    return of(Environment.OWN);
  }

  static Wiring of(Environment environment) {
    DynamoDbClient dynamo = AwsClients.dynamo();
    DynamoTable table =
        new DynamoTable(dynamo, environment.required("KIKKAKE_TABLE"), new DynamoUsage());
    Ports ports =
        new Ports(
            () ->
                new SesMailer(AwsClients.ses(), environment.required("KIKKAKE_CONFIGURATION_SET")),
            () -> new SqsSendQueue(AwsClients.sqs(), environment.required("KIKKAKE_SENDS_QUEUE")),
            () ->
                new SqsDeadLetters(AwsClients.sqs(), environment.required("KIKKAKE_DEAD_LETTERS")),
            () -> shop(environment),
            () -> environment.required("KIKKAKE_SHOP_NAME"),
            () -> new Tokens(environment.required("KIKKAKE_TOKEN_KEYS")),
            () -> new SecretHash(environment.required("KIKKAKE_TOMBSTONE_KEY")),
            () -> pace(environment),
            () -> UUID.randomUUID().toString());
    InstantSource clock = InstantSource.system();
    return new Wiring(table, clock, new DynamoItemLists(table, clock), ports, ledger -> ledger);
  }

  static Consumer<String> eventsQueue(Environment environment) {
    SqsClient sqs = AwsClients.sqs();
    String queueUrl = environment.required("KIKKAKE_EVENTS_QUEUE");
    return message -> sqs.sendMessage(r -> r.queueUrl(queueUrl).messageBody(message));
  }

  static Shop shop(Environment environment) {
    return new Shop(
        environment.required("KIKKAKE_SHOP_NAME"),
        environment.required("KIKKAKE_SHOP_URL"),
        environment.required("KIKKAKE_SHOP_ADDRESS"),
        environment.required("KIKKAKE_FROM"),
        environment.optional("KIKKAKE_REPLY_TO"),
        environment.required("KIKKAKE_PUBLIC_URL"));
  }

  private static Pace pace(Environment environment) {
    int senders = Integer.parseInt(environment.required("KIKKAKE_SENDERS"));
    return new Pace(senders, InstantSource.system(), Wiring::sleep);
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for SES's rate", e);
    }
  }

  public React react() {
    return new React(history, customers, visitors, catalog, ledger, settings, tombstones(), clock);
  }

  public SendMail sendMail() {
    Shop shop = ports.shop().get();
    List<Composer> composers = composers(shop);
    BuiltInTemplates builtIn = new BuiltInTemplates();
    return new SendMail(
        ledger,
        recipients(),
        history,
        settings,
        Gates.all(composers),
        composers,
        new DynamoTemplates(table, builtIn, clock),
        new Rendering(builtIn, shop, ports.tokens().get()),
        new HandOver(ports.mailer().get(), ports.pace().get(), switchboard, clock),
        clock,
        ports.claimOwners());
  }

  private List<Composer> composers(Shop shop) {
    Recommender recommender = new Recommender(lists, catalog);
    return List.of(
        new ThankYou(catalog, recommender, shop),
        new Recommend(recommender, shop),
        new BrowseFollowUp(recommender, shop));
  }

  /** Makes what mails would show, and sends nothing. */
  Rehearsal rehearsal() {
    Shop shop = ports.shop().get();
    return new Rehearsal(recipients(), history, ledger, settings, composers(shop), shop, clock);
  }

  TemplateStore templates() {
    return new DynamoTemplates(table, new BuiltInTemplates(), clock);
  }

  DynamoTable table() {
    return table;
  }

  /** The slot of a shop whose site is at that address. */
  public Slot slot(String shopUrl) {
    return new Slot(
        visitors, tombstones(), history, new Recommender(lists, catalog), settings, shopUrl, clock);
  }

  public Release release() {
    return new Release(ledger, sends(), clock);
  }

  public Feedback feedback() {
    return new Feedback(ledger, suppressions(), wishes(), clock);
  }

  public Rebuild rebuild() {
    return new Rebuild(history, lists, clock);
  }

  public Unsubscribe unsubscribe() {
    return new Unsubscribe(ports.tokens().get(), wishes(), clock);
  }

  public Preferences preferences() {
    return new Preferences(ports.tokens().get(), wishes(), clock);
  }

  public PreferencesPage preferencesPage() {
    return new PreferencesPage(ports.shopName().get(), () -> settings.read().zone());
  }

  private Wishes wishes() {
    return new Wishes(customers, history, tombstones());
  }

  public Erasure erasure() {
    DynamoSuppressions suppressions = suppressions();
    return new Erasure(
        tombstones(),
        new DynamoTraces(table),
        customers,
        (address, at) -> suppressions.add(address, "erased", at),
        clock);
  }

  private DynamoTombstones tombstones() {
    return new DynamoTombstones(table, ports.secretHash().get());
  }

  private Recipients recipients() {
    return new DynamoRecipients(
        table, customers, suppressions(), tombstones(), InstantSource.system());
  }

  private DynamoSuppressions suppressions() {
    return new DynamoSuppressions(table, ports.secretHash().get());
  }

  public UnsubscribePage unsubscribePage() {
    return new UnsubscribePage(ports.shopName().get());
  }

  public SendQueue sends() {
    return ports.sends().get();
  }

  public DeadLetters deadLetters() {
    return ports.deadLetters().get();
  }

  public Ledger ledger() {
    return ledger;
  }

  public Why why() {
    return new Why(ledger, customers, settings, history);
  }

  public Switchboard switchboard() {
    return switchboard;
  }

  InstantSource clock() {
    return clock;
  }

  public SettingsStore settings() {
    return settings;
  }
}
