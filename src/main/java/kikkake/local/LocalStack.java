package kikkake.local;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.sun.net.httpserver.HttpHandler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import kikkake.lambda.CollectHandler;
import kikkake.lambda.DeadLetters;
import kikkake.lambda.EventHandler;
import kikkake.lambda.FeedbackHandler;
import kikkake.lambda.RebuildHandler;
import kikkake.lambda.ReleaseHandler;
import kikkake.lambda.SendHandler;
import kikkake.lambda.SendMessage;
import kikkake.lambda.UnsubscribeHandler;
import kikkake.lambda.Wiring;
import kikkake.mail.Ledger;
import kikkake.mail.MailKey;
import kikkake.mail.SendQueue;
import kikkake.mail.SesMailer;
import kikkake.mail.Shop;
import kikkake.mail.Tokens;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/**
 * The whole of Kikkake in one process: the same handlers as on Lambda, with DynamoDB Local, queues
 * in process, and an SES that keeps every mail.
 */
final class LocalStack implements AutoCloseable {
  /** The key of the laptop's unsubscribe tokens; on AWS it is a secret. */
  static final String TOKEN_KEY = "local-token-key-0123456789";

  /** For a stack that nobody browses. */
  static final HttpHandler NO_PAGES =
      exchange -> LocalHttp.reply(exchange, 404, "text/plain", new byte[0]);

  /** For a stack whose functions' log nobody reads. */
  static final Consumer<String> NO_LOG = message -> {};

  private static final LocalQueue.Settings QUEUE =
      new LocalQueue.Settings(Duration.ofMinutes(6), 5, 10);

  private final LocalDynamo dynamo;
  private final LocalQueue events;
  private final LocalQueue sends;
  private final LocalQueue feedback;
  private final LocalAws aws;
  private final SesV2Client ses;
  private final DynamoUsage usage = new DynamoUsage();
  private final DueTimes dueTimes;
  private final Wiring wiring;
  private final ReleaseHandler release;
  private final RebuildHandler rebuild;
  private final CollectHandler collect;
  private final UnsubscribeHandler unsubscribe;
  private final Consumer<String> log;
  private final ExecutorService secondSender = Executors.newSingleThreadExecutor();

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
    this.log = log;
    this.events = new LocalQueue("events", clock, QUEUE);
    this.sends = new LocalQueue("sends", clock, QUEUE);
    this.feedback = new LocalQueue("feedback", clock, QUEUE);
    LocalSes localSes = new LocalSes(clock, inbox, feedback::send);
    this.aws =
        LocalAws.start(
            port,
            clock,
            localSes,
            new LocalEventBus(clock, events::send),
            List.of(events, sends, feedback),
            pages);
    this.ses =
        SesV2Client.builder()
            .endpointOverride(aws.endpoint())
            .region(LocalAws.REGION)
            .credentialsProvider(LocalAws.CREDENTIALS)
            .httpClient(localSes.withoutSocket())
            .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
    LocalTable.create(dynamo.client());
    DynamoTable table = new DynamoTable(dynamo.client(), LocalTable.NAME, usage);
    AtomicLong claims = new AtomicLong();
    Shop sender = shop.apply(aws.endpoint().toString());
    List<DueTimes> around = new ArrayList<>(1);
    this.wiring =
        new Wiring(
            table,
            clock,
            new Wiring.Ports(
                () -> new SesMailer(ses, "local"),
                () -> new Hints(sends, clock),
                () -> dead(events),
                () -> sender,
                sender::name,
                () -> new Tokens(TOKEN_KEY),
                () -> "local-" + claims.incrementAndGet()),
            ledger -> {
              around.add(new DueTimes(ledger));
              return around.getFirst();
            });
    this.dueTimes = around.getFirst();
    dueTimes.load();
    EventHandler eventHandler = new EventHandler(wiring.react(), wiring.sends(), dead(events));
    SendHandler sendHandler = new SendHandler(wiring.sendMail(), dead(sends));
    FeedbackHandler feedbackHandler = new FeedbackHandler(wiring.feedback(), dead(feedback));
    events.deliverTo(batch -> eventHandler.handleRequest(batch, context("EventFunction")));
    sends.deliverTo(batch -> sendHandler.handleRequest(batch, context("SendFunction")));
    feedback.deliverTo(
        (SQSEvent batch) -> feedbackHandler.handleRequest(batch, context("FeedbackFunction")));
    this.release = new ReleaseHandler(wiring.release());
    this.rebuild = new RebuildHandler(wiring.rebuild());
    this.collect = new CollectHandler(events::send, clock);
    this.unsubscribe = new UnsubscribeHandler(wiring.unsubscribe(), wiring.unsubscribePage());
  }

  /** Hints for a queue in this process. */
  private record Hints(LocalQueue queue, InstantSource clock) implements SendQueue {
    @Override
    public void hint(List<MailKey> mails) {
      mails.forEach(mail -> queue.send(SendMessage.write(mail)));
    }

    @Override
    public int waiting() {
      return queue.visible(clock.instant());
    }
  }

  private static DeadLetters dead(LocalQueue queue) {
    LocalQueue letters =
        queue
            .deadLetterQueue()
            .orElseThrow(() -> new IllegalStateException(queue.name() + " has no dead letters"));
    return (message, reason) -> letters.send(message, Map.of(LocalQueue.REASON, reason));
  }

  LocalContext context(String function) {
    return new LocalContext(function, log);
  }

  /** Puts a message on the events queue, as the event bus does. */
  void put(String message) {
    events.send(message);
  }

  /** Works off every queue until nothing is visible any more; many sends by two senders at once. */
  void drain(Instant now) {
    int done;
    do {
      done = events.drain(now);
      done += sends.visible(now) > QUEUE.batchSize() ? sendByTwo(now) : sends.drain(now);
      done += feedback.drain(now);
    } while (done > 0);
  }

  private int sendByTwo(Instant now) {
    Future<Integer> other = secondSender.submit(() -> sends.drain(now));
    int mine = sends.drain(now);
    try {
      return mine + other.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while mails were sent", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A sender failed", e.getCause());
    }
  }

  /** When something comes back to a queue, or a mail is due. */
  Optional<Instant> next() {
    return Stream.of(
            events.nextVisibleAt(),
            sends.nextVisibleAt(),
            feedback.nextVisibleAt(),
            dueTimes.next())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  void release() {
    release.handleRequest(Map.of(), context("ReleaseFunction"));
  }

  Map<String, Integer> rebuild() {
    return rebuild.handleRequest(Map.of(), context("RebuildFunction"));
  }

  CollectHandler collect() {
    return collect;
  }

  UnsubscribeHandler unsubscribe() {
    return unsubscribe;
  }

  List<LocalQueue> queues() {
    return List.of(events, sends, feedback);
  }

  /** What could not be understood, and why. */
  List<LocalQueue.DeadLetter> deadLetters() {
    return queues().stream().flatMap(queue -> queue.deadLetters().stream()).toList();
  }

  Ledger ledger() {
    return dueTimes;
  }

  Wiring wiring() {
    return wiring;
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
    queues().forEach(LocalQueue::close);
    secondSender.shutdownNow();
    ses.close();
    aws.close();
  }
}
