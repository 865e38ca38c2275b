package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import kikkake.Fixtures;
import kikkake.NoPictures;
import kikkake.TestClock;
import kikkake.TestShop;
import kikkake.customer.CustomerProofs;
import kikkake.customer.SecretHash;
import kikkake.local.simulate.Io;
import kikkake.local.simulate.Lag;
import kikkake.local.simulate.SimulatedDynamo;
import kikkake.mail.MailKey;
import kikkake.mail.Mailer;
import kikkake.mail.Pace;
import kikkake.mail.RecordingMailer;
import kikkake.mail.RecordingSendQueue;
import kikkake.mail.Tokens;
import kikkake.recommend.DynamoItemLists;
import kikkake.studio.SignIn;
import kikkake.table.DynamoTable;
import kikkake.table.TestTable;
import org.jspecify.annotations.NullMarked;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * All functions on one simulated table, each invocation cold: nothing is remembered in between, so
 * that every request is seen that a function can make.
 */
@NullMarked
final class ColdFunctions {
  /** As in {@code events/slot.json}. */
  static final String PUBLISHABLE_KEY = "local-publishable-key";

  static final String CUSTOMER_KEY = "a customer key of the tests";

  static final String STUDIO_URL = "https://studio.example";
  private static final String TOMBSTONE_KEY = "a tombstone key of the tests";

  final TestClock clock;
  final RecordingMailer mailer = new RecordingMailer();
  final RecordingSendQueue sends = new RecordingSendQueue();
  final Tokens tokens = new Tokens(Fixtures.TOKEN_KEYS);
  final RecordingContext context = new RecordingContext();

  /** What Collect put on the events queue. */
  final List<String> collected = new ArrayList<>();

  /** The reasons of the dead letters. */
  final List<String> deadLetters = new ArrayList<>();

  private final Map<String, Set<TableUse>> uses = new TreeMap<>();
  private final AtomicInteger claims = new AtomicInteger();
  private final SimulatedDynamo dynamo =
      new SimulatedDynamo(TestTable.SIMULATED, new Onlooker(), Lag.NONE);
  private String running = "";

  ColdFunctions(Instant start) {
    this.clock = new TestClock(start);
  }

  private final class Onlooker implements Io {
    @Override
    public void before(String request) {
      if (!running.isEmpty()) {
        uses.computeIfAbsent(running, function -> new TreeSet<>()).add(TableUse.of(request));
      }
    }

    @Override
    public void after(String request) {}
  }

  /** What a function asked of the table so far. */
  Set<TableUse> uses(String function) {
    return uses.getOrDefault(function, Set.of());
  }

  /** The functions that ran. */
  Set<String> ran() {
    return uses.keySet();
  }

  /** The parts, to set the scene: no function is running. */
  Wiring parts() {
    DynamoTable table = table();
    return new Wiring(
        table,
        clock,
        new DynamoItemLists(table, clock),
        new Wiring.Ports(
            () -> mailer,
            () -> sends,
            () -> (message, reason) -> deadLetters.add(reason),
            () -> TestShop.SHOP,
            TestShop.SHOP::name,
            () -> tokens,
            () -> new SecretHash(TOMBSTONE_KEY),
            Pace::unlimited,
            () -> "owner-" + claims.incrementAndGet()),
        ledger -> ledger);
  }

  DynamoTable table() {
    return TestTable.simulated(dynamo);
  }

  private <T> T run(String function, Function<Wiring, T> work) {
    running = function;
    uses.computeIfAbsent(function, name -> new TreeSet<>());
    try {
      return work.apply(parts());
    } finally {
      running = "";
    }
  }

  SQSBatchResponse event(String... messages) {
    return run(
        "EventFunction", parts -> new EventHandler(parts).handleRequest(batch(messages), context));
  }

  /** What waits on the send queue is sent. */
  SQSBatchResponse send() {
    return send(sends.take().stream().distinct().map(SendMessage::write).toArray(String[]::new));
  }

  SQSBatchResponse send(String... messages) {
    return run(
        "SendFunction", parts -> new SendHandler(parts).handleRequest(batch(messages), context));
  }

  SQSBatchResponse feedback(String... messages) {
    return run(
        "FeedbackFunction",
        parts -> new FeedbackHandler(parts).handleRequest(batch(messages), context));
  }

  APIGatewayV2HTTPResponse collect(APIGatewayV2HTTPEvent request) {
    return run(
        "CollectFunction",
        parts ->
            new CollectHandler(PublishableKeys.NONE, collected::add, clock)
                .handleRequest(request, context));
  }

  APIGatewayV2HTTPResponse slot(APIGatewayV2HTTPEvent request) {
    return run(
        "SlotFunction",
        parts ->
            new SlotHandler(
                    parts.slot(TestShop.SHOP.url()),
                    new PublishableKeys(Set.of(PUBLISHABLE_KEY)),
                    new CustomerProofs(CUSTOMER_KEY))
                .handleRequest(request, context));
  }

  APIGatewayV2HTTPResponse unsubscribe(APIGatewayV2HTTPEvent request) {
    return run(
        "UnsubscribeFunction",
        parts -> new UnsubscribeHandler(parts).handleRequest(request, context));
  }

  APIGatewayV2HTTPResponse preferences(APIGatewayV2HTTPEvent request) {
    return run(
        "PreferencesFunction",
        parts ->
            new PreferencesHandler(parts.preferences(), parts.preferencesPage(), clock)
                .handleRequest(request, context));
  }

  Map<String, Integer> release() {
    return run(
        "ReleaseFunction", parts -> new ReleaseHandler(parts).handleRequest(Map.of(), context));
  }

  Map<String, Object> rebuild() {
    return run(
        "RebuildFunction", parts -> new RebuildHandler(parts).handleRequest(Map.of(), context));
  }

  Map<String, Integer> erase(Map<String, Object> request) {
    return run("EraseFunction", parts -> new EraseHandler(parts).handleRequest(request, context));
  }

  Map<String, Object> why(Map<String, Object> request) {
    return run("WhyFunction", parts -> new WhyHandler(parts).handleRequest(request, context));
  }

  Map<String, String> pause(Map<String, Object> alarm) {
    return run("PauseFunction", parts -> new PauseHandler(parts).handleRequest(alarm, context));
  }

  APIGatewayV2HTTPResponse studio(APIGatewayV2HTTPEvent request) {
    return studio(
        request,
        new StudioSignIn(new StudioSignIn.Pool("https://pool.example", "client-1", STUDIO_URL)),
        STUDIO_URL);
  }

  /** The studio where browsers find it at an address. */
  APIGatewayV2HTTPResponse studio(APIGatewayV2HTTPEvent request, SignIn signIn, String address) {
    return run(
        "StudioFunction",
        parts ->
            new StudioHandler(
                    StudioWiring.studio(
                        parts,
                        new StudioWiring.Ports(
                            signIn,
                            new NoPictures(),
                            (sender, to, raw) -> new Mailer.Answer.Accepted("test"),
                            TestShop.SHOP,
                            "a form key of the tests",
                            address,
                            address,
                            StudioWiring.hosts(TestShop.SHOP))))
                .handleRequest(request, context));
  }

  /** The tick runs, and the senders work off every hint. */
  void deliver() {
    release();
    send();
  }

  void deliverAt(Instant time) {
    clock.set(time);
    deliver();
  }

  String state(MailKey mail) {
    return parts().ledger().find(mail).orElseThrow().state().label();
  }

  /** Every row of the table. */
  Set<Map<String, AttributeValue>> rows() {
    return new HashSet<>(
        dynamo.scanPaginator(r -> r.tableName(TestTable.SIMULATED)).items().stream().toList());
  }

  static SQSEvent batch(String... messages) {
    List<SQSEvent.SQSMessage> records = new ArrayList<>();
    for (String body : messages) {
      SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
      message.setMessageId("message-" + records.size());
      message.setBody(body);
      records.add(message);
    }
    SQSEvent batch = new SQSEvent();
    batch.setRecords(records);
    return batch;
  }
}
