package kikkake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kikkake.event.Beacon;
import kikkake.event.Browsed;
import kikkake.event.Cancelled;
import kikkake.event.Consent;
import kikkake.event.CustomerId;
import kikkake.event.EventJson;
import kikkake.event.Identified;
import kikkake.event.ItemUpdated;
import kikkake.event.MalformedEvent;
import kikkake.event.OrderId;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.ShopEvent;
import kikkake.event.VisitorId;
import kikkake.lambda.SendMessage;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.SesMailer;
import kikkake.mail.Tokens;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files under {@code events/} say what the code does. */
class FixturesTest {
  private static final CustomerId HANAKO = new CustomerId("c-1001");
  private static final OrderId ORDER = new OrderId("20261121-0001");
  private static final MailKey THANK_YOU = new MailKey(HANAKO, MailKind.THANK_YOU, ORDER.value());

  @Test
  void thereIsOneFileForEverythingThatCanArrive() {
    assertThat(Fixtures.names())
        .containsExactly(
            "bounce",
            "browse",
            "cancellation",
            "collect",
            "complaint",
            "delivery",
            "erase",
            "identify",
            "item",
            "malformed",
            "pause",
            "preferences-get",
            "preferences-post",
            "purchase",
            "rebuild",
            "refund",
            "reject",
            "release",
            "send",
            "slot",
            "studio",
            "unsubscribe-get",
            "unsubscribe-post",
            "why");
  }

  static Stream<String> queued() {
    return Stream.of(
        "bounce",
        "browse",
        "cancellation",
        "complaint",
        "delivery",
        "identify",
        "item",
        "malformed",
        "purchase",
        "refund",
        "send");
  }

  @ParameterizedTest
  @MethodSource("queued")
  void everyMessageLooksLikeOneOfTheQueue(String name) {
    SQSEvent batch = Fixtures.sqs(name);

    assertThat(batch.getRecords()).isNotEmpty();
    assertThat(batch.getRecords())
        .allSatisfy(message -> {
          assertThat(message.getMessageId()).isNotBlank();
          assertThat(message.getEventSource()).isEqualTo("aws:sqs");
          assertThat(message.getAttributes()).containsKey("ApproximateReceiveCount");
          assertThat(message.getMd5OfBody()).isEqualTo(md5(message.getBody()));
        });
  }

  @Test
  void thePurchaseIsAJapaneseOrder() {
    Purchased purchased = (Purchased) only("purchase");

    assertThat(purchased.order()).isEqualTo(ORDER);
    assertThat(purchased.who().customer()).isEqualTo(HANAKO);
    assertThat(purchased.occurredAt()).isEqualTo(Instant.parse("2026-11-21T01:15:00Z"));
    assertThat(purchased.contact().email()).isEqualTo("hanako@example.com");
    assertThat(purchased.contact().name()).isEqualTo("山田 花子");
    assertThat(purchased.contact().consent())
        .isEqualTo(new Consent(true, Instant.parse("2026-11-21T01:14:30Z"), "checkout", "2026-04"));
    assertThat(purchased.currency()).hasToString("JPY");
    assertThat(purchased.lines()).hasSize(3);
    assertThat(purchased.total()).isEqualByComparingTo("5270");
  }

  @Test
  void theOtherEventsBelongToIt() {
    assertThat(only("cancellation"))
        .isInstanceOfSatisfying(
            Cancelled.class,
            cancelled -> {
              assertThat(cancelled.order()).isEqualTo(ORDER);
              assertThat(cancelled.who().customer()).isEqualTo(HANAKO);
            });
    assertThat(only("refund"))
        .isInstanceOfSatisfying(
            Refunded.class,
            refunded -> {
              assertThat(refunded.order()).isEqualTo(ORDER);
              assertThat(refunded.lines()).hasSize(1);
            });
    assertThat(only("identify"))
        .isInstanceOfSatisfying(
            Identified.class,
            identified -> {
              assertThat(identified.customer()).isEqualTo(HANAKO);
              assertThat(identified.visitor()).isEqualTo(new VisitorId("v-7f3a"));
            });
    assertThat(only("item"))
        .isInstanceOfSatisfying(
            ItemUpdated.class, item -> assertThat(item.title()).isEqualTo("萩焼の湯呑み"));
    assertThat(EventJson.read(Fixtures.body("browse")))
        .extracting(event -> ((Browsed) event).action())
        .containsExactly(Browsed.Action.VIEWED, Browsed.Action.ADDED, Browsed.Action.REMOVED);
  }

  @Test
  void theBrowseIsWrittenAsCollectWritesIt() {
    JsonNode detail = EventJson.parse(Fixtures.body("browse")).get("detail");

    Beacon again = Beacon.read(detail.toString(), Instant.parse("2026-11-21T00:50:30Z"));

    assertThat(again.message()).isEqualTo(Fixtures.body("browse"));
  }

  @Test
  void oneOfTheMalformedIsGood() {
    List<String> bodies = Fixtures.bodies("malformed");

    assertThat(EventJson.read(bodies.get(0))).hasSize(1);
    assertThatThrownBy(() -> EventJson.read(bodies.get(1))).isInstanceOf(MalformedEvent.class);
  }

  @Test
  void theHintIsTheOneOfThePurchasesThankYou() {
    assertThat(Fixtures.body("send")).isEqualTo(SendMessage.write(THANK_YOU));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bounce", "complaint", "delivery", "reject"})
  void theEventsOfSesAreAboutThatMail(String name) {
    JsonNode event = EventJson.parse(Fixtures.body(name));
    JsonNode tags = event.at("/detail/mail/tags");

    assertThat(event.path("source").textValue()).isEqualTo("aws.ses");
    assertThat(tags.path(SesMailer.SEND_TAG).path(0).textValue()).isEqualTo(THANK_YOU.sendId());
    assertThat(tags.path(SesMailer.ATTEMPT_TAG).path(0).textValue()).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "collect",
        "preferences-get",
        "preferences-post",
        "slot",
        "unsubscribe-get",
        "unsubscribe-post"
      })
  void theRequestsAreOnesOfAnHttpApi(String name) {
    APIGatewayV2HTTPEvent request = Fixtures.http(name);

    assertThat(request.getVersion()).isEqualTo("2.0");
    assertThat(request.getRouteKey())
        .isEqualTo(request.getRequestContext().getRouteKey())
        .startsWith(request.getRequestContext().getHttp().getMethod() + " ");
    if (request.getBody() != null) {
      assertThat(request.getHeaders())
          .containsEntry("content-length", Integer.toString(request.getBody().length()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"preferences-get", "preferences-post", "unsubscribe-get", "unsubscribe-post"})
  void theTokenIsSignedForTheCustomerOfThePurchase(String name) {
    APIGatewayV2HTTPEvent request = Fixtures.http(name);
    String token = new Tokens(Fixtures.TOKEN_KEYS).sign(HANAKO);

    assertThat(request.getPathParameters()).isEqualTo(Map.of("token", token));
    assertThat(request.getRawPath()).isEqualTo((name.startsWith("u") ? "/u/" : "/p/") + token);
  }

  @ParameterizedTest
  @ValueSource(strings = {"release", "rebuild"})
  void theSchedulesEventsReadAsTheHandlersTakeThem(String name) {
    Map<?, ?> event = EventLoader.loadEvent(Fixtures.path(name), Map.class);

    assertThat(event.get("source")).isEqualTo("aws.scheduler");
    assertThat(event.get("detail-type")).isEqualTo("Scheduled Event");
  }

  @Test
  void theErasureNamesTheCustomerOfThePurchase() {
    Map<?, ?> request = EventLoader.loadEvent(Fixtures.path("erase"), Map.class);

    assertThat(request).isEqualTo(Map.of("customer", HANAKO.value()));
  }

  @Test
  void theQuestionIsAboutThePurchasesThankYou() {
    Map<?, ?> question = EventLoader.loadEvent(Fixtures.path("why"), Map.class);

    assertThat(question)
        .isEqualTo(
            Map.of(
                "customer",
                HANAKO.value(),
                "mail",
                MailKind.THANK_YOU.label() + "/" + ORDER,
                "language",
                "ja"));
  }

  @Test
  void theAlarmIsOneOfTheTemplate() throws IOException {
    Map<?, ?> event = EventLoader.loadEvent(Fixtures.path("pause"), Map.class);

    assertThat(event.get("source")).isEqualTo("aws.cloudwatch");
    assertThat(event.get("detail-type")).isEqualTo("CloudWatch Alarm State Change");
    assertThat(event.get("detail"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("alarmName", "kikkake-ComplaintRateAlarm");
    assertThat(Files.readString(Path.of("template.yaml"))).contains("\n  ComplaintRateAlarm:\n");
  }

  private static ShopEvent only(String name) {
    List<ShopEvent> events = EventJson.read(Fixtures.body(name));
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  private static String md5(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
