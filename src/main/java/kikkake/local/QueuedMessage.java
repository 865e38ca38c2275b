package kikkake.local;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message on a queue.
 *
 * @param number its place among all messages of the queue
 * @param attributes its message attributes, all of type String
 * @param received how often it was received
 * @param reason why its last delivery failed, or "" when none failed
 */
record QueuedMessage(
    String id,
    long number,
    String body,
    Map<String, String> attributes,
    Instant sentAt,
    Instant visibleAt,
    int received,
    @Nullable Instant firstReceivedAt,
    String reason) {
  QueuedMessage {
    attributes = Map.copyOf(attributes);
  }

  /** The same message, taken by somebody and hidden from everybody else for a while. */
  QueuedMessage receivedAt(Instant now, Duration hidden) {
    return new QueuedMessage(
        id,
        number,
        body,
        attributes,
        sentAt,
        now.plus(hidden),
        received + 1,
        firstReceivedAt == null ? now : firstReceivedAt,
        reason);
  }

  QueuedMessage failed(String why) {
    return new QueuedMessage(
        id, number, body, attributes, sentAt, visibleAt, received, firstReceivedAt, why);
  }

  /** The same message on the dead-letter queue, with the reason among its attributes. */
  QueuedMessage dead(long deadNumber, Instant now) {
    var all = new HashMap<>(attributes);
    all.put(LocalQueue.REASON, reason.isEmpty() ? "it was not deleted in time" : reason);
    return new QueuedMessage(
        id, deadNumber, body, all, sentAt, now, 0, null, all.get(LocalQueue.REASON));
  }

  String receiptHandle() {
    return id + "#" + received;
  }

  static String idOf(String receiptHandle) {
    int end = receiptHandle.indexOf('#');
    return end < 0 ? receiptHandle : receiptHandle.substring(0, end);
  }

  /** SQS's system attributes. */
  Map<String, String> systemAttributes() {
    Instant first = firstReceivedAt == null ? sentAt : firstReceivedAt;
    return Map.of(
        "ApproximateReceiveCount", Integer.toString(received),
        "SentTimestamp", Long.toString(sentAt.toEpochMilli()),
        "SenderId", LocalAws.ACCOUNT,
        "ApproximateFirstReceiveTimestamp", Long.toString(first.toEpochMilli()));
  }

  /** The record that Lambda hands to a function. */
  SQSEvent.SQSMessage forLambda(String queue) {
    var message = new SQSEvent.SQSMessage();
    message.setMessageId(id);
    message.setReceiptHandle(receiptHandle());
    message.setBody(body);
    message.setMd5OfBody(md5(body.getBytes(StandardCharsets.UTF_8)));
    message.setAttributes(new HashMap<>(systemAttributes()));
    var messageAttributes = new HashMap<String, SQSEvent.MessageAttribute>();
    attributes.forEach((name, value) -> messageAttributes.put(name, attribute(value)));
    message.setMessageAttributes(messageAttributes);
    message.setEventSource("aws:sqs");
    message.setEventSourceArn(arn(queue));
    message.setAwsRegion(LocalAws.REGION.id());
    return message;
  }

  static String arn(String queue) {
    return "arn:aws:sqs:" + LocalAws.REGION.id() + ":" + LocalAws.ACCOUNT + ":" + queue;
  }

  static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5", e);
    }
  }

  private static SQSEvent.MessageAttribute attribute(String value) {
    var attribute = new SQSEvent.MessageAttribute();
    attribute.setDataType("String");
    attribute.setStringValue(value);
    return attribute;
  }
}
