package kikkake.local;

import com.sun.net.httpserver.HttpHandler;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import kikkake.catalog.Catalog;
import kikkake.catalog.DynamoCatalog;
import kikkake.customer.CustomerProofs;
import kikkake.customer.Customers;
import kikkake.customer.DynamoCustomers;
import kikkake.lambda.CollectHandler;
import kikkake.lambda.PreferencesHandler;
import kikkake.lambda.PublishableKeys;
import kikkake.lambda.SlotHandler;
import kikkake.lambda.StudioHandler;
import kikkake.lambda.StudioWiring;
import kikkake.lambda.UnsubscribeHandler;
import kikkake.lambda.Wiring;
import kikkake.mail.Ledger;
import kikkake.mail.Shop;
import kikkake.recommend.DynamoItemLists;
import kikkake.recommend.ItemLists;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;

/**
 * The whole of Kikkake in one process: the same handlers as on Lambda, with DynamoDB Local, queues
 * in process, and an SES that keeps every mail.
 */
final class LocalStack implements AutoCloseable {
  /** For a stack that nobody browses. */
  static final HttpHandler NO_PAGES =
      exchange -> LocalHttp.reply(exchange, 404, "text/plain", new byte[0]);

  /** For a stack whose functions' log nobody reads. */
  static final Consumer<String> NO_LOG = message -> {};

  private final LocalDynamo dynamo;
  private final LocalInbox inbox;
  private final Consumer<String> log;
  private final DynamoUsage usage = new DynamoUsage();
  private final DynamoTable table;
  private final ItemLists lists;
  private final LocalAws aws;
  private final Shop shop;
  private final LocalFunctions functions;
  private final CollectHandler collect;
  private final SlotHandler slot;
  private final UnsubscribeHandler unsubscribe;
  private final PreferencesHandler preferences;
  private final LocalSignIn signIn = new LocalSignIn();
  private final PictureFolder pictures;
  private final StudioHandler studio;

  /**
   * Starts everything on a database, which stays open when this is closed.
   *
   * @param port of SES, SQS, EventBridge and {@code pages}; 0 takes a free one
   * @param shop says who sends, once the address of the HTTP routes is known
   * @param log gets what the functions log
   */
  LocalStack(
      LocalDynamo dynamo,
      InstantSource clock,
      LocalInbox inbox,
      int port,
      HttpHandler pages,
      Function<String, Shop> shop,
      Consumer<String> log) {
    this.dynamo = dynamo;
    this.inbox = inbox;
    this.log = log;
    LocalTable.create(dynamo.client());
    this.table = new DynamoTable(dynamo.client(), LocalTable.NAME, usage);
    this.lists = new DynamoItemLists(table, InstantSource.system());
    LocalQueues queues = LocalQueues.on(clock);
    LocalSes ses = new LocalSes(clock, inbox, queues.feedback()::send);
    LocalEventBus bus = new LocalEventBus(clock, queues.events()::send);
    this.aws = LocalAws.start(port, clock, ses, bus, queues.all(), pages);
    this.shop = shop.apply(aws.endpoint().toString());
    this.functions = new LocalFunctions(table, clock, lists, queues, ses, this.shop, log);
    Wiring wiring = functions.wiring();
    this.collect = new CollectHandler(PublishableKeys.NONE, queues.events()::send, clock);
    this.slot =
        new SlotHandler(
            wiring.slot(this.shop.url()),
            new PublishableKeys(Set.of(LocalFunctions.PUBLISHABLE_KEY)),
            new CustomerProofs(LocalFunctions.CUSTOMER_KEY));
    this.unsubscribe = new UnsubscribeHandler(wiring.unsubscribe(), wiring.unsubscribePage());
    this.pictures =
        new PictureFolder(
            dynamo
                .directory()
                .map(folder -> folder.resolve("pictures"))
                .orElseGet(LocalStack::temporary));
    this.studio =
        new StudioHandler(
            StudioWiring.studio(
                wiring,
                new StudioWiring.Ports(
                    signIn,
                    pictures,
                    functions.testMailer(),
                    this.shop,
                    LocalFunctions.FORM_KEY,
                    aws.endpoint().toString(),
                    aws.endpoint().toString(),
                    StudioWiring.hosts(this.shop))));
    this.preferences =
        new PreferencesHandler(wiring.preferences(), wiring.preferencesPage(), clock);
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"), "kikkake-pictures-" + UUID.randomUUID());
  }

  /** More of the same functions on the same table, with queues and a clock of their own. */
  LocalFunctions beside(InstantSource clock) {
    LocalQueues queues = functions.queues().beside(clock);
    LocalSes ses = new LocalSes(clock, inbox, queues.feedback()::send);
    return new LocalFunctions(table, clock, lists, queues, ses, shop, log);
  }

  LocalFunctions functions() {
    return functions;
  }

  CollectHandler collect() {
    return collect;
  }

  SlotHandler slot() {
    return slot;
  }

  UnsubscribeHandler unsubscribe() {
    return unsubscribe;
  }

  PreferencesHandler preferences() {
    return preferences;
  }

  StudioHandler studio() {
    return studio;
  }

  PictureFolder pictures() {
    return pictures;
  }

  LocalSignIn signIn() {
    return signIn;
  }

  List<LocalQueue> queues() {
    return functions.queues().all();
  }

  /** What could not be understood, and why. */
  List<LocalQueue.DeadLetter> deadLetters() {
    return queues().stream().flatMap(queue -> queue.deadLetters().stream()).toList();
  }

  Ledger ledger() {
    return functions.ledger();
  }

  Customers customers() {
    return new DynamoCustomers(table);
  }

  Catalog catalog() {
    return new DynamoCatalog(table);
  }

  Wiring wiring() {
    return functions.wiring();
  }

  DynamoUsage usage() {
    return usage;
  }

  LocalDynamo dynamo() {
    return dynamo;
  }

  LocalAws aws() {
    return aws;
  }

  @Override
  public void close() {
    functions.close();
    aws.close();
    if (dynamo.directory().isEmpty()) {
      pictures.delete();
    }
  }
}
