package kikkake.local.simulate;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What DynamoDB answers to a request that is wrong. */
final class Refusal {
  private static final int BAD_REQUEST = 400;

  private Refusal() {}

  static AwsErrorDetails details(String code, String message) {
    return AwsErrorDetails.builder()
        .serviceName("DynamoDb")
        .errorCode(code)
        .errorMessage(message)
        .build();
  }

  /** A ValidationException. */
  static DynamoDbException invalid(String message) {
    return (DynamoDbException)
        DynamoDbException.builder()
            .statusCode(BAD_REQUEST)
            .awsErrorDetails(details("ValidationException", message))
            .message(message)
            .build();
  }
}
