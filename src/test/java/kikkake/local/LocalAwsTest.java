package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

class LocalAwsTest {
  private static final Instant NOON = Instant.parse("2026-04-01T03:00:00.500Z");

  private final LocalQueue queue =
      new LocalQueue("events", () -> NOON, LocalQueue.Settings.usual());
  private final LocalAws aws =
      LocalAws.start(
          0,
          () -> NOON,
          new LocalSes(() -> NOON, new LocalInbox(), queue::send),
          new LocalEventBus(() -> NOON, queue::send),
          List.of(queue));
  private final SqsClient sqs =
      SqsClient.builder()
          .endpointOverride(aws.endpoint())
          .region(LocalAws.REGION)
          .credentialsProvider(LocalAws.CREDENTIALS)
          .httpClient(UrlConnectionHttpClient.create())
          .build();
  private final String url = aws.queueUrl(queue);

  @AfterEach
  void close() {
    sqs.close();
    aws.close();
  }

  @Test
  void putsAMessageOfTheRealClientOnTheQueue() {
    String id =
        sqs.sendMessage(send ->
                send.queueUrl(url)
                    .messageBody("お茶")
                    .messageAttributes(
                        Map.of(
                            "origin",
                            MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("pos")
                                .build())))
            .messageId();

    var received =
        sqs.receiveMessage(
            receive -> receive.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All"));
    assertThat(received.messages())
        .singleElement()
        .satisfies(message -> {
          assertThat(message.messageId()).isEqualTo(id);
          assertThat(message.body()).isEqualTo("お茶");
          assertThat(message.messageAttributes()).containsKey("origin");
        });
    sqs.deleteMessage(delete ->
        delete.queueUrl(url).receiptHandle(received.messages().getFirst().receiptHandle()));
    assertThat(queue.size()).isZero();
  }

  @Test
  void takesABatchAndCountsIt() {
    var entries =
        List.of("a", "b").stream()
            .map(body -> SendMessageBatchRequestEntry.builder().id(body).messageBody(body).build())
            .toList();

    var result = sqs.sendMessageBatch(send -> send.queueUrl(url).entries(entries));

    assertThat(result.successful()).extracting(e -> e.id()).containsExactly("a", "b");
    assertThat(result.failed()).isEmpty();
    assertThat(
            sqs.getQueueAttributes(get ->
                    get.queueUrl(url)
                        .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes())
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "2");
  }

  @Test
  void findsAQueueByItsName() {
    assertThat(sqs.getQueueUrl(get -> get.queueName("events-dead")).queueUrl())
        .isEqualTo(url + "-dead");
    assertThatThrownBy(() -> sqs.getQueueUrl(get -> get.queueName("nothing")))
        .isInstanceOf(QueueDoesNotExistException.class);
  }

  @Test
  void wrapsAnEventInTheEnvelope() throws Exception {
    var response =
        post(
            "AWSEvents.PutEvents",
            """
            {"Entries": [
              {"Source": "shop", "DetailType": "Order Completed", "Detail": "{\\"orderId\\": \\"o-1\\"}"},
              {"Source": "shop", "DetailType": "Order Completed", "Detail": "{", "Time": 1775012400}
            ]}
            """);

    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode answer = LocalHttp.JSON.readTree(response.body());
    assertThat(answer.path("FailedEntryCount").asInt()).isEqualTo(1);
    assertThat(answer.at("/Entries/1/ErrorCode").asText()).isEqualTo("MalformedDetail");
    String event = queue.receive(NOON, 10).getFirst().body();
    assertThat(LocalHttp.JSON.readTree(event))
        .isEqualTo(
            LocalHttp.JSON.readTree(
                """
                {"version": "0", "id": "%s", "detail-type": "Order Completed", "source": "shop",
                 "account": "000000000000", "time": "2026-04-01T03:00:00Z", "region": "us-east-1",
                 "resources": [], "detail": {"orderId": "o-1"}}
                """
                    .formatted(answer.at("/Entries/0/EventId").asText())));
  }

  @Test
  void saysWhatItDoesNotKnow() throws Exception {
    assertThatThrownBy(() -> sqs.purgeQueue(purge -> purge.queueUrl(url)))
        .isInstanceOf(SqsException.class)
        .hasMessageContaining("AmazonSQS.PurgeQueue");
    var response = post("AWSStepFunctions.StartExecution", "{}");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("UnknownOperationException", "StartExecution");
  }

  private HttpResponse<String> post(String target, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(aws.endpoint() + "/"))
            .header("X-Amz-Target", target)
            .header("Content-Type", "application/x-amz-json-1.1")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
