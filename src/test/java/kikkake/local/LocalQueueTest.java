package kikkake.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LocalQueueTest {
  private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");

  private final List<List<String>> batches = new ArrayList<>();
  private final LocalQueue queue = queue(2);

  @Test
  void deliversInOrderAndInBatches() {
    List.of("a", "b", "c").forEach(queue::send);
    queue.deliverTo(this::remember);

    assertThat(queue.drain(NOON)).isEqualTo(3);

    assertThat(batches).containsExactly(List.of("a", "b"), List.of("c"));
    assertThat(queue.size()).isZero();
  }

  @Test
  void bringsBackOnlyWhatWasReportedAsFailed() {
    List.of("good", "bad").forEach(queue::send);
    queue.deliverTo(event -> failed(event, "bad"));

    assertThat(queue.drain(NOON)).isEqualTo(2);
    assertThat(queue.drain(NOON.plusSeconds(59))).isZero();
    queue.deliverTo(this::remember);
    assertThat(queue.drain(NOON.plusSeconds(60))).isEqualTo(1);

    assertThat(batches).containsExactly(List.of("bad"));
  }

  @Test
  void bringsTheWholeBatchBackAfterAnException() {
    List.of("a", "b").forEach(queue::send);
    queue.deliverTo(_ -> {
      throw new IllegalStateException("no database");
    });
    queue.drain(NOON);

    queue.deliverTo(this::remember);
    queue.drain(NOON.plusSeconds(60));

    assertThat(batches).containsExactly(List.of("a", "b"));
  }

  @Test
  void bringsTheWholeBatchBackWhenAnUnknownIdIsReported() {
    List.of("a", "b").forEach(queue::send);
    queue.deliverTo(_ -> new SQSBatchResponse(List.of(new BatchItemFailure("nobody"))));
    queue.drain(NOON);

    assertThat(queue.size()).isEqualTo(2);
  }

  @Test
  void givesAMessageUpAfterItsLastTry() {
    queue.send("bad", Map.of("origin", "pos"));
    queue.deliverTo(_ -> {
      throw new IllegalStateException("no database");
    });
    queue.drain(NOON);
    queue.drain(NOON.plusSeconds(60));
    assertThat(queue.deadLetters()).isEmpty();

    assertThat(queue.drain(NOON.plusSeconds(120))).isZero();

    assertThat(queue.size()).isZero();
    assertThat(queue.deadLetters())
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.body()).isEqualTo("bad");
          assertThat(letter.reason()).contains("no database");
          assertThat(letter.attributes()).containsEntry("origin", "pos");
          assertThat(letter.attributes()).containsKey(LocalQueue.REASON);
        });
  }

  @Test
  void redrivesDeadLettersUnderANewId() {
    String first = queue.send("bad");
    queue.deliverTo(event -> failed(event, "bad"));
    for (int minute = 0; minute < 3; minute++) {
      queue.drain(NOON.plusSeconds(60L * minute));
    }

    assertThat(queue.redrive()).isEqualTo(1);

    var ids = new ArrayList<String>();
    queue.deliverTo(event -> {
      event.getRecords().forEach(message -> ids.add(message.getMessageId()));
      return null;
    });
    queue.drain(NOON);
    assertThat(ids).hasSize(1).doesNotContain(first);
    assertThat(queue.deadLetters()).isEmpty();
  }

  @Test
  void tellsTheFunctionHowOftenAMessageWasReceivedAndWhenItWasSent() {
    var seen = new ArrayList<SQSMessage>();
    queue.send("bad", Map.of("origin", "pos"));
    queue.deliverTo(event -> {
      seen.addAll(event.getRecords());
      return failed(event, "bad");
    });
    queue.drain(NOON);
    queue.drain(NOON.plusSeconds(60));

    assertThat(seen)
        .extracting(message -> message.getAttributes().get("ApproximateReceiveCount"))
        .containsExactly("1", "2");
    assertThat(seen.getFirst().getAttributes())
        .containsEntry("SentTimestamp", Long.toString(NOON.toEpochMilli()));
    assertThat(seen.getFirst().getMessageAttributes())
        .hasEntrySatisfying(
            "origin", origin -> assertThat(origin.getStringValue()).isEqualTo("pos"));
    assertThat(seen.getFirst().getEventSourceArn())
        .isEqualTo("arn:aws:sqs:us-east-1:000000000000:events");
    assertThat(seen.getFirst().getMd5OfBody()).isEqualTo("bae60998ffe4923b131e3d6e4c19993e");
  }

  @Test
  void givesTheSameIdsInEveryRun() {
    LocalQueue again = queue(2);

    assertThat(List.of(queue.send("a"), queue.send("a")))
        .containsExactly(again.send("a"), again.send("a"))
        .doesNotHaveDuplicates();
  }

  @Test
  void showsADelayedMessageWhenItsTimeHasCome() {
    queue.send("later", Map.of(), Duration.ofMinutes(5));
    queue.deliverTo(this::remember);

    assertThat(queue.drain(NOON)).isZero();
    assertThat(queue.nextVisibleAt()).contains(NOON.plusSeconds(300));
    assertThat(queue.drain(NOON.plusSeconds(300))).isEqualTo(1);
  }

  @Test
  void deliversWhatTheFunctionSendsWhileItRuns() {
    queue.send("a");
    queue.deliverTo(event -> {
      if (event.getRecords().getFirst().getBody().equals("a")) {
        queue.send("b");
      }
      return remember(event);
    });

    assertThat(queue.drain(NOON)).isEqualTo(2);
  }

  @Test
  void deliversByItselfOnceItIsStarted() throws InterruptedException {
    var delivered = new LinkedBlockingQueue<String>();
    var refusals = new AtomicInteger();
    try (var live =
        new LocalQueue(
            "live", Clock.systemUTC(), new LocalQueue.Settings(Duration.ofMillis(20), 5, 10))) {
      live.deliverTo(event -> {
        boolean refuse = refusals.getAndSet(0) > 0;
        SQSBatchResponse answer = failed(event, refuse ? "b" : "");
        event.getRecords().forEach(message -> delivered.add(message.getBody()));
        return answer;
      });
      live.send("a");
      live.start(Clock.systemUTC());
      assertThat(delivered.poll(10, SECONDS)).isEqualTo("a");
      refusals.set(1);

      live.send("b");

      assertThat(delivered.poll(10, SECONDS)).isEqualTo("b");
      assertThat(delivered.poll(10, SECONDS)).isEqualTo("b");
    }
  }

  @Test
  void cannotDeliverWithoutAFunction() {
    assertThatThrownBy(() -> queue.drain(NOON)).hasMessageContaining("deliverTo");
  }

  private static LocalQueue queue(int batchSize) {
    return new LocalQueue(
        "events", () -> NOON, new LocalQueue.Settings(Duration.ofMinutes(1), 2, batchSize));
  }

  private SQSBatchResponse remember(SQSEvent event) {
    batches.add(event.getRecords().stream().map(SQSMessage::getBody).toList());
    return new SQSBatchResponse(List.of());
  }

  private static SQSBatchResponse failed(SQSEvent event, String body) {
    return new SQSBatchResponse(
        event.getRecords().stream()
            .filter(message -> message.getBody().equals(body))
            .map(message -> new BatchItemFailure(message.getMessageId()))
            .toList());
  }
}
