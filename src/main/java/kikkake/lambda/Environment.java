package kikkake.lambda;

<<<<<<< HEAD
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Consumer;
import kikkake.customer.SecretHash;
import kikkake.mail.Pace;
import kikkake.mail.SesMailer;
import kikkake.mail.Shop;
import kikkake.mail.Tokens;
import kikkake.recommend.DynamoItemLists;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What AWS gives the functions: clients, names and secrets in environment variables. */
final class Environment {
  private Environment() {}

  /** The parts as AWS gives them; see {@code template.yaml} for the variables. */
  static Wiring wiring() {
    DynamoDbClient dynamo =
        DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    DynamoTable table = new DynamoTable(dynamo, required("KIKKAKE_TABLE"), new DynamoUsage());
    Wiring.Ports ports =
        new Wiring.Ports(
            () -> new SesMailer(ses(), required("KIKKAKE_CONFIGURATION_SET")),
            () -> new SqsSendQueue(sqs(), required("KIKKAKE_SENDS_QUEUE")),
            () -> new SqsDeadLetters(sqs(), required("KIKKAKE_DEAD_LETTERS")),
            Environment::shop,
            () -> required("KIKKAKE_SHOP_NAME"),
            () -> new Tokens(required("KIKKAKE_TOKEN_KEYS")),
            () -> new SecretHash(required("KIKKAKE_TOMBSTONE_KEY")),
            Environment::pace,
            () -> UUID.randomUUID().toString());
    InstantSource clock = InstantSource.system();
    return new Wiring(table, clock, new DynamoItemLists(table, clock), ports, ledger -> ledger);
  }

  static Consumer<String> eventsQueue() {
    SqsClient sqs = sqs();
    String queueUrl = required("KIKKAKE_EVENTS_QUEUE");
    return message -> sqs.sendMessage(r -> r.queueUrl(queueUrl).messageBody(message));
  }

  private static SesV2Client ses() {
    return withoutSecondTries(SesV2Client.builder());
  }

  /**
   * A client for SES that never sends a request twice: neither the SDK nor the JDK's HTTP client,
   * which by default repeats a POST whose connection broke.
   */
  static SesV2Client withoutSecondTries(SesV2ClientBuilder builder) {
    System.setProperty("sun.net.http.retryPost", "false");
    return builder
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  private static SqsClient sqs() {
    return SqsClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
  }

  private static Shop shop() {
    return new Shop(
        required("KIKKAKE_SHOP_NAME"),
        required("KIKKAKE_SHOP_URL"),
        required("KIKKAKE_SHOP_ADDRESS"),
        required("KIKKAKE_FROM"),
        optional("KIKKAKE_REPLY_TO"),
        required("KIKKAKE_PUBLIC_URL"));
  }

  private static Pace pace() {
    int senders = Integer.parseInt(required("KIKKAKE_SENDERS"));
    return new Pace(senders, InstantSource.system(), Environment::sleep);
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for SES's rate", e);
    }
  }

  private static @Nullable String optional(String name) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static String required(String name) {
=======
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a function, as {@code template.yaml} sets them.
 *
 * @param variables the value of a name; empty where it is not set
 */
record Environment(UnaryOperator<String> variables) {
  /** That of this process. */
  static final Environment OWN =
      new Environment(name -> {
        String value = System.getenv(name);
        return value == null ? "" : value;
      });

  /**
   * The value of a variable that must be there.
   *
   * @throws IllegalStateException where it is not set
   */
  String required(String name) {
>>>>>>> s3-e
    String value = optional(name);
    if (value == null) {
      throw new IllegalStateException("The environment variable " + name + " is not set");
    }
    return value;
  }
<<<<<<< HEAD
=======

  /** The value of a variable; null where it is not set, or blank. */
  @Nullable String optional(String name) {
    String value = variables.apply(name).strip();
    return value.isEmpty() ? null : value;
  }
>>>>>>> s3-e
}
