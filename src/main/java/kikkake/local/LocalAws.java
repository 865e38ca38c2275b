package kikkake.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** SES, SQS and EventBridge of the laptop behind one endpoint, and pages for everybody else. */
public final class LocalAws implements AutoCloseable {
  /** The region that every local client is set to. */
  public static final Region REGION = Region.US_EAST_1;

  /** The account that local queues and events belong to. */
  public static final String ACCOUNT = "000000000000";

  /** Credentials that satisfy the SDK and open nothing. */
  public static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  private final LocalSes ses;
  private final LocalSqs sqs;
  private final LocalEventBus bus;
  private final HttpHandler pages;
  private final LocalHttp http;

  private LocalAws(int port, LocalSes ses, LocalSqs sqs, LocalEventBus bus, HttpHandler pages) {
    this.ses = ses;
    this.sqs = sqs;
    this.bus = bus;
    this.pages = pages;
    this.http = LocalHttp.start(port, this::route);
  }

  /**
   * Starts the endpoint on the loopback address; port 0 takes a free one.
   *
   * @param queues are found by name, their dead-letter queues too
   */
  public static LocalAws start(
      int port, InstantSource clock, LocalSes ses, LocalEventBus bus, List<LocalQueue> queues) {
    return start(port, clock, ses, bus, queues, LocalAws::unknown);
  }

  /** Starts the endpoint, with pages for the requests that speak to none of the services. */
  public static LocalAws start(
      int port,
      InstantSource clock,
      LocalSes ses,
      LocalEventBus bus,
      List<LocalQueue> queues,
      HttpHandler pages) {
    return new LocalAws(port, ses, new LocalSqs(clock, queues), bus, pages);
  }

  /** What to give to {@code endpointOverride} or {@code aws --endpoint-url}. */
  public URI endpoint() {
    return http.uri();
  }

  /** The URL of a queue of this endpoint. */
  public String queueUrl(LocalQueue queue) {
    return queueUrl(endpoint().toString(), queue);
  }

  static String queueUrl(String endpoint, LocalQueue queue) {
    return endpoint + "/" + ACCOUNT + "/" + queue.name();
  }

  @Override
  public void close() {
    ses.close();
    http.close();
  }

  private void route(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target != null && target.startsWith(LocalSqs.TARGET)) {
      sqs.handle(exchange);
    } else if (target != null && target.startsWith(LocalEventBus.TARGET)) {
      bus.handle(exchange);
    } else if (target != null) {
      LocalHttp.reply(exchange, "application/x-amz-json-1.1", AwsAnswer.unknown(target));
    } else if (exchange.getRequestURI().getPath().startsWith(LocalSes.PATH)) {
      ses.handle(exchange);
    } else {
      pages.handle(exchange);
    }
  }

  private static void unknown(HttpExchange exchange) throws IOException {
    String what = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    LocalHttp.reply(exchange, "application/json", AwsAnswer.unknown(what));
  }
}
