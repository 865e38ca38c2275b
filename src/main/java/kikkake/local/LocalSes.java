package kikkake.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The laptop's SES: it speaks the SES v2 wire protocol to the real SDK client, puts accepted mails
 * in an inbox and publishes SES's events.
 *
 * <p>The events are published before the answer, because SES's may overtake it too.
 */
public final class LocalSes implements HttpHandler, AutoCloseable {
  static final String PATH = "/v2/email/";
  private static final String SEND = "/v2/email/outbound-emails";
  static final String CONTENT_TYPE = "application/json";
  private static final int LONGEST_REQUEST = SesRequest.MOST_BYTES / 3 * 4 + 1024 * 1024;

  private final InstantSource clock;
  private final LocalInbox inbox;
  private final Consumer<String> events;
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicLong accepted = new AtomicLong();

  /**
   * An SES that accepts what is valid.
   *
   * @param clock the time of acceptance and of the events
   * @param inbox where accepted mails go
   * @param events hears every event as an EventBridge envelope in JSON, on the request's thread
   */
  public LocalSes(InstantSource clock, LocalInbox inbox, Consumer<String> events) {
    this.clock = clock;
    this.inbox = inbox;
    this.events = events;
  }

  /** What can go wrong with the next request. */
  public enum Fault {
    BAD_REQUEST(400, "BadRequestException", "The request is not valid."),
    MESSAGE_REJECTED(400, "MessageRejected", "Email address is not verified."),
    ACCOUNT_SUSPENDED(400, "AccountSuspendedException", "The account is suspended."),
    SENDING_PAUSED(400, "SendingPausedException", "Sending is paused for this account."),
    TOO_MANY_REQUESTS(429, "TooManyRequestsException", "Maximum sending rate exceeded."),
    LIMIT_EXCEEDED(400, "LimitExceededException", "Daily message quota exceeded."),
    MAIL_FROM_DOMAIN_NOT_VERIFIED(
        400, "MailFromDomainNotVerifiedException", "The MAIL FROM domain is not verified."),
    INTERNAL_FAILURE(500, "InternalFailure", "SES failed."),
    /** The connection breaks before SES accepted anything. */
    DROP(0, "", ""),
    /** SES accepts the mail, then the connection breaks before the answer. */
    ACCEPT_THEN_DROP(0, "", ""),
    /** SES accepts the mail and never answers: the client runs into its own timeout. */
    ACCEPT_THEN_HANG(0, "", "");

    private final int status;
    private final String type;
    private final String message;

    Fault(int status, String type, String message) {
      this.status = status;
      this.type = type;
      this.message = message;
    }
  }

  /** Lets the next request fail; several calls fail as many requests, in this order. */
  public void failNext(Fault fault) {
    faults.add(fault);
  }

  /** How many mails were accepted, answered or not. */
  public long accepted() {
    return accepted.get();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    byte[] body = LocalHttp.body(exchange, LONGEST_REQUEST);
    AwsAnswer answer;
    try {
      answer = answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body);
    } catch (SocketTimeoutException e) {
      awaitClose();
      exchange.close();
      return;
    } catch (SocketException e) {
      exchange.close();
      return;
    }
    LocalHttp.reply(exchange, CONTENT_TYPE, answer);
  }

  /**
   * The HTTP client for an SDK client that reaches this SES without a socket: the same protocol and
   * the same faults, several times as fast, for replays of many mails.
   */
  public SdkHttpClient withoutSocket() {
    return new SocketlessSes(this);
  }

  /**
   * Answers a request.
   *
   * @throws SocketTimeoutException when the caller is to run into its timeout
   * @throws SocketException when the connection is to break
   */
  AwsAnswer answer(String method, String path, byte @Nullable [] body)
      throws SocketTimeoutException, SocketException {
    if (!method.equals("POST") || !path.equals(SEND)) {
      return AwsAnswer.unknown(method + " " + path);
    }
    Fault fault = faults.poll();
    if (fault == Fault.DROP) {
      throw new SocketException("Connection reset");
    }
    if (fault != null && fault.status > 0) {
      return AwsAnswer.error(fault.status, fault.type, fault.message);
    }
    AwsAnswer answer = body == null ? tooLong() : send(body);
    if (fault == Fault.ACCEPT_THEN_HANG) {
      throw new SocketTimeoutException("Read timed out");
    }
    if (fault == Fault.ACCEPT_THEN_DROP) {
      throw new SocketException("Connection reset");
    }
    return answer;
  }

  /** Lets go of the requests that were left hanging. */
  @Override
  public void close() {
    closed.countDown();
  }

  private AwsAnswer send(byte[] body) {
    SesRequest request;
    try {
      request = SesRequest.read(body);
    } catch (SesRequest.Invalid e) {
      return AwsAnswer.error(400, "BadRequestException", String.valueOf(e.getMessage()));
    }
    return AwsAnswer.ok(LocalHttp.JSON.createObjectNode().put("MessageId", accept(request)));
  }

  private String accept(SesRequest request) {
    Instant at = clock.instant();
    String messageId = nextMessageId(at);
    inbox.add(
        new ReceivedMail(
            messageId,
            at,
            request.from(),
            request.to(),
            request.subject(),
            request.tags(),
            request.raw()));
    SesEvents.of(messageId, at, request).forEach(events);
    return messageId;
  }

  /**
   * The shape of SES's ids: region and time, then a UUID, here a counter, so runs can be compared.
   */
  private String nextMessageId(Instant at) {
    long number = inbox.nextNumber();
    accepted.incrementAndGet();
    return String.format(
        "0100%012x-%08x-0000-4000-8000-%012x-000000",
        at.toEpochMilli(), number & 0xffff_ffffL, number);
  }

  private static AwsAnswer tooLong() {
    return AwsAnswer.error(
        400,
        "BadRequestException",
        "Message length is more than " + SesRequest.MOST_BYTES + " bytes long.");
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
