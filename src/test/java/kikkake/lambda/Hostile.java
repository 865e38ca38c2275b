package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kikkake.Fixtures;
import kikkake.event.CustomerId;
import kikkake.event.EventJson;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;

/** Inputs that nobody should send, with things in them that nobody may log. */
final class Hostile {
  static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  static final String CUSTOMER = "geheim-4711";
  static final String ADDRESS = "geheim@nirgends.example";
  static final String NAME = "秘密";
  private static final Duration SLOW = Duration.ofSeconds(1);

  static final MailKey THANK_YOU =
      new MailKey(new CustomerId(CUSTOMER), MailKind.THANK_YOU, "20261121-0001");

  private Hostile() {}

  /** A shop in which the customer just ordered: the thank-you is due. */
  static ColdFunctions shopWithAnOrder() {
    ColdFunctions shop = new ColdFunctions(DayOfAllFunctions.START);
    shop.event(secret(Fixtures.body("purchase")));
    return shop;
  }

  /** A fixture in which the customer, the address and the name can be recognised. */
  static String secret(String fixture) {
    return fixture
        .replace("c-1001", CUSTOMER)
        .replace("hanako@example.com", ADDRESS)
        .replace("山田", NAME);
  }

  /** The message with another value at one place; lists are counted from 0. */
  static String with(String message, String pointer, JsonNode value) {
    JsonNode root = EventJson.parse(message);
    JsonPointer place = JsonPointer.compile(pointer);
    JsonNode parent = root.at(place.head());
    String last = place.last().getMatchingProperty();
    switch (parent) {
      case ObjectNode object -> object.set(last, value);
      case ArrayNode array -> array.set(Integer.parseInt(last), value);
      default -> throw new IllegalArgumentException("Nothing is at " + pointer);
    }
    return root.toString();
  }

  /** The name of a place in a complaint: {@code /detail/products/0/price} in dots and brackets. */
  static String field(String pointer) {
    return pointer.substring(1).replace('/', '.').replaceAll("\\.(\\d+)", "[$1]");
  }

  static JsonNode text(String text) {
    return JSON.textNode(text);
  }

  /** What is no text: neither is half a character, nor one that only a terminal understands. */
  static List<JsonNode> noTexts() {
    return List.of(
        JSON.numberNode(1.5),
        JSON.booleanNode(true),
        JSON.arrayNode().add(NAME),
        JSON.objectNode().put(NAME, ADDRESS),
        text(NAME + "\ud800"),
        text(NAME + "\u0000"),
        text(ADDRESS + "\r\nBcc: all@example.com"),
        text(NAME.repeat(2_000)));
  }

  static List<JsonNode> noNumbers() {
    return List.of(
        JSON.booleanNode(true),
        JSON.arrayNode().add(1),
        JSON.objectNode().put("amount", 1),
        JSON.numberNode(-1),
        JSON.numberNode(new java.math.BigDecimal("1e999999999")),
        JSON.numberNode(new java.math.BigDecimal("1e-999999999")),
        text("NaN"),
        text("12,0"),
        text("1e99"),
        text(ADDRESS));
  }

  static List<JsonNode> noTimes() {
    return List.of(
        JSON.numberNode(1_700_000_000),
        JSON.arrayNode(),
        JSON.objectNode(),
        text(ADDRESS),
        text("2026-13-45T00:00:00Z"),
        text("2026-11-21T10:15:00"),
        text("+999999999-12-31T23:59:59Z"),
        text("-999999999-01-01T00:00:00+18:00"),
        text("2026-11-21T10:15:00Z".repeat(1_000)));
  }

  static List<JsonNode> noObjects() {
    return List.of(JSON.numberNode(1), text(ADDRESS), JSON.booleanNode(false), JSON.arrayNode());
  }

  static List<JsonNode> noLists() {
    ArrayNode thousands = JSON.arrayNode();
    for (int i = 0; i < 2_001; i++) {
      thousands.addObject().put("product_id", "p").put("price", 1);
    }
    return List.of(
        JSON.numberNode(1), text(ADDRESS), JSON.objectNode(), JSON.arrayNode(), thousands);
  }

  /** Messages that are wrong as a whole, by what is wrong with them. */
  static Map<String, String> noMessages(String good) {
    byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
    Map<String, String> messages = new LinkedHashMap<>();
    messages.put("nothing", "");
    messages.put("blank", " \n");
    messages.put("a byte order mark", "\ufeff" + good);
    messages.put("zeros in front", "\u0000\u0000" + good);
    messages.put(
        "UTF-16", new String(good.getBytes(StandardCharsets.UTF_16), StandardCharsets.ISO_8859_1));
    messages.put("Base64", Base64.getEncoder().encodeToString(bytes));
    messages.put("half of it", good.substring(0, good.length() / 2));
    messages.put("twice", good + good);
    messages.put("a list of it", "[" + good + "]");
    messages.put("a text of it", text(good).toString());
    messages.put("a number", "1");
    messages.put("null", "null");
    messages.put("a comma too many", good.substring(0, good.length() - 1) + ",}");
    messages.put("single quotes", good.replace('"', '\''));
    messages.put("a comment", good + "// " + ADDRESS);
    messages.put("XML", "<event><email>" + ADDRESS + "</email></event>");
    messages.put("a form", "email=" + ADDRESS + "&name=" + NAME);
    messages.put("deep lists", "[".repeat(100_000));
    messages.put("deep objects", "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000));
    messages.put("33 lists", "[".repeat(33) + "]".repeat(33));
    messages.put("a number of 100,000 digits", "{\"detail\":" + "9".repeat(100_000) + "}");
    messages.put("a name of 100,000 letters", "{\"" + "a".repeat(100_000) + "\":1}");
    messages.put("NaN", "{\"detail\":NaN}");
    messages.put("too long", "{\"detail\":\"" + NAME.repeat(500_000) + "\"}");
    return messages;
  }

  /** Runs a case, which must be quick. */
  static void quickly(Runnable work) {
    Instant start = Instant.now();
    assertThatCode(work::run).doesNotThrowAnyException();
    assertThat(Duration.between(start, Instant.now())).isLessThan(SLOW);
  }

  /** What is written for people to see has none of it. */
  static void assertTellsNothing(Stream<String> written) {
    assertThat(written)
        .allSatisfy(line -> assertThat(line).doesNotContain(CUSTOMER, ADDRESS, NAME));
  }
}
