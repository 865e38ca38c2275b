package kikkake.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import kikkake.event.EventJson;
import kikkake.event.MalformedEvent;

/**
 * A message and when it came in, which may be long after what it tells of.
 *
 * @param message the JSON text as it came, perhaps one that nobody can read
 */
record Arrival(Instant at, String message) {

  /** Writes one line of JSON for each: {@code {"arrivedAt":"...","message":"..."}}. */
  static void write(List<Arrival> arrivals, Writer to) throws IOException {
    for (Arrival arrival : arrivals) {
      to.write(
          JsonNodeFactory.instance
              .objectNode()
              .put("arrivedAt", arrival.at().toString())
              .put("message", arrival.message())
              .toString());
      to.write('\n');
    }
  }

  /**
   * Reads a line that {@link #write} wrote.
   *
   * @throws MalformedEvent where it is none
   */
  static Arrival read(String line) {
    JsonNode json = EventJson.parse(line);
    JsonNode message = json.path("message");
    if (!message.isTextual()) {
      throw new MalformedEvent("message", "must be a text");
    }
    try {
      return new Arrival(Instant.parse(json.path("arrivedAt").asText()), message.textValue());
    } catch (DateTimeException e) {
      throw new MalformedEvent("arrivedAt", "must be a time like 2026-01-31T10:00:00Z");
    }
  }
}
