package kikkake.local.simulate;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** What the answers of reads and writes have in common, for one table. */
record Answers(String table) {
  private static final int BAD_REQUEST = 400;

  void checkTable(@Nullable String asked) {
    if (!table.equals(asked)) {
      String message = "Cannot do operations on a non-existent table";
      throw ResourceNotFoundException.builder()
          .statusCode(BAD_REQUEST)
          .awsErrorDetails(Refusal.details("ResourceNotFoundException", message))
          .message(message)
          .build();
    }
  }

  /** What a request says that it consumed; null where it was not asked. */
  @Nullable ConsumedCapacity consumed(@Nullable ReturnConsumedCapacity asked, double units) {
    if (asked == null || asked == ReturnConsumedCapacity.NONE) {
      return null;
    }
    if (asked != ReturnConsumedCapacity.TOTAL) {
      throw new UnsupportedOperationException("ReturnConsumedCapacity " + asked);
    }
    return ConsumedCapacity.builder().tableName(table).capacityUnits(units).build();
  }

  /** The answer to a write whose condition did not hold, with the item where it was asked for. */
  static ConditionalCheckFailedException notHeld(@Nullable Map<String, AttributeValue> item) {
    String message = "The conditional request failed";
    return ConditionalCheckFailedException.builder()
        .item(item)
        .writableStackTrace(false) // An answer like any other, and a frequent one.
        .statusCode(BAD_REQUEST)
        .awsErrorDetails(Refusal.details("ConditionalCheckFailedException", message))
        .message(message)
        .build();
  }
}
