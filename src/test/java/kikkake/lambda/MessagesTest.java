package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kikkake.Fixtures;
import kikkake.event.EventJson;
import kikkake.event.MalformedEvent;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private final RecordingContext context = new RecordingContext();
  private final Map<String, String> dead = new LinkedHashMap<>();
  private final List<String> done = new ArrayList<>();

  @Test
  void doesEveryMessageInOrder() {
    SQSBatchResponse response = Messages.each(batch("a", "b"), context, dead::put, this::work);

    assertThat(response.getBatchItemFailures()).isEmpty();
    assertThat(done).containsExactly("a", "b");
    assertThat(dead).isEmpty();
    assertThat(context.log()).isEmpty();
  }

  @Test
  void aMalformedMessageGoesToTheDeadLettersWithItsReasonAndIsAcknowledged() {
    SQSBatchResponse response =
        Messages.each(batch("a", "malformed", "b"), context, dead::put, this::work);

    assertThat(response.getBatchItemFailures()).isEmpty();
    assertThat(done).containsExactly("a", "b");
    assertThat(dead).containsExactly(Map.entry("malformed", "detail.userId: is required"));
    assertThat(context.log()).isEqualTo("Dead letter id-1: detail.userId: is required");
  }

  @Test
  void aFailingMessageComesAgainAndTheOthersDoNot() {
    SQSBatchResponse response =
        Messages.each(batch("a", "failing", "b"), context, dead::put, this::work);

    assertThat(failed(response)).containsExactly("id-1");
    assertThat(done).containsExactly("a", "b");
    assertThat(dead).isEmpty();
  }

  @Test
  void saysWhereAFailureHappenedAndNotWhatItSays() {
    Messages.each(batch("failing"), context, dead::put, this::work);

    assertThat(context.log())
        .contains("Message id-0 failed", "IllegalStateException", "MessagesTest.work")
        .contains("caused by java.lang.ArithmeticException")
        .doesNotContain("anna@example.com");
  }

  @Test
  void aMalformedMessageThatCannotBeMovedComesAgain() {
    DeadLetters broken =
        (message, reason) -> {
          throw new IllegalStateException("no connection");
        };

    SQSBatchResponse response =
        Messages.each(batch("malformed", "a", "malformed"), context, broken, this::work);

    assertThat(failed(response)).containsExactly("id-0", "id-2");
    assertThat(done).containsExactly("a");
  }

  @Test
  void theBadOneOfTheFixtureDoesNotHarmTheGoodOne() {
    SQSBatchResponse response =
        Messages.each(
            Fixtures.sqs("malformed"),
            context,
            dead::put,
            message -> EventJson.read(message).forEach(event -> done.add(event.toString())));

    assertThat(response.getBatchItemFailures()).isEmpty();
    assertThat(done).hasSize(1);
    assertThat(dead)
        .containsExactly(
            Map.entry(
                Fixtures.bodies("malformed").get(1),
                "detail.properties.products[2].price: must be a number"));
    assertThat(context.log()).doesNotContain("six hundred", "example.com");
  }

  private void work(String message) {
    switch (message) {
      case "malformed" -> throw new MalformedEvent("detail.userId", "is required");
      case "failing" ->
          throw new IllegalStateException(
              "anna@example.com", new ArithmeticException("anna@example.com"));
      default -> done.add(message);
    }
  }

  private static List<String> failed(SQSBatchResponse response) {
    return response.getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private static SQSEvent batch(String... bodies) {
    List<SQSMessage> messages = new ArrayList<>();
    for (String body : bodies) {
      SQSMessage message = new SQSMessage();
      message.setMessageId("id-" + messages.size());
      message.setBody(body);
      messages.add(message);
    }
    SQSEvent batch = new SQSEvent();
    batch.setRecords(messages);
    return batch;
  }
}
