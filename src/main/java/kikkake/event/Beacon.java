package kikkake.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a browser or app tells at once: up to {@value EventJson#MAX_BATCH} browse events.
 *
 * @param message the events that were understood, as one message for the queue
 * @param accepted how many there are in it
 * @param rejected why the others were not: each names its place and field
 */
public record Beacon(String message, int accepted, List<String> rejected) {
  private static final int MAX_CHARACTERS = 100_000;

  public Beacon {
    rejected = List.copyOf(rejected);
  }

  /**
   * Reads {@code {"batch": [...], "sentAt": "..."}}. A browser's clock may be wrong: where {@code
   * sentAt} is there, times are shifted by how far it is off, as Segment does it.
   *
   * @throws MalformedEvent where the beacon as a whole cannot be understood
   */
  public static Beacon read(String body, Instant receivedAt) {
    if (body.length() > MAX_CHARACTERS) {
      throw new MalformedEvent("message", "is longer than " + MAX_CHARACTERS + " characters");
    }
    JsonField beacon = new JsonField("", EventJson.parse(body));
    if (!beacon.node().isObject()) {
      throw new MalformedEvent("message", "must be a beacon, a JSON object");
    }
    Instant sentAt = beacon.at("sentAt").time();
    Duration off = sentAt == null ? Duration.ZERO : Duration.between(sentAt, receivedAt);
    ArrayNode batch = JsonNodeFactory.instance.arrayNode();
    List<String> rejected = new ArrayList<>();
    for (JsonField entry : beacon.at("batch").entries(EventJson.MAX_BATCH)) {
      try {
        Browsed browsed = EventJson.readBrowse(entry, receivedAt.minus(off));
        Instant at = entry.at("timestamp").sensible(browsed.occurredAt().plus(off));
        batch.add(write(entry.node().path("event"), browsed, at));
      } catch (MalformedEvent e) {
        rejected.add(String.valueOf(e.getMessage()));
      }
    }
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("version", "0").put("source", "kikkake.collect");
    message.put("detail-type", "Browse Batch").put("time", receivedAt.toString());
    message.putObject("detail").set("batch", batch);
    return new Beacon(message.toString(), batch.size(), rejected);
  }

  private static ObjectNode write(JsonNode event, Browsed browsed, Instant at) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.set("event", event);
    VisitorId visitor = browsed.who().visitor();
    CustomerId customer = browsed.who().customer();
    if (visitor != null) {
      entry.put("anonymousId", visitor.value());
    }
    if (customer != null) {
      entry.put("userId", customer.value());
    }
    entry.put("timestamp", at.toString());
    entry.putObject("properties").put("product_id", browsed.item().value());
    return entry;
  }
}
