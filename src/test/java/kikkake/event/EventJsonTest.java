package kikkake.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
  /** Stands for a value that is personal; no refusal may repeat it. */
  private static final String SECRET = "s3cret";

  private static final Instant AT = Instant.parse("2026-11-21T01:15:00Z");
  private static final String TIMED = "{\"timestamp\": \"2026-11-21T01:15:00Z\"}";
  private static final Currency JPY = Currency.getInstance("JPY");
  private static final OrderLine TEA =
      new OrderLine(new ItemId("tea"), null, 1, new BigDecimal("1080"));

  @Test
  void readsAPurchaseWithAllFields() {
    ShopEvent event =
        one(
            """
            {"detail-type": "Order Completed", "time": "2026-11-21T02:00:00Z", "detail": {
              "type": "track", "event": "Order Completed", "timestamp": "2026-11-21T10:15:00+09:00",
              "userId": "c-1", "anonymousId": "v-1",
              "context": {"traits": {"email": "hanako@example.com", "name": "山田 花子",
                "language": "ja", "timezone": "Asia/Tokyo", "consent": {"advertising": true,
                "at": "2026-11-21T01:14:00Z", "source": "checkout", "wording": "2026-04"}}},
              "properties": {"order_id": "o-1", "currency": "JPY", "total": 5270, "shipping": 550,
                "discount": 500, "products": [
                  {"product_id": "tea", "name": "煎茶", "price": 1080, "quantity": 2},
                  {"product_id": "cup", "price": 2400.50}]}}}
            """);

    assertThat(event)
        .isEqualTo(
            new Purchased(
                new OrderId("o-1"),
                new Who(new CustomerId("c-1"), new VisitorId("v-1")),
                AT,
                new Contact(
                    "hanako@example.com",
                    "山田 花子",
                    "ja",
                    "Asia/Tokyo",
                    new Consent(
                        true, Instant.parse("2026-11-21T01:14:00Z"), "checkout", "2026-04")),
                JPY,
                List.of(
                    new OrderLine(new ItemId("tea"), "煎茶", 2, new BigDecimal("1080")),
                    new OrderLine(new ItemId("cup"), null, 1, new BigDecimal("2400.5"))),
                new BigDecimal("5270"),
                new BigDecimal("550"),
                new BigDecimal("500")));
  }

  @Test
  void readsAPurchaseOfNobodyKnown() {
    assertThat(one(purchase("", "")))
        .isEqualTo(
            new Purchased(
                new OrderId("o-1"),
                Who.NOBODY,
                AT,
                Contact.NONE,
                JPY,
                List.of(TEA),
                null,
                null,
                null));
  }

  @Test
  void takesNumbersAsTextAndIdsAsNumbers() {
    String message =
        """
        {"detail": {"event": "Order Completed", "timestamp": "2026-11-21T01:15:00Z", "userId": 1001,
          "properties": {"order_id": 20261121000000000001, "currency": "JPY", "total": "2160",
            "shipping": "0", "products": [{"product_id": 4901234567894, "price": "1080",
            "quantity": "2.0"}]}}}
        """;

    assertThat(one(message))
        .isEqualTo(
            new Purchased(
                new OrderId("20261121000000000001"),
                Who.customer("1001"),
                AT,
                Contact.NONE,
                JPY,
                List.of(
                    new OrderLine(new ItemId("4901234567894"), null, 2, new BigDecimal("1080"))),
                new BigDecimal("2160"),
                BigDecimal.ZERO,
                null));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1e3, 1000",
    "1e11, 100000000000",
    "999999999999.999999, 999999999999.999999",
    "0.000001, 0.000001",
    "-0.0, 0",
    "'\"1E+2\"', 100",
    "'\"18.50\"', 18.50",
  })
  void readsAmounts(String json, String amount) {
    Purchased purchased = (Purchased) one(purchase("\"total\": " + json, ""));

    assertThat(purchased.total()).isEqualByComparingTo(amount);
  }

  @Test
  void doesNotTakeRevenueForWhatWasPaid() {
    Purchased purchased = (Purchased) one(purchase("\"revenue\": 1000, \"tax\": 80", ""));

    assertThat(purchased.total()).isNull();
  }

  @Test
  void readsACancellation() {
    String message = event("Order Cancelled", "\"order_id\": \"o-1\"", "\"userId\": \"c-1\"");

    assertThat(one(message)).isEqualTo(new Cancelled(new OrderId("o-1"), Who.customer("c-1"), AT));
  }

  @Test
  void readsARefundOfAWholeOrder() {
    String message = event("Order Refunded", "\"order_id\": \"o-1\"", "\"userId\": \"c-1\"");

    assertThat(one(message))
        .isEqualTo(
            new Refunded(
                new OrderId("o-1"), new OrderId("o-1"), Who.customer("c-1"), AT, List.of()));
  }

  @Test
  void readsARefundOfSomeLinesWithoutTheOrder() {
    String message =
        event(
            "Order Refunded",
            "\"refund_id\": \"r-1\", \"products\": [{\"product_id\": \"tea\", \"price\": 1080}]",
            "\"userId\": \"c-1\"");

    assertThat(one(message))
        .isEqualTo(new Refunded(new OrderId("r-1"), null, Who.customer("c-1"), AT, List.of(TEA)));
  }

  @ParameterizedTest
  @CsvSource({"Product Viewed, VIEWED", "Product Added, ADDED", "Product Removed, REMOVED"})
  void readsABrowse(String name, Browsed.Action action) {
    String message = event(name, "\"product_id\": \"tea\"", "\"anonymousId\": \"v-1\"");

    assertThat(one(message))
        .isEqualTo(new Browsed(action, new ItemId("tea"), Who.visitor("v-1"), AT));
  }

  @Test
  void readsABatchOfBrowsesWithTheEnvelopesTimeWhereTheyHaveNone() {
    String message =
        """
        {"detail-type": "Browse Batch", "time": "2026-11-21T01:15:00Z", "detail": {"batch": [
          {"event": "Product Viewed", "anonymousId": "v-1", "properties": {"product_id": "tea"}},
          {"event": "Product Added", "userId": "c-1", "timestamp": "2026-11-21T01:14:00Z",
            "properties": {"product_id": "cup"}}]}}
        """;

    assertThat(EventJson.read(message))
        .containsExactly(
            new Browsed(Browsed.Action.VIEWED, new ItemId("tea"), Who.visitor("v-1"), AT),
            new Browsed(
                Browsed.Action.ADDED, new ItemId("cup"), Who.customer("c-1"), AT.minusSeconds(60)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"type\": \"identify\"", "\"event\": \"identify\""})
  void readsAnIdentifyWithAllFields(String name) {
    String message =
        """
        {"detail": {%s, "timestamp": "2026-11-21T01:15:00Z", "userId": "c-1", "anonymousId": "v-1",
          "context": {"locale": "en-GB", "timezone": "Europe/London"},
          "traits": {"email": " anna@example.com ", "firstName": "Anna", "lastName": "Smith",
            "consent": {"advertising": false, "at": "2026-11-21T01:14:00Z"}}}}
        """
            .formatted(name);

    assertThat(one(message))
        .isEqualTo(
            new Identified(
                new CustomerId("c-1"),
                new VisitorId("v-1"),
                AT,
                new Contact(
                    "anna@example.com",
                    "Anna Smith",
                    "en-GB",
                    "Europe/London",
                    new Consent(false, Instant.parse("2026-11-21T01:14:00Z"), null, null))));
  }

  @Test
  void readsAnswersAboutAllAdvertisingAndAboutSingleKinds() {
    Contact contact =
        consents(
            """
            [{"advertising": true, "at": "2026-11-21T01:14:00Z", "source": "checkout"},
             {"advertising": false, "at": "2026-11-21T01:14:00Z", "wording": "3", "kind": "recommendation"}]
            """);
    Instant at = Instant.parse("2026-11-21T01:14:00Z");

    assertThat(contact.consent()).isEqualTo(new Consent(true, at, "checkout", null));
    assertThat(contact.kinds())
        .containsExactly(new Consent(false, at, null, "3", "recommendation"));
  }

  @Test
  void oneAnswerMayBeAboutOneKind() {
    Contact contact =
        consents(
            """
            {"advertising": true, "at": "2026-11-21T01:14:00Z", "kind": "browse-follow-up"}
            """);

    assertThat(contact.consent()).isNull();
    assertThat(contact.kinds())
        .singleElement()
        .extracting(Consent::kind)
        .isEqualTo("browse-follow-up");
  }

  @Test
  void ofSeveralAnswersAboutTheSameTheOneThatCountsIsTaken() {
    Contact contact =
        consents(
            """
            [{"advertising": true, "at": "2026-11-21T01:15:00Z"},
             {"advertising": false, "at": "2026-11-21T01:15:00Z"},
             {"advertising": true, "at": "2026-11-21T01:14:00Z"},
             {"advertising": false, "at": "2026-11-21T01:13:00Z", "kind": "recommendation"},
             {"advertising": true, "at": "2026-11-21T01:14:00Z", "kind": "recommendation"}]
            """);

    assertThat(contact.consent())
        .isEqualTo(new Consent(false, Instant.parse("2026-11-21T01:15:00Z"), null, null));
    assertThat(contact.kinds()).singleElement().extracting(Consent::advertising).isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"advertising\": true, \"at\": \"2026-11-21T01:14:00Z\", \"kind\": \"s3cret\"}"
            + " | detail.traits.consent.kind: must be one of recommendation, browse-follow-up",
        "{\"advertising\": true, \"at\": \"2026-11-21T01:14:00Z\", \"kind\": 7}"
            + " | detail.traits.consent.kind: must be a text",
        "[{\"advertising\": true}]"
            + " | detail.traits.consent[0].at: is required: when the customer said so",
        "[7] | detail.traits.consent[0]: must be an object",
        "7 | detail.traits.consent: must be an object",
      })
  void anAnswerThatCannotBeUnderstoodNamesItsField(String consent, String problem) {
    assertThatThrownBy(() -> consents(consent))
        .isInstanceOf(MalformedEvent.class)
        .hasMessage(problem);
  }

  private static Contact consents(String consent) {
    return ((Identified) one(identify("\"consent\": " + consent))).contact();
  }

  @ParameterizedTest
  @CsvSource({
    "Anna, Smith, Anna Smith",
    "花子, 山田, 山田 花子",
    "はなこ, Yamada, Yamada はなこ",
    "Anna, '', Anna",
    "'', 山田, 山田",
  })
  void putsANameTogetherAsItsScriptDoes(String first, String last, String name) {
    String traits = "\"firstName\": \"%s\", \"lastName\": \"%s\"".formatted(first, last);
    Identified identified = (Identified) one(identify(traits));

    assertThat(identified.contact().name()).isEqualTo(name);
  }

  @Test
  void readsAnItemWithAllFields() {
    String message =
        event(
            "Item Updated",
            """
            "product_id": "cup", "name": "湯呑み", "url": "https://www.shop.example/cup",
            "image_url": "https://www.shop.example/cup.jpg", "price": "2400", "currency": "JPY",
            "stock": "12", "category": "器", "family": "cups", "published": false
            """,
            "");

    assertThat(one(message))
        .isEqualTo(
            new ItemUpdated(
                new ItemId("cup"),
                AT,
                "湯呑み",
                "https://www.shop.example/cup",
                "https://www.shop.example/cup.jpg",
                new BigDecimal("2400"),
                JPY,
                12,
                "器",
                "cups",
                false));
  }

  @Test
  void takesAnItemWithoutTheRestAsPublishedAndNotCounted() {
    String message = event("Item Updated", "\"product_id\": \"cup\", \"name\": \"Cup\"", "");

    assertThat(one(message))
        .isEqualTo(
            new ItemUpdated(
                new ItemId("cup"), AT, "Cup", null, null, null, null, null, null, null, true));
  }

  @Test
  void takesTheEventsNameFromTheEnvelopeWhereTheDetailHasNone() {
    String message =
        """
        {"detail-type": "Order Cancelled", "time": "2026-11-21T01:15:00Z",
          "detail": {"properties": {"order_id": "o-1"}}}
        """;

    assertThat(one(message)).isEqualTo(new Cancelled(new OrderId("o-1"), Who.NOBODY, AT));
  }

  @Test
  void ignoresWhatItDoesNotKnowAndTakesNullForAbsent() {
    String message =
        purchase(
            "\"coupon\": {\"a\": [1]}, \"total\": null",
            "\"userId\": null, \"context\": null, \"integrations\": {\"All\": true}");

    assertThat(one(message)).isEqualTo(one(purchase("", "")));
  }

  @Test
  void takesAnIdOf64BytesAndAnOrderOf2000Lines() {
    String id = "注".repeat(21) + "x";
    String lines = "{\"product_id\": \"" + id + "\", \"price\": 1},";
    String message = order("o-1", lines.repeat(1_999) + "{\"product_id\": 1, \"price\": 1}");

    Purchased purchased = (Purchased) one(message);

    assertThat(purchased.lines()).hasSize(2_000).first().extracting("item").hasToString(id);
  }

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

  private static final String PRODUCTS =
      "\"products\": [{\"product_id\": \"tea\", \"price\": 1080}]";
  private static final String SAID = "\"at\": \"2026-11-21T00:00:00Z\"";

  private static Arguments malformed(String field, String what, String message) {
    return Arguments.of(field, what, message);
  }

  private static ShopEvent one(String message) {
    List<ShopEvent> events = EventJson.read(message);
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  private static String detail(String fields) {
    return "{\"time\": \"2026-11-21T01:15:00Z\", \"detail\": {" + fields + "}}";
  }

  private static String with(String name, String text, String detail) {
    return "{\"%s\": \"%s\", \"detail\": %s}".formatted(name, text, detail);
  }

  private static String raw(String event, String properties) {
    return detail("\"event\": \"" + event + "\", \"properties\": " + properties);
  }

  private static String event(String name, String properties, String more) {
    String rest = more.isEmpty() ? "" : ", " + more;
    return detail("\"event\": \"" + name + "\", \"properties\": {" + properties + "}" + rest);
  }

  private static String timed(@Nullable String timestamp) {
    return "{\"detail\": {\"event\": \"Order Cancelled\", \"timestamp\": " + timestamp + "}}";
  }

  private static String completed(String properties) {
    return event("Order Completed", properties, "");
  }

  private static String purchase(String properties, String more) {
    String rest = properties.isEmpty() ? "" : ", " + properties;
    return event(
        "Order Completed",
        "\"order_id\": \"o-1\", \"currency\": \"JPY\", " + PRODUCTS + rest,
        more);
  }

  private static String order(String id, String lines) {
    return completed(
        "\"order_id\": \"%s\", \"currency\": \"JPY\", \"products\": [%s]".formatted(id, lines));
  }

  private static String line(String price) {
    return "{\"product_id\": \"tea\", \"price\": " + price + "}";
  }

  private static String lines(int count) {
    return (line("1") + ",").repeat(count - 1) + line("1");
  }

  private static String named(String name) {
    return "{\"product_id\": \"tea\", \"price\": 1, \"name\": \"" + name + "\"}";
  }

  private static String quantity(String quantity) {
    return "{\"product_id\": \"tea\", \"price\": 1, \"quantity\": " + quantity + "}";
  }

  private static String identify(String traits) {
    return detail("\"type\": \"identify\", \"userId\": \"c-1\", \"traits\": {" + traits + "}");
  }

  private static String consent(String fields) {
    return identify("\"consent\": {" + fields + "}");
  }

  private static String item(String fields) {
    String name = fields.startsWith("\"name\"") ? "" : "\"name\": \"Cup\", ";
    return event("Item Updated", "\"product_id\": \"cup\", " + name + fields, "");
  }

  private static String batch(String entries) {
    return detail("\"batch\": [" + entries + "]");
  }

  private static String anonymous(String id) {
    return "\"anonymousId\": \"" + id + "\"";
  }

  /** An id of so many bytes that holds the secret. */
  private static String id(int bytes) {
    return SECRET + "x".repeat(bytes - SECRET.length());
  }

  /** An id of so many characters of three bytes. */
  private static String wide(int characters) {
    return "注".repeat(characters);
  }
}
