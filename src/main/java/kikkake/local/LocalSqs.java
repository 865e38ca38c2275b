package kikkake.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The laptop's SQS: the JSON protocol that the SDK and the AWS CLI speak, over local queues. */
final class LocalSqs implements HttpHandler {
  static final String TARGET = "AmazonSQS.";
  private static final String CONTENT_TYPE = "application/x-amz-json-1.0";
  private static final int LONGEST_MESSAGE = 1024 * 1024;
  private static final int LONGEST_REQUEST = 8 * LONGEST_MESSAGE;

  private final InstantSource clock;
  private final Map<String, LocalQueue> queues = new TreeMap<>();

  LocalSqs(InstantSource clock, List<LocalQueue> queues) {
    this.clock = clock;
    for (LocalQueue queue : queues) {
      this.queues.put(queue.name(), queue);
      queue.deadLetterQueue().ifPresent(dead -> this.queues.put(dead.name(), dead));
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    byte[] body = LocalHttp.body(exchange, LONGEST_REQUEST);
    AwsAnswer answer;
    if (body == null) {
      answer = invalid("The request is longer than " + LONGEST_REQUEST + " bytes.");
    } else {
      String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
      String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
      answer = answer(target, body, host);
    }
    if ("QueueDoesNotExist".equals(answer.error())) {
      exchange
          .getResponseHeaders()
          .set("x-amzn-query-error", "AWS.SimpleQueueService.NonExistentQueue;Sender");
    }
    LocalHttp.reply(exchange, CONTENT_TYPE, answer);
  }

  private AwsAnswer answer(String target, byte[] body, String host) {
    JsonNode request;
    try {
      request = LocalHttp.JSON.readTree(body);
    } catch (IOException e) {
      return AwsAnswer.error(400, "SerializationException", "The request is not JSON.");
    }
    String url = request.path("QueueUrl").asText(request.path("QueueName").asText(""));
    LocalQueue queue = queues.get(url.substring(url.lastIndexOf('/') + 1));
    if (queue == null) {
      return AwsAnswer.error(
          400, "com.amazonaws.sqs#QueueDoesNotExist", "The specified queue does not exist.");
    }
    return switch (target.substring(target.indexOf('.') + 1)) {
      case "GetQueueUrl" -> ok(json().put("QueueUrl", LocalAws.queueUrl("http://" + host, queue)));
      case "GetQueueAttributes" -> ok(attributes(queue));
      case "SendMessage" -> send(queue, request);
      case "SendMessageBatch" -> sendBatch(queue, request.path("Entries"));
      case "ReceiveMessage" -> ok(receive(queue, request));
      case "DeleteMessage" -> {
        queue.delete(request.path("ReceiptHandle").asText());
        yield ok(json());
      }
      default -> AwsAnswer.unknown(target);
    };
  }

  private AwsAnswer send(LocalQueue queue, JsonNode message) {
    String refused = refused(message);
    return refused.isEmpty() ? ok(sent(queue, message)) : invalid(refused);
  }

  private AwsAnswer sendBatch(LocalQueue queue, JsonNode entries) {
    if (entries.isEmpty() || entries.size() > 10) {
      return AwsAnswer.error(
          400,
          "com.amazonaws.sqs#"
              + (entries.isEmpty() ? "EmptyBatchRequest" : "TooManyEntriesInBatchRequest"),
          "A batch holds 1 to 10 messages.");
    }
    ObjectNode answer = json();
    var successful = answer.putArray("Successful");
    var failed = answer.putArray("Failed");
    for (JsonNode entry : entries) {
      String refused = refused(entry);
      ObjectNode result;
      if (refused.isEmpty()) {
        result = sent(queue, entry);
        successful.add(result);
      } else {
        result = failed.addObject();
        result
            .put("Code", "InvalidParameterValue")
            .put("Message", refused)
            .put("SenderFault", true);
      }
      result.put("Id", entry.path("Id").asText());
    }
    return ok(answer);
  }

  private static String refused(JsonNode message) {
    String body = message.path("MessageBody").asText("");
    if (body.isEmpty()) {
      return "The request must contain the parameter MessageBody.";
    }
    if (body.length() > LONGEST_MESSAGE) {
      return "A message is at most " + LONGEST_MESSAGE + " bytes long.";
    }
    for (JsonNode attribute : message.path("MessageAttributes")) {
      if (!attribute.has("StringValue")) {
        return "The laptop's SQS takes message attributes of type String and Number only.";
      }
    }
    return "";
  }

  private static ObjectNode sent(LocalQueue queue, JsonNode message) {
    var attributes = new TreeMap<String, String>();
    JsonNode given = message.path("MessageAttributes");
    given
        .properties()
        .forEach(a -> attributes.put(a.getKey(), a.getValue().path("StringValue").asText()));
    String body = message.path("MessageBody").asText();
    Duration delay = Duration.ofSeconds(message.path("DelaySeconds").asLong(0));
    ObjectNode result = json();
    result.put("MessageId", queue.send(body, attributes, delay));
    result.put("MD5OfMessageBody", QueuedMessage.md5(body.getBytes(StandardCharsets.UTF_8)));
    if (!given.isEmpty()) {
      var typed = new TreeMap<String, JsonNode>();
      given.properties().forEach(a -> typed.put(a.getKey(), a.getValue()));
      result.put("MD5OfMessageAttributes", md5OfAttributes(typed));
    }
    return result;
  }

  private ObjectNode receive(LocalQueue queue, JsonNode request) {
    int most = request.path("MaxNumberOfMessages").asInt(1);
    ObjectNode answer = json();
    var messages = answer.putArray("Messages");
    for (QueuedMessage received : queue.receive(clock.instant(), most)) {
      ObjectNode message = messages.addObject();
      message.put("MessageId", received.id());
      message.put("ReceiptHandle", received.receiptHandle());
      message.put("Body", received.body());
      message.put("MD5OfBody", QueuedMessage.md5(received.body().getBytes(StandardCharsets.UTF_8)));
      ObjectNode system = message.putObject("Attributes");
      new TreeMap<>(received.systemAttributes()).forEach(system::put);
      if (!received.attributes().isEmpty()) {
        var typed = new TreeMap<String, JsonNode>();
        received
            .attributes()
            .forEach(
                (k, v) -> typed.put(k, json().put("DataType", "String").put("StringValue", v)));
        message.putObject("MessageAttributes").setAll(typed);
        message.put("MD5OfMessageAttributes", md5OfAttributes(typed));
      }
    }
    return answer;
  }

  private ObjectNode attributes(LocalQueue queue) {
    Instant now = clock.instant();
    int visible = queue.visible(now);
    ObjectNode answer = json();
    ObjectNode attributes = answer.putObject("Attributes");
    attributes.put("QueueArn", QueuedMessage.arn(queue.name()));
    attributes.put("ApproximateNumberOfMessages", Integer.toString(visible));
    attributes.put(
        "ApproximateNumberOfMessagesNotVisible", Integer.toString(queue.size() - visible));
    attributes.put("ApproximateNumberOfMessagesDelayed", "0");
    return answer;
  }

  /** The digest that the SDK computes too: names in order, each part after its length. */
  private static String md5OfAttributes(Map<String, JsonNode> attributes) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      for (var attribute : attributes.entrySet()) {
        var parts = new ArrayList<String>();
        parts.add(attribute.getKey());
        parts.add(attribute.getValue().path("DataType").asText());
        for (String part : parts) {
          write(out, part);
        }
        out.writeByte(1);
        write(out, attribute.getValue().path("StringValue").asText());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return QueuedMessage.md5(bytes.toByteArray());
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static AwsAnswer ok(JsonNode body) {
    return AwsAnswer.ok(body);
  }

  private static AwsAnswer invalid(String message) {
    return AwsAnswer.error(400, "com.amazonaws.sqs#InvalidParameterValue", message);
  }

  private static ObjectNode json() {
    return LocalHttp.JSON.createObjectNode();
  }
}
