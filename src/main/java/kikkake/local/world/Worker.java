package kikkake.local.world;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import kikkake.catalog.DynamoCatalog;
import kikkake.customer.Customers;
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
import kikkake.journey.ThankYou;
import kikkake.lambda.EventHandler;
import kikkake.lambda.FeedbackHandler;
import kikkake.lambda.ReleaseHandler;
import kikkake.lambda.SendHandler;
import kikkake.lambda.SendMessage;
import kikkake.mail.Composer;
import kikkake.mail.DynamoLedger;
import kikkake.mail.DynamoRecipients;
import kikkake.mail.DynamoSettings;
import kikkake.mail.DynamoSuppressions;
import kikkake.mail.DynamoSwitchboard;
import kikkake.mail.HandOver;
import kikkake.mail.Ledger;
import kikkake.mail.MailKey;
import kikkake.mail.Pace;
import kikkake.mail.Preferences;
import kikkake.mail.Release;
import kikkake.mail.Rendering;
import kikkake.mail.SendMail;
import kikkake.mail.SendQueue;
import kikkake.mail.SesMailer;
import kikkake.mail.Shop;
import kikkake.mail.Suppressions;
import kikkake.mail.Switchboard;
import kikkake.mail.Tokens;
import kikkake.mail.Unsubscribe;
import kikkake.mail.Wishes;
import kikkake.measure.Feedback;
import kikkake.recommend.DynamoItemLists;
import kikkake.recommend.ItemLists;
import kikkake.recommend.Recommender;
import kikkake.table.DynamoTable;
import kikkake.template.BuiltInTemplates;
import kikkake.template.DynamoTemplates;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One process with the real functions in it, each with what it remembers. */
final class Worker {
  static final Tokens TOKENS =
      new Tokens("{\"signs\":\"k1\",\"k1\":\"a key that is long enough\"}");
  private static final SecretHash HASH = new SecretHash("another key that is long enough");
  private static final Shop SHOP =
      new Shop(
          "Shop", "https://shop.example", "Kyoto", "a@shop.example", null, "https://m.example");
  private static final BuiltInTemplates TEMPLATES = TinyTemplates.all();
  private static final Rendering RENDERING = new Rendering(TEMPLATES, SHOP, TOKENS);

  final Ledger ledger;
  final History history;
  final Customers customers;
  final Suppressions suppressions;
  final ItemLists lists;
  final DynamoCatalog catalog;
  final Switchboard switchboard;
  final Unsubscribe unsubscribe;
  final Preferences preferences;
  final Erasure erasure;
  final QueueFunction events;
  final QueueFunction sends;
  final QueueFunction feedback;
  final Runnable release;

  Worker(World world, DynamoDbClient client, String name, Variation variation) {
    DynamoTable table = new DynamoTable(variation.table(client), World.TABLE, world.usage());
    InstantSource clock = world::now;
    this.ledger = variation.ledger(new DynamoLedger(table));
    this.history = variation.history(new DynamoHistory(table));
    DynamoCustomers profiles = new DynamoCustomers(table);
    this.customers = profiles;
    DynamoSuppressions suppressed = new DynamoSuppressions(table, HASH);
    DynamoTombstones tombstones = new DynamoTombstones(table, HASH);
    Wishes wishes = new Wishes(profiles, new DynamoHistory(table), tombstones);
    this.suppressions = new Watched(suppressed, world);
    DynamoSwitchboard board = new DynamoSwitchboard(table);
    this.switchboard = board;
    this.catalog = new DynamoCatalog(table);
    this.lists = new DynamoItemLists(table, clock);
    DynamoSettings settings = new DynamoSettings(table, clock);
    Recommender recommender = new Recommender(lists, catalog);
    List<Composer> composers =
        List.of(
            new ThankYou(catalog, recommender, SHOP),
            new Recommend(recommender, SHOP),
            new BrowseFollowUp(recommender, SHOP));
    SendMail sendMail =
        new SendMail(
            ledger,
            variation.recipients(
                new DynamoRecipients(table, profiles, suppressed, tombstones, clock)),
            history,
            settings,
            variation.gates(Gates.all(composers)),
            composers,
            new DynamoTemplates(table, TEMPLATES, clock),
            RENDERING,
            new HandOver(
                variation.mailer(new SesMailer(world.ses(), "simulated")),
                Pace.unlimited(),
                board,
                clock),
            clock,
            () -> name + "-" + world.nextOwner());
    this.erasure =
        new Erasure(
            tombstones,
            new DynamoTraces(table),
            profiles,
            (address, at) -> suppressions.add(address, "erased", at),
            clock);
    SendQueue queue = new Hints(world.sends(), world);
    React react =
        new React(
            history,
            customers,
            new DynamoVisitors(table),
            catalog,
            ledger,
            settings,
            variation.tombstones(tombstones),
            clock);
    EventHandler eventHandler =
        new EventHandler(react, queue, (message, reason) -> world.events().bury(message));
    SendHandler sendHandler =
        new SendHandler(sendMail, (message, reason) -> world.sends().bury(message));
    FeedbackHandler feedbackHandler =
        new FeedbackHandler(
            new Feedback(ledger, suppressions, wishes, clock),
            (message, reason) -> world.feedback().bury(message));
    ReleaseHandler releaseHandler = new ReleaseHandler(new Release(ledger, queue, clock), erasure);
    Context context = world.context();
    this.events = variation.events(batch -> eventHandler.handleRequest(batch, context));
    this.sends = variation.sends(batch -> sendHandler.handleRequest(batch, context));
    this.feedback = variation.feedback(batch -> feedbackHandler.handleRequest(batch, context));
    this.release = () -> releaseHandler.handleRequest(Map.of(), context);
    this.unsubscribe = new Unsubscribe(TOKENS, wishes, clock);
    this.preferences = new Preferences(TOKENS, wishes, clock);
  }

  /** Suppressions whose beginning the witness notes. */
  private record Watched(Suppressions suppressions, World world) implements Suppressions {
    @Override
    public void add(String address, String reason, Instant at) {
      suppressions.add(address, reason, at);
      world.witness().suppressed(address);
    }
  }

  /** Hints for a simulated queue. */
  private record Hints(SimulatedQueue queue, World world) implements SendQueue {
    @Override
    public void hint(List<MailKey> mails) {
      if (!mails.isEmpty()) {
        world.moments().before("SendMessageBatch");
        mails.forEach(mail -> queue.send(SendMessage.write(mail)));
        world.moments().after("SendMessageBatch");
      }
    }

    @Override
    public int waiting() {
      return queue.size();
    }
  }
}
