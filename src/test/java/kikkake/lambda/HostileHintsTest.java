package kikkake.lambda;

import static kikkake.lambda.Hostile.field;
import static kikkake.lambda.Hostile.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kikkake.Fixtures;
import kikkake.Mutation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The queues of hints and of SES's events: what is wrong is refused by name and changes nothing.
 */
class HostileHintsTest {
  private static final String HINT = Hostile.secret(Fixtures.body("send"));
  private static final String BOUNCE = Hostile.secret(Fixtures.body("bounce"));
  private static final String TAGS = "/detail/mail/tags";

  enum Queue {
    SENDS,
    FEEDBACK;

    SQSBatchResponse take(ColdFunctions shop, String... messages) {
      return switch (this) {
        case SENDS -> shop.send(messages);
        case FEEDBACK -> shop.feedback(messages);
      };
    }
  }

  /** A wrong message to a queue, and how the complaint begins. */
  record Case(Queue queue, String message, String complaint) {
    @Override
    public String toString() {
      return queue + " " + message.substring(0, Math.min(60, message.length()));
    }
  }

  static Stream<Case> hints() {
    return Stream.of(
            Hostile.noMessages(HINT).values().stream().map(m -> new Case(Queue.SENDS, m, "")),
            Stream.of("/customer", "/mail", "/key")
                .flatMap(place ->
                    wrong(Queue.SENDS, HINT, place, Hostile.noTexts(), "customer", "mail", "key")),
            wrong(
                Queue.SENDS,
                HINT,
                "/mail",
                List.of(text(""), text("THANK-YOU"), text("thank-you#o"), text(Hostile.NAME)),
                "mail: "),
            wrong(
                Queue.SENDS,
                HINT,
                "/key",
                List.of(text(""), text("x".repeat(65)), text("x".repeat(2_000)), text("a\nb")),
                "key: "))
        .flatMap(each -> each);
  }

  static Stream<Case> feedback() {
    ArrayNode crowd = Hostile.JSON.arrayNode();
    for (int i = 0; i < 5_000; i++) {
      crowd.addObject().put("emailAddress", i + Hostile.ADDRESS);
    }
    return Stream.of(
            Hostile.noMessages(BOUNCE).values().stream().map(m -> new Case(Queue.FEEDBACK, m, "")),
            wrong(
                Queue.FEEDBACK, BOUNCE, "/detail/mail/messageId", Hostile.noTexts(), "detail.mail"),
            wrong(
                Queue.FEEDBACK, BOUNCE, "/detail/mail/timestamp", Hostile.noTimes(), "detail.mail"),
            wrong(Queue.FEEDBACK, BOUNCE, "/detail/mail", Hostile.noObjects(), "detail.mail"),
            wrong(Queue.FEEDBACK, BOUNCE, "/detail", Hostile.noObjects(), "detail.mail"),
            wrong(
                Queue.FEEDBACK,
                BOUNCE,
                "/detail/eventType",
                List.of(text(""), Hostile.JSON.nullNode()),
                "detail.eventType"),
            wrong(Queue.FEEDBACK, BOUNCE, TAGS + "/kikkake-send/0", sendIds(), "detail.mail.tags"),
            wrong(
                Queue.FEEDBACK,
                BOUNCE,
                TAGS + "/kikkake-attempt/0",
                List.of(text("one"), text("9".repeat(400)), text("1.5"), text(Hostile.NAME)),
                "detail.mail.tags"),
            wrong(
                Queue.FEEDBACK,
                BOUNCE,
                "/detail/bounce/bouncedRecipients",
                List.of(crowd),
                "detail"))
        .flatMap(each -> each);
  }

  private static List<JsonNode> sendIds() {
    return Stream.of(
            "",
            "c-1001",
            "c-1001\nthank-you",
            Hostile.CUSTOMER + "\nno-such-mail\no-1",
            Hostile.CUSTOMER + "\nthank-you\n",
            Hostile.CUSTOMER + "\nthank-you\n" + "x".repeat(2_000),
            Hostile.CUSTOMER + "\nthank-you\na\nb",
            "\nthank-you\no-1",
            "x".repeat(65) + "\nthank-you\no-1")
        .map(id -> text(Base64.getUrlEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8))))
        .map(JsonNode.class::cast)
        .toList();
  }

  private static Stream<Case> wrong(
      Queue queue, String message, String place, List<JsonNode> values, String... complaints) {
    return values.stream()
        .map(value ->
            new Case(
                queue,
                Hostile.with(message, place, value),
                Stream.of(complaints)
                    .filter(field(place)::startsWith)
                    .findFirst()
                    .orElse(complaints[0])));
  }

  @ParameterizedTest
  @MethodSource({"hints", "feedback"})
  void isRefusedByNameAndChangesNothing(Case wrong) {
    ColdFunctions shop = Hostile.shopWithAnOrder();
    Set<Map<String, AttributeValue>> before = shop.rows();

    Hostile.quickly(() ->
        assertThat(wrong.queue().take(shop, wrong.message()).getBatchItemFailures()).isEmpty());

    assertThat(shop.rows()).isEqualTo(before);
    assertThat(shop.deadLetters)
        .singleElement()
        .asString()
        .contains(": ")
        .startsWith(wrong.complaint());
    assertThat(shop.mailer.mails()).isEmpty();
    Hostile.assertTellsNothing(Stream.of(shop.context.log(), shop.deadLetters.getFirst()));
  }

  @ParameterizedTest
  @MethodSource({"hints", "feedback"})
  void harmsNothingBesideIt(Case wrong) {
    ColdFunctions shop = Hostile.shopWithAnOrder();
    Set<Map<String, AttributeValue>> before = shop.rows();
    String good = wrong.queue() == Queue.SENDS ? HINT : BOUNCE;

    wrong.queue().take(shop, wrong.message(), good);

    assertThat(shop.rows()).isNotEqualTo(before);
    assertThat(shop.deadLetters).hasSize(1);
  }

  static Stream<Integer> seeds() {
    return Stream.iterate(1, seed -> seed <= 100, seed -> seed + 1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void spoiltMessagesAreReadOrRefused(int seed) {
    Mutation mutation = new Mutation(seed);
    ColdFunctions shop = Hostile.shopWithAnOrder();
    List<String> feedback = List.of("bounce", "complaint", "delivery");
    String event = mutation.of(Hostile.secret(Fixtures.body(feedback.get(seed % 3))));
    String hint = mutation.of(HINT);

    Hostile.quickly(() -> {
      assertThat(shop.feedback(event).getBatchItemFailures()).as(event).isEmpty();
      assertThat(shop.send(hint).getBatchItemFailures()).as(hint).isEmpty();
    });

    assertThat(shop.mailer.mails()).hasSizeLessThan(2);
    Hostile.assertTellsNothing(
        Stream.concat(Stream.of(shop.context.log()), shop.deadLetters.stream()));
  }

  @Test
  void theGoodOnesAreGood() {
    ColdFunctions shop = Hostile.shopWithAnOrder();

    shop.send(HINT);
    shop.feedback(BOUNCE);

    assertThat(shop.deadLetters).isEmpty();
    assertThat(shop.mailer.mails()).hasSize(1);
  }
}
