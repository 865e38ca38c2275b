package kikkake.table;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where a row is: its partition and its place in it. */
public record DynamoKey(String pk, String sk) {
  Map<String, AttributeValue> attributes() {
    return Map.of(DynamoRow.PK, AttributeValue.fromS(pk), DynamoRow.SK, AttributeValue.fromS(sk));
  }
}
