package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The clients of table and queues, against a server that does not answer the first request. */
class AwsClientsTest {
  /** Well below the half minute for which the HTTP client waits. */
  private static final Duration SOON = Duration.ofSeconds(20);

  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);
  private final HttpServer server = server();

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() {
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    if (requests.incrementAndGet() == 1) {
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
      return;
    }
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private <B extends AwsClientBuilder<B, C>, C> B here(B builder) {
    return builder
        .region(Region.AP_NORTHEAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  private void isTriedAgainSoon(Runnable request) {
    long begin = System.nanoTime();

    request.run();

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    assertThat(requests).hasValue(2);
  }

  @Test
  void aTableThatDoesNotAnswerIsAskedAgainAfterSeconds() {
    try (DynamoDbClient client = AwsClients.impatient(here(DynamoDbClient.builder()))) {
      isTriedAgainSoon(
          () -> client.getItem(r -> r.tableName("t").key(Map.of("pk", AttributeValue.fromS("a")))));
    }
  }

  @Test
  void aQueueThatDoesNotAnswerIsAskedAgainAfterSeconds() {
    try (SqsClient client = AwsClients.impatient(here(SqsClient.builder()))) {
      isTriedAgainSoon(() -> client.getQueueAttributes(r -> r.queueUrl("http://127.0.0.1/q")));
    }
  }
}
