package kikkake.event;

import static kikkake.event.MessageTexts.PRODUCTS;
import static kikkake.event.MessageTexts.SAID;
import static kikkake.event.MessageTexts.SECRET;
import static kikkake.event.MessageTexts.anonymous;
import static kikkake.event.MessageTexts.batch;
import static kikkake.event.MessageTexts.completed;
import static kikkake.event.MessageTexts.consent;
import static kikkake.event.MessageTexts.detail;
import static kikkake.event.MessageTexts.event;
import static kikkake.event.MessageTexts.id;
import static kikkake.event.MessageTexts.identify;
import static kikkake.event.MessageTexts.item;
import static kikkake.event.MessageTexts.line;
import static kikkake.event.MessageTexts.lines;
import static kikkake.event.MessageTexts.named;
import static kikkake.event.MessageTexts.order;
import static kikkake.event.MessageTexts.purchase;
import static kikkake.event.MessageTexts.quantity;
import static kikkake.event.MessageTexts.raw;
import static kikkake.event.MessageTexts.timed;
import static kikkake.event.MessageTexts.wide;
import static kikkake.event.MessageTexts.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be understood is refused, with the name of its field and without its value. */
class MalformedEventTest {
  private static final String TIMED = "{\"timestamp\": \"2026-11-21T01:15:00Z\"}";

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("malformed")
  void namesTheFieldOfAMalformedMessageAndNotItsValue(String field, String what, String message) {
    MalformedEvent refusal =
        catchThrowableOfType(MalformedEvent.class, () -> EventJson.read(message));

    assertThat(refusal).as("refuses %s", what).isNotNull();
    assertThat(refusal.field()).isEqualTo(field);
    assertThat(refusal).hasMessageStartingWith(field + ": ").hasNoCause();
    assertThat(refusal.getMessage()).doesNotContain(SECRET).hasSizeLessThan(300);
  }

  static Stream<Arguments> malformed() {
    return Stream.of(wholes(), envelopes(), orders(), contacts(), others(), batches())
        .flatMap(cases -> cases);
  }

  private static Stream<Arguments> wholes() {
    String order = purchase("", "");
    return Stream.of(
        malformed("message", "nothing", ""),
        malformed("message", "blanks", " \n\t "),
        malformed("message", "no JSON", SECRET),
        malformed("message", "XML", "<event id=\"" + SECRET + "\"/>"),
        malformed("message", "cut off", order.substring(0, order.length() / 2)),
        malformed("message", "trailing garbage", order + SECRET),
        malformed("message", "two messages", order + order),
        malformed("message", "single quotes", "{'detail': {}}"),
        malformed("message", "a byte order mark", "\uFEFF" + order),
        malformed("message", "UTF-16 read as UTF-8", "\0{\0\"\0d\0e\0t\0a\0i\0l\0\"\0:\0{\0}\0}"),
        malformed("message", "a raw control character", "{\"detail\": \"\u0001\"}"),
        malformed("message", "a bad escape", "{\"detail\": \"\\x41\"}"),
        malformed("message", "a number out of all bounds", order("o-1", line("1e99999999999"))),
        malformed("message", "NaN", order("o-1", line("NaN"))),
        malformed("message", "Infinity", order("o-1", line("-Infinity"))),
        malformed("message", "a hexadecimal number", order("o-1", line("0x10"))),
        malformed("message", "a leading zero", order("o-1", line("010"))),
        malformed("message", "2000 digits", order("o-1", line("1".repeat(2_000)))),
        malformed("message", "1000 lists", "[".repeat(1_000) + "]".repeat(1_000)),
        malformed(
            "message", "1000 objects", "{\"detail\":".repeat(1_000) + "1" + "}".repeat(1_000)),
        malformed("message", "100000 open lists", "[".repeat(100_000)),
        malformed("message", "too long", "{\"detail\": \"" + "x".repeat(1_000_000) + "\"}"),
        malformed("message", "a name of a megabyte", "{\"" + "x".repeat(900_000) + "\": 1}"),
        malformed("message", "an array", "[" + order + "]"),
        malformed("message", "a text", "\"" + SECRET + "\""),
        malformed("message", "a number", "1"),
        malformed("message", "null", "null"));
  }

  private static Stream<Arguments> envelopes() {
    return Stream.of(
        malformed("detail", "no detail", "{}"),
        malformed("detail", "detail null", "{\"detail\": null}"),
        malformed("detail", "detail as text", "{\"detail\": \"{\\\"event\\\": 1}\"}"),
        malformed("detail", "detail as list", "{\"detail\": []}"),
        malformed("detail-type", "no name at all", "{\"detail\": {}}"),
        malformed("detail-type", "name is a number", "{\"detail-type\": 1, \"detail\": {}}"),
        malformed("detail-type", "unknown", with("detail-type", SECRET, TIMED)),
        malformed("detail-type", "too long", with("detail-type", "x".repeat(129), "{}")),
        malformed("detail.event", "unknown", detail("\"event\": \"" + SECRET + "\"")),
        malformed("detail.event", "lower case", detail("\"event\": \"order completed\"")),
        malformed("detail.event", "a list", detail("\"event\": [\"Order Completed\"]")),
        malformed("detail.event", "too long", detail("\"event\": \"" + "x".repeat(101) + "\"")),
        malformed("detail.event", "a line break", detail("\"event\": \"Order\\nCompleted\"")),
        malformed("detail.type", "a number", detail("\"type\": 1")),
        malformed("time", "a number", "{\"time\": 1795223702, \"detail\": {}}"),
        malformed("time", "no zone", with("time", "2026-11-21T01:15:00", "{}")),
        malformed("time", "words", with("time", SECRET, "{}")),
        malformed("detail.timestamp", "no time anywhere", timed(null)),
        malformed("detail.timestamp", "a date only", timed("\"2026-11-21\"")),
        malformed("detail.timestamp", "epoch milliseconds", timed("1795223702000")),
        malformed("detail.timestamp", "no such day", timed("\"2026-02-30T00:00:00Z\"")),
        malformed("detail.timestamp", "1989", timed("\"1989-12-31T23:59:59Z\"")),
        malformed("detail.timestamp", "2101", timed("\"2101-01-01T00:00:00Z\"")),
        malformed("detail.timestamp", "the last year of all", timed("\"+999999999-01-01T00:00Z\"")),
        malformed("detail.userId", "a list", purchase("", "\"userId\": [\"" + SECRET + "\"]")),
        malformed("detail.userId", "1.5", purchase("", "\"userId\": 1.5")),
        malformed("detail.userId", "true", purchase("", "\"userId\": true")),
        malformed("detail.userId", "empty", purchase("", "\"userId\": \"\"")),
        malformed("detail.userId", "65 bytes", purchase("", "\"userId\": \"" + id(65) + "\"")),
        malformed("detail.userId", "66 bytes", purchase("", "\"userId\": \"" + wide(22) + "\"")),
        malformed("detail.userId", "65 digits", purchase("", "\"userId\": " + "1".repeat(65))),
        malformed("detail.userId", "a space at its end", purchase("", "\"userId\": \"s3cret \"")),
        malformed("detail.userId", "a NUL", purchase("", "\"userId\": \"s3cret\\u0000\"")),
        malformed("detail.userId", "half a character", purchase("", "\"userId\": \"\\ud83d\"")),
        malformed("detail.userId", "no character", purchase("", "\"userId\": \"\\uffff\"")),
        malformed("detail.anonymousId", "too long", purchase("", anonymous(id(65)))));
  }

  private static Stream<Arguments> orders() {
    String o = "detail.properties.";
    String p = "detail.properties.products[0].";
    return Stream.of(
        malformed("detail.properties", "none", detail("\"event\": \"Order Completed\"")),
        malformed("detail.properties", "a list", raw("Order Completed", "[]")),
        malformed(o + "order_id", "none", completed("\"currency\": \"JPY\", " + PRODUCTS)),
        malformed(o + "order_id", "65 bytes", order(id(65), line("1"))),
        malformed(o + "currency", "none", completed("\"order_id\": 1, " + PRODUCTS)),
        malformed(o + "currency", "unknown", completed("\"currency\": \"JPX\", " + PRODUCTS)),
        malformed(o + "currency", "lower case", completed("\"currency\": \"jpy\", " + PRODUCTS)),
        malformed(o + "currency", "a sign", completed("\"currency\": \"¥\", " + PRODUCTS)),
        malformed(o + "currency", "a word", completed("\"currency\": \"s3cret\", " + PRODUCTS)),
        malformed(o + "currency", "a number", completed("\"currency\": 392, " + PRODUCTS)),
        malformed(o + "products", "none", completed("\"currency\": \"JPY\"")),
        malformed(o + "products", "empty", order("o-1", "")),
        malformed(
            o + "products", "an object", completed("\"currency\": \"JPY\", \"products\": {}")),
        malformed(o + "products", "2001 lines", order("o-1", lines(2_001))),
        malformed(o + "products[1]", "a text", order("o-1", line("1") + ", \"" + SECRET + "\"")),
        malformed(
            o + "products[1].price", "none", order("o-1", line("1") + ", {\"product_id\": 1}")),
        malformed(p + "product_id", "none", order("o-1", "{\"price\": 1}")),
        malformed(
            p + "product_id", "an object", order("o-1", "{\"product_id\": {}, \"price\": 1}")),
        malformed(p + "name", "501 characters", order("o-1", named("x".repeat(501)))),
        malformed(p + "name", "a tab", order("o-1", named("s3cret\\t"))),
        malformed(p + "name", "half a character", order("o-1", named("s3cret\\udc00"))),
        malformed(p + "price", "words", order("o-1", line("\"" + SECRET + "\""))),
        malformed(p + "price", "with its currency", order("o-1", line("\"¥1,080\""))),
        malformed(p + "price", "empty", order("o-1", line("\"\""))),
        malformed(p + "price", "NaN as text", order("o-1", line("\"NaN\""))),
        malformed(p + "price", "below 0", order("o-1", line("-1"))),
        malformed(p + "price", "a little below 0", order("o-1", line("-0.000001"))),
        malformed(p + "price", "7 decimals", order("o-1", line("0.0000001"))),
        malformed(p + "price", "13 digits", order("o-1", line("1000000000000"))),
        malformed(p + "price", "13 digits as 1e12", order("o-1", line("1e12"))),
        malformed(p + "price", "1e999999999", order("o-1", line("1e999999999"))),
        malformed(p + "price", "-1e999999999", order("o-1", line("-1e999999999"))),
        malformed(p + "price", "1e-999999999", order("o-1", line("1e-999999999"))),
        malformed(p + "price", "1e999999999 as text", order("o-1", line("\"1e999999999\""))),
        malformed(p + "price", "1e9999999999 as text", order("o-1", line("\"1e9999999999\""))),
        malformed(p + "price", "100 digits", order("o-1", line("1".repeat(100)))),
        malformed(p + "price", "a list", order("o-1", line("[1]"))),
        malformed(p + "price", "true", order("o-1", line("true"))),
        malformed(p + "quantity", "0", order("o-1", quantity("0"))),
        malformed(p + "quantity", "-1", order("o-1", quantity("-1"))),
        malformed(p + "quantity", "1.5", order("o-1", quantity("1.5"))),
        malformed(p + "quantity", "1.5 as text", order("o-1", quantity("\"1.5\""))),
        malformed(p + "quantity", "1000001", order("o-1", quantity("1000001"))),
        malformed(p + "quantity", "1e999999999", order("o-1", quantity("1e999999999"))),
        malformed(p + "quantity", "words", order("o-1", quantity("\"s3cret\""))),
        malformed(o + "total", "words", purchase("\"total\": \"s3cret\"", "")),
        malformed(o + "total", "below 0", purchase("\"total\": -1", "")),
        malformed(o + "shipping", "below 0", purchase("\"shipping\": -1", "")),
        malformed(o + "discount", "an object", purchase("\"discount\": {\"yen\": 1}", "")));
  }

  private static Stream<Arguments> contacts() {
    String t = "detail.traits.";
    return Stream.of(
        malformed("detail.context", "a text", purchase("", "\"context\": \"s3cret\"")),
        malformed("detail.context.traits", "a list", purchase("", "\"context\": {\"traits\": []}")),
        malformed(
            "detail.context.traits.email",
            "a number",
            purchase("", "\"context\": {\"traits\": {\"email\": 1}}")),
        malformed(
            "detail.context.locale", "a number", purchase("", "\"context\": {\"locale\": 1}")),
        malformed("detail.userId", "none", detail("\"type\": \"identify\"")),
        malformed(
            "detail.traits",
            "a text",
            detail("\"type\": \"identify\", \"userId\": 1, \"traits\": \"s3cret\"")),
        malformed(t + "email", "no at", identify("\"email\": \"s3cret\"")),
        malformed(t + "email", "two ats", identify("\"email\": \"s3cret@a@example.com\"")),
        malformed(t + "email", "no domain", identify("\"email\": \"s3cret@localhost\"")),
        malformed(
            t + "email", "two addresses", identify("\"email\": \"s3cret@a.example,b@a.example\"")),
        malformed(
            t + "email",
            "a header",
            identify("\"email\": \"s3cret@a.example\\r\\nBcc: b@a.example\"")),
        malformed(t + "email", "a name around it", identify("\"email\": \"A <s3cret@a.example>\"")),
        malformed(
            t + "email", "255 characters", identify("\"email\": \"" + id(243) + "@example.com\"")),
        malformed(t + "name", "201 characters", identify("\"name\": \"" + id(201) + "\"")),
        malformed(t + "firstName", "a list", identify("\"firstName\": [\"s3cret\"]")),
        malformed(t + "lastName", "101 characters", identify("\"lastName\": \"" + id(101) + "\"")),
        malformed(t + "language", "65 characters", identify("\"language\": \"" + id(65) + "\"")),
        malformed(t + "locale", "an object", identify("\"locale\": {}")),
        malformed(t + "timezone", "a number", identify("\"timezone\": 9")),
        malformed(t + "consent", "true", identify("\"consent\": true")),
        malformed(t + "consent.advertising", "none", consent("\"at\": \"2026-11-21T00:00:00Z\"")),
        malformed(t + "consent.advertising", "yes", consent("\"advertising\": \"yes\", " + SAID)),
        malformed(t + "consent.advertising", "1", consent("\"advertising\": 1, " + SAID)),
        malformed(t + "consent.at", "none", consent("\"advertising\": true")),
        malformed(
            t + "consent.at", "a date", consent("\"advertising\": true, \"at\": \"2026-11-21\"")),
        malformed(
            t + "consent.source",
            "too long",
            consent("\"advertising\": true, " + SAID + ", \"source\": \"" + id(101) + "\"")),
        malformed(
            t + "consent.wording",
            "a number",
            consent("\"advertising\": true, " + SAID + ", \"wording\": 3")));
  }

  private static Stream<Arguments> others() {
    String o = "detail.properties.";
    return Stream.of(
        malformed(o + "order_id", "cancelled: none", event("Order Cancelled", "", "")),
        malformed(o + "order_id", "refunded: none", event("Order Refunded", "", "")),
        malformed(
            o + "products", "refunded: nothing", event("Order Refunded", "\"refund_id\": 1", "")),
        malformed(
            o + "refund_id",
            "refunded: an object",
            event("Order Refunded", "\"refund_id\": {}", "")),
        malformed(
            o + "products[0].price",
            "refunded: none",
            event("Order Refunded", "\"order_id\": 1, \"products\": [{\"product_id\": 1}]", "")),
        malformed(
            "detail.anonymousId",
            "browsed: nobody",
            event("Product Viewed", "\"product_id\": 1", "")),
        malformed(
            o + "product_id", "browsed: nothing", event("Product Viewed", "", "\"userId\": 1")),
        malformed(
            "detail.properties",
            "browsed: a list",
            detail("\"event\": \"Product Added\", \"userId\": 1, \"properties\": []")),
        malformed(
            o + "product_id", "item: none", event("Item Updated", "\"name\": \"s3cret\"", "")),
        malformed(o + "name", "item: none", event("Item Updated", "\"product_id\": 1", "")),
        malformed(o + "name", "item: blank", item("\"name\": \"　\"")),
        malformed(o + "url", "item: script", item("\"url\": \"javascript:s3cret\"")),
        malformed(o + "url", "item: data", item("\"url\": \"data:text/html,s3cret\"")),
        malformed(o + "url", "item: relative", item("\"url\": \"/items/s3cret\"")),
        malformed(o + "url", "item: a space", item("\"url\": \"https://shop.example/s3cret x\"")),
        malformed(o + "url", "item: a quote", item("\"url\": \"https://shop.example/\\\"s3cret\"")),
        malformed(o + "image_url", "item: script", item("\"image_url\": \" JavaScript:s3cret\"")),
        malformed(
            o + "image_url", "item: long", item("\"image_url\": \"https://" + id(2_000) + "\"")),
        malformed(o + "price", "item: below 0", item("\"price\": -1")),
        malformed(o + "currency", "item: unknown", item("\"currency\": \"ABC\"")),
        malformed(o + "stock", "item: below 0", item("\"stock\": -1")),
        malformed(o + "stock", "item: a half", item("\"stock\": 0.5")),
        malformed(o + "stock", "item: too many", item("\"stock\": 1000000001")),
        malformed(o + "category", "item: long", item("\"category\": \"" + id(201) + "\"")),
        malformed(o + "family", "item: a list", item("\"family\": [\"s3cret\"]")),
        malformed(o + "published", "item: a text", item("\"published\": \"true\"")));
  }

  private static Stream<Arguments> batches() {
    String view =
        "{\"event\": \"Product Viewed\", \"userId\": 1, \"properties\": {\"product_id\": 1}}";
    return Stream.of(
        malformed("detail.batch", "empty", batch("")),
        malformed("detail.batch", "an object", detail("\"batch\": {}")),
        malformed("detail.batch", "51 events", batch((view + ",").repeat(50) + view)),
        malformed("detail.batch[1]", "a text", batch(view + ", \"s3cret\"")),
        malformed("detail.batch[0].event", "no name", batch("{}")),
        malformed("detail.batch[0].event", "unknown", batch("{\"event\": \"s3cret\"}")),
        malformed(
            "detail.batch[0].event",
            "an identify",
            batch("{\"event\": \"identify\", \"userId\": 1}")),
        malformed(
            "detail.batch[1].event",
            "a cancellation",
            batch(view + ", {\"event\": \"Order Cancelled\", \"properties\": {\"order_id\": 1}}")),
        malformed(
            "detail.batch[1].properties.product_id",
            "nothing",
            batch(view + ", " + view.replace("{\"product_id\": 1}", "{}"))),
        malformed(
            "detail.batch[0].timestamp",
            "words",
            batch("{\"event\": \"Product Viewed\", \"userId\": 1, \"timestamp\": \"s3cret\"}")));
  }

  private static Arguments malformed(String field, String what, String message) {
    return Arguments.of(field, what, message);
  }

  @Test
  void saysWhatTheFieldMustBe() {
    assertThatThrownBy(() -> EventJson.read(order("o-1", quantity("0"))))
        .hasMessage(
            "detail.properties.products[0].quantity: must be a whole number from 1 to 1000000");
    assertThatThrownBy(() -> EventJson.read(order("o-1", line("1e12"))))
        .hasMessage(
            "detail.properties.products[0].price: must have at most 12 digits before the point"
                + " and 6 after it");
    assertThatThrownBy(() -> EventJson.read("{\"detail\": {]"))
        .hasMessage("message: is not JSON (line 1, column 13)");
  }
}
