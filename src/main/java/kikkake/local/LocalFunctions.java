package kikkake.local;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kikkake.customer.SecretHash;
import kikkake.lambda.DeadLetters;
import kikkake.lambda.EventHandler;
import kikkake.lambda.FeedbackHandler;
import kikkake.lambda.RebuildHandler;
import kikkake.lambda.ReleaseHandler;
import kikkake.lambda.SendHandler;
import kikkake.lambda.SendMessage;
import kikkake.lambda.Wiring;
import kikkake.mail.MailKey;
import kikkake.mail.Pace;
import kikkake.mail.SendQueue;
import kikkake.mail.SesMailer;
import kikkake.mail.Shop;
import kikkake.mail.TestMailer;
import kikkake.mail.Tokens;
import kikkake.recommend.ItemLists;
import kikkake.table.DynamoTable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** The functions behind their queues, on one clock: the same handlers as on Lambda. */
final class LocalFunctions implements AutoCloseable {
  /** The key of the laptop's tokens; on AWS it is a secret. */
  static final String TOKEN_KEYS = "{\"signs\":\"k1\",\"k1\":\"local-token-key-0123456789\"}";

  /** The key of the laptop's tombstones and suppressions; on AWS it is a secret. */
  static final String TOMBSTONE_KEY = "local-tombstone-key-0123456789";

  /** With which pages ask the laptop's slot. */
  static final String PUBLISHABLE_KEY = "local-publishable-key";

  /** Signs the laptop's customers for the slot; on AWS it is a secret. */
  static final String CUSTOMER_KEY = "local-customer-key-0123456789";

  /** Signs the forms of the laptop's studio; on AWS it is a secret. */
  static final String FORM_KEY = "local-form-key-0123456789";

  private static final AtomicLong CLAIMS = new AtomicLong();

  private final LocalQueues queues;
  private final SesV2Client ses;
  private final DueTimes dueTimes;
  private final Wiring wiring;
  private final ReleaseHandler release;
  private final RebuildHandler rebuild;
  private final Consumer<String> log;

  /**
   * Functions on a table.
   *
   * @param ses takes their mails, without a socket
   * @param log gets what they log
   */
  LocalFunctions(
      DynamoTable table,
      InstantSource clock,
      ItemLists lists,
      LocalQueues queues,
      LocalSes ses,
      Shop shop,
      Consumer<String> log) {
    this.queues = queues;
    this.log = log;
    this.ses =
        SesV2Client.builder()
            .region(LocalAws.REGION)
            .credentialsProvider(LocalAws.CREDENTIALS)
            .httpClient(ses.withoutSocket())
            .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
    List<DueTimes> around = new ArrayList<>(1);
    this.wiring =
        new Wiring(
            table,
            clock,
            lists,
            new Wiring.Ports(
                () -> new SesMailer(this.ses, "local"),
                () -> new Hints(queues.sends(), clock),
                () -> dead(queues.events()),
                () -> shop,
                shop::name,
                () -> new Tokens(TOKEN_KEYS),
                () -> new SecretHash(TOMBSTONE_KEY),
                Pace::unlimited,
                () -> "local-" + CLAIMS.incrementAndGet()),
            ledger -> {
              around.add(new DueTimes(ledger));
              return around.getFirst();
            });
    this.dueTimes = around.getFirst();
    EventHandler events = new EventHandler(wiring.react(), wiring.sends(), dead(queues.events()));
    SendHandler sends = new SendHandler(wiring.sendMail(), dead(queues.sends()));
    FeedbackHandler feedback = new FeedbackHandler(wiring.feedback(), dead(queues.feedback()));
    queues.events().deliverTo(batch -> events.handleRequest(batch, context("EventFunction")));
    queues.sends().deliverTo(batch -> sends.handleRequest(batch, context("SendFunction")));
    queues
        .feedback()
        .deliverTo(batch -> feedback.handleRequest(batch, context("FeedbackFunction")));
    this.release = new ReleaseHandler(wiring.release(), wiring.erasure());
    this.rebuild = new RebuildHandler(wiring.rebuild());
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

  TestMailer testMailer() {
    return new SesMailer(ses, "local");
  }

  LocalContext context(String function) {
    return new LocalContext(function, log);
  }

  /** Puts a message on the events queue, as the event bus does. */
  void put(String message) {
    queues.events().send(message);
  }

  /** Works off every queue until nothing is visible any more. */
  void drain(Instant now) {
    int done;
    do {
      done = queues.all().stream().mapToInt(queue -> queue.drain(now)).sum();
    } while (done > 0);
  }

  /** When something comes back to a queue, or a mail is due. */
  Optional<Instant> next() {
    return Stream.concat(
            queues.all().stream().map(LocalQueue::nextVisibleAt), Stream.of(dueTimes.next()))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  void release() {
    release.handleRequest(Map.of(), context("ReleaseFunction"));
  }

  Map<String, Object> rebuild() {
    return rebuild.handleRequest(Map.of(), context("RebuildFunction"));
  }

  DueTimes ledger() {
    return dueTimes;
  }

  Wiring wiring() {
    return wiring;
  }

  LocalQueues queues() {
    return queues;
  }

  @Override
  public void close() {
    queues.all().forEach(LocalQueue::close);
    ses.close();
  }
}
