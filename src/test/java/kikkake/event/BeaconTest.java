package kikkake.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeaconTest {
  private static final Instant NOW = Instant.parse("2026-11-21T00:50:30Z");
  private static final String VIEW = entry("Product Viewed", "tea", "2026-11-21T00:50:00Z");

  @Test
  void whatItWritesReadsBackAsWhatWasSent() {
    Beacon beacon =
        Beacon.read(
            """
            {"batch": [
              {"event": "Product Viewed", "anonymousId": "v-1", "timestamp": "2026-11-21T09:50:00+09:00",
                "properties": {"product_id": "湯呑み \\"萩\\""}},
              {"event": "Product Added", "anonymousId": "v-1", "userId": 1001,
                "timestamp": "2026-11-21T00:50:10.123Z", "properties": {"product_id": "tea"}},
              {"event": "Product Removed", "userId": "c-1", "properties": {"product_id": 42}}]}
            """,
            NOW);

    assertThat(beacon.accepted()).isEqualTo(3);
    assertThat(beacon.rejected()).isEmpty();
    assertThat(EventJson.read(beacon.message()))
        .containsExactly(
            new Browsed(
                Browsed.Action.VIEWED,
                new ItemId("湯呑み \"萩\""),
                Who.visitor("v-1"),
                Instant.parse("2026-11-21T00:50:00Z")),
            new Browsed(
                Browsed.Action.ADDED,
                new ItemId("tea"),
                new Who(new CustomerId("1001"), new VisitorId("v-1")),
                Instant.parse("2026-11-21T00:50:10.123Z")),
            new Browsed(Browsed.Action.REMOVED, new ItemId("42"), Who.customer("c-1"), NOW));
  }

  @Test
  void passesOnOnlyWhatItUnderstands() {
    String noisy =
        VIEW.replace("{\"event\"", "{\"context\": {\"ip\": \"192.0.2.1\"}, \"event\"")
            .replace("\"product_id\"", "\"email\": \"anna@example.com\", \"product_id\"");

    Beacon beacon = Beacon.read(batch(noisy), NOW);

    assertThat(beacon.accepted()).isEqualTo(1);
    assertThat(beacon.message()).doesNotContain("192.0.2.1", "anna@example.com");
  }

  @Test
  void acceptsTheGoodEventsOfABatchAndSaysWhatIsWrongWithTheOthers() {
    String identify = "{\"event\": \"identify\", \"userId\": \"c-1\"}";
    String nobody = VIEW.replace("\"anonymousId\": \"v-1\"", "\"ignored\": 1");

    Beacon beacon = Beacon.read(batch(VIEW, identify, "7", nobody, VIEW, "{}"), NOW);

    assertThat(beacon.accepted()).isEqualTo(2);
    assertThat(beacon.rejected())
        .containsExactly(
            "batch[1].event: must be Product Viewed, Product Added or Product Removed in a batch",
            "batch[2]: must be an object",
            "batch[3].anonymousId: is required where there is no userId",
            "batch[5].event: is required");
    assertThat(EventJson.read(beacon.message())).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    // by the browser's clock: sent at, looked at; and by ours: looked at
    "2026-11-21T00:50:30Z, 2026-11-21T00:50:00Z, 2026-11-21T00:50:00Z",
    "2027-11-21T00:50:30Z, 2027-11-21T00:50:00Z, 2026-11-21T00:50:00Z",
    "2026-11-20T23:50:30Z, 2026-11-20T23:40:30Z, 2026-11-21T00:40:30Z",
    "1999-12-31T23:59:59Z, 1999-12-31T23:59:57Z, 2026-11-21T00:50:28Z",
  })
  void correctsAClockThatIsWrong(String sentAt, String lookedAt, Instant ours) {
    Beacon beacon = Beacon.read(sent(sentAt, entry("Product Viewed", "tea", lookedAt)), NOW);

    assertThat(EventJson.read(beacon.message()))
        .extracting(ShopEvent::occurredAt)
        .containsExactly(ours);
  }

  @Test
  void takesAnEventWithoutATimeForOneOfNow() {
    String view = VIEW.replace("\"timestamp\"", "\"ignored\"");

    Beacon beacon = Beacon.read(sent("2001-01-01T00:00:00Z", view), NOW);

    assertThat(EventJson.read(beacon.message()))
        .extracting(ShopEvent::occurredAt)
        .containsExactly(NOW);
  }

  @Test
  void rejectsATimeThatTheCorrectionTakesOutOfBoundsWithoutHarmingTheRest() {
    String far = entry("Product Viewed", "cup", "2099-01-01T00:00:00Z");

    Beacon beacon = Beacon.read(sent("2001-01-01T00:00:00Z", VIEW, far), NOW);

    assertThat(beacon.rejected())
        .containsExactly("batch[1].timestamp: must be a time between the years 1990 and 2100");
    assertThat(EventJson.read(beacon.message())).hasSize(1);
  }

  @Test
  void takesFiftyEventsAndNotOneMore() {
    String fifty = (VIEW + ",").repeat(49) + VIEW;

    assertThat(Beacon.read(batch(fifty), NOW).accepted()).isEqualTo(50);
    assertThat(refusal(batch(fifty, VIEW)).getMessage())
        .isEqualTo("batch: must have at most 50 entries");
  }

  @Test
  void whatItWritesFitsAMessageOfTheQueue() {
    String id = "\\\\\\\"".repeat(32);
    String view =
        "{\"event\": \"Product Removed\", \"anonymousId\": \"%s\", \"userId\": \"%s\", \"properties\": {\"product_id\": \"%s\"}}"
            .formatted(id, id, id);

    Beacon beacon = Beacon.read(batch((view + ",").repeat(49) + view), NOW);

    assertThat(beacon.accepted()).isEqualTo(50);
    assertThat(beacon.message().length()).isLessThan(256 * 1024 / 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                | message
          s3cret                                            | message
          []                                                | message
          'null'                                            | message
          {}                                                | batch
          {"batch": []}                                     | batch
          {"batch": {"s3cret": 1}}                          | batch
          {"batch": "s3cret"}                               | batch
          {"batch": [{}], "sentAt": "s3cret"}               | sentAt
          {"batch": [{}], "sentAt": 1795222230000}          | sentAt
          {"batch": [{}], "sentAt": "2101-01-01T00:00:00Z"} | sentAt
          """)
  void refusesABeaconThatMakesNoSense(String body, String field) {
    MalformedEvent refusal = refusal(body);

    assertThat(refusal.field()).isEqualTo(field);
    assertThat(refusal.getMessage()).doesNotContain("s3cret");
  }

  @Test
  void refusesABeaconOfMoreThan100000Characters() {
    assertThat(refusal(batch(VIEW) + " ".repeat(100_000)).field()).isEqualTo("message");
  }

  private static MalformedEvent refusal(String body) {
    MalformedEvent refusal =
        catchThrowableOfType(MalformedEvent.class, () -> Beacon.read(body, NOW));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  private static String entry(String event, String item, String timestamp) {
    return """
    {"event": "%s", "anonymousId": "v-1", "timestamp": "%s", "properties": {"product_id": "%s"}}\
    """
        .formatted(event, timestamp, item);
  }

  private static String batch(String... entries) {
    return "{\"batch\": [" + String.join(", ", entries) + "]}";
  }

  private static String sent(String sentAt, String... entries) {
    return "{\"batch\": [" + String.join(", ", entries) + "], \"sentAt\": \"" + sentAt + "\"}";
  }
}
