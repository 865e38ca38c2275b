package kikkake.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages as text, as shops send them, for the tests of those who read them. */
final class MessageTexts {
  /** Stands for a value that is personal; no refusal may repeat it. */
  static final String SECRET = "s3cret";

  private MessageTexts() {}

  static final String PRODUCTS = "\"products\": [{\"product_id\": \"tea\", \"price\": 1080}]";
  static final String SAID = "\"at\": \"2026-11-21T00:00:00Z\"";

  static ShopEvent one(String message) {
    List<ShopEvent> events = EventJson.read(message);
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  static String detail(String fields) {
    return "{\"time\": \"2026-11-21T01:15:00Z\", \"detail\": {" + fields + "}}";
  }

  static String with(String name, String text, String detail) {
    return "{\"%s\": \"%s\", \"detail\": %s}".formatted(name, text, detail);
  }

  static String raw(String event, String properties) {
    return detail("\"event\": \"" + event + "\", \"properties\": " + properties);
  }

  static String event(String name, String properties, String more) {
    String rest = more.isEmpty() ? "" : ", " + more;
    return detail("\"event\": \"" + name + "\", \"properties\": {" + properties + "}" + rest);
  }

  static String timed(@Nullable String timestamp) {
    return "{\"detail\": {\"event\": \"Order Cancelled\", \"timestamp\": " + timestamp + "}}";
  }

  static String completed(String properties) {
    return event("Order Completed", properties, "");
  }

  static String purchase(String properties, String more) {
    String rest = properties.isEmpty() ? "" : ", " + properties;
    return event(
        "Order Completed",
        "\"order_id\": \"o-1\", \"currency\": \"JPY\", " + PRODUCTS + rest,
        more);
  }

  static String order(String id, String lines) {
    return completed(
        "\"order_id\": \"%s\", \"currency\": \"JPY\", \"products\": [%s]".formatted(id, lines));
  }

  static String line(String price) {
    return "{\"product_id\": \"tea\", \"price\": " + price + "}";
  }

  static String lines(int count) {
    return (line("1") + ",").repeat(count - 1) + line("1");
  }

  static String named(String name) {
    return "{\"product_id\": \"tea\", \"price\": 1, \"name\": \"" + name + "\"}";
  }

  static String quantity(String quantity) {
    return "{\"product_id\": \"tea\", \"price\": 1, \"quantity\": " + quantity + "}";
  }

  static String identify(String traits) {
    return detail("\"type\": \"identify\", \"userId\": \"c-1\", \"traits\": {" + traits + "}");
  }

  static String consent(String fields) {
    return identify("\"consent\": {" + fields + "}");
  }

  static String item(String fields) {
    String name = fields.startsWith("\"name\"") ? "" : "\"name\": \"Cup\", ";
    return event("Item Updated", "\"product_id\": \"cup\", " + name + fields, "");
  }

  static String batch(String entries) {
    return detail("\"batch\": [" + entries + "]");
  }

  static String anonymous(String id) {
    return "\"anonymousId\": \"" + id + "\"";
  }

  /** An id of so many bytes that holds the secret. */
  static String id(int bytes) {
    return SECRET + "x".repeat(bytes - SECRET.length());
  }

  /** An id of so many characters of three bytes. */
  static String wide(int characters) {
    return "注".repeat(characters);
  }
}
