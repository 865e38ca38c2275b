package kikkake.lambda;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The clients of the services, all on the small HTTP client of the JDK. */
final class AwsClients {
  private static final Duration LONGEST_TRY = Duration.ofSeconds(3);

  private AwsClients() {}

  static DynamoDbClient dynamo() {
    return impatient(DynamoDbClient.builder());
  }

  static SqsClient sqs() {
    return impatient(SqsClient.builder());
  }

  /**
   * A client that tries again, as the SDK does, soon after nobody answered: a request takes
   * milliseconds, and the HTTP client alone would wait for half a minute.
   */
  static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C impatient(B builder) {
    return builder
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(o -> o.apiCallAttemptTimeout(LONGEST_TRY))
        .build();
  }

  static SesV2Client ses() {
    return withoutSecondTries(SesV2Client.builder());
  }

  /**
   * A client for SES that never sends a request twice: neither the SDK nor the JDK's HTTP client,
   * which by default repeats a POST whose connection broke.
   */
  static SesV2Client withoutSecondTries(SesV2ClientBuilder builder) {
    System.setProperty("sun.net.http.retryPost", "false");
    return builder
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }
}
