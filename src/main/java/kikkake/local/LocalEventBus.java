package kikkake.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The laptop's EventBridge: PutEvents wraps every entry in the envelope and passes it on. */
public final class LocalEventBus implements HttpHandler {
  static final String TARGET = "AWSEvents.";
  private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
  private static final int MOST_ENTRIES = 10;
  private static final int LONGEST_REQUEST = 1024 * 1024;

  private final InstantSource clock;
  private final Consumer<String> target;
  private final AtomicLong count = new AtomicLong();

  /**
   * A bus with one rule: everything goes to the target.
   *
   * @param clock the time of entries that bring none
   * @param target hears every event as an EventBridge envelope in JSON, on the caller's thread
   */
  public LocalEventBus(InstantSource clock, Consumer<String> target) {
    this.clock = clock;
    this.target = target;
  }

  /**
   * Publishes one event.
   *
   * @param detail a JSON object
   * @return the event's id
   * @throws IllegalArgumentException when the detail is not a JSON object
   */
  public String put(String source, String detailType, Instant at, String detail) {
    try {
      if (!(LocalHttp.JSON.readTree(detail) instanceof ObjectNode object)) {
        throw new IllegalArgumentException("Detail is malformed.");
      }
      String name = "event " + count.incrementAndGet();
      UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
      target.accept(LocalHttp.text(envelope(id, detailType, source, at, object)));
      return id.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Detail is malformed.", e);
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    byte[] body = LocalHttp.body(exchange, LONGEST_REQUEST);
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    AwsAnswer answer;
    if (!"AWSEvents.PutEvents".equals(target)) {
      answer = AwsAnswer.unknown(String.valueOf(target));
    } else if (body == null) {
      answer = AwsAnswer.error(413, "RequestEntityTooLargeException", "More than 1 MB.");
    } else {
      answer = putEvents(body);
    }
    LocalHttp.reply(exchange, CONTENT_TYPE, answer);
  }

  private AwsAnswer putEvents(byte[] body) {
    JsonNode entries;
    try {
      entries = LocalHttp.JSON.readTree(body).path("Entries");
    } catch (IOException e) {
      return AwsAnswer.error(400, "SerializationException", "The request is not JSON.");
    }
    if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
      return AwsAnswer.error(
          400, "ValidationException", "Entries must hold 1 to " + MOST_ENTRIES + " events.");
    }
    ObjectNode answer = LocalHttp.JSON.createObjectNode();
    var results = answer.putArray("Entries");
    int failed = 0;
    for (JsonNode entry : entries) {
      ObjectNode result = results.addObject();
      if (!put(entry, result)) {
        failed++;
      }
    }
    answer.put("FailedEntryCount", failed);
    return AwsAnswer.ok(answer);
  }

  private boolean put(JsonNode entry, ObjectNode result) {
    for (String field : new String[] {"Source", "DetailType", "Detail"}) {
      if (entry.path(field).asText("").isEmpty()) {
        result.put("ErrorCode", "InvalidArgument");
        result.put(
            "ErrorMessage",
            "Parameter " + field + " is not valid. Reason: " + field + " is a required argument.");
        return false;
      }
    }
    JsonNode time = entry.path("Time");
    Instant at =
        time.isNumber() ? Instant.ofEpochMilli((long) (time.asDouble() * 1000)) : clock.instant();
    try {
      result.put(
          "EventId",
          put(
              entry.path("Source").asText(),
              entry.path("DetailType").asText(),
              at,
              entry.path("Detail").asText()));
      return true;
    } catch (IllegalArgumentException e) {
      result.put("ErrorCode", "MalformedDetail");
      result.put("ErrorMessage", "Detail is malformed.");
      return false;
    }
  }

  /** The envelope that EventBridge puts around an event; its time has whole seconds. */
  static ObjectNode envelope(
      UUID id, String detailType, String source, Instant at, JsonNode detail) {
    ObjectNode envelope = LocalHttp.JSON.createObjectNode();
    envelope.put("version", "0");
    envelope.put("id", id.toString());
    envelope.put("detail-type", detailType);
    envelope.put("source", source);
    envelope.put("account", LocalAws.ACCOUNT);
    envelope.put("time", at.truncatedTo(ChronoUnit.SECONDS).toString());
    envelope.put("region", LocalAws.REGION.id());
    envelope.putArray("resources");
    envelope.set("detail", detail);
    return envelope;
  }
}
