package kikkake.lambda;

import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Puts messages that can never succeed on the function's own dead-letter queue. */
final class SqsDeadLetters implements DeadLetters {
  private final SqsClient client;
  private final String queueUrl;

  SqsDeadLetters(SqsClient client, String queueUrl) {
    this.client = client;
    this.queueUrl = queueUrl;
  }

  @Override
  public void put(String message, String reason) {
    MessageAttributeValue why =
        MessageAttributeValue.builder().dataType("String").stringValue(reason).build();
    client.sendMessage(
        r -> r.queueUrl(queueUrl).messageBody(message).messageAttributes(Map.of("Reason", why)));
  }
}
