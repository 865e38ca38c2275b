package kikkake.event;

import static kikkake.event.MessageTexts.event;
import static kikkake.event.MessageTexts.identify;
import static kikkake.event.MessageTexts.one;
import static kikkake.event.MessageTexts.order;
import static kikkake.event.MessageTexts.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
  private static final Instant AT = Instant.parse("2026-11-21T01:15:00Z");
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
}
