package kikkake.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Reads a few pages of the table from some place on. Rows lie in the order of a hash of their
 * partition, so any key that somebody makes up is a random place.
 */
final class DynamoSample {
  private final DynamoDbClient client;
  private final String table;
  private final DynamoUsage usage;

  DynamoSample(DynamoDbClient client, String table, DynamoUsage usage) {
    this.client = client;
    this.table = table;
    this.usage = usage;
  }

  /** Pages of 1 MB each; what lies behind the end of the table goes on at its beginning. */
  List<DynamoRow> rows(String prefix, DynamoKey from, int pages) {
    ScanRequest request =
        ScanRequest.builder()
            .tableName(table)
            .filterExpression("begins_with(sk, :prefix)")
            .expressionAttributeValues(Map.of(":prefix", AttributeValue.fromS(prefix)))
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
            .build();
    List<DynamoRow> rows = new ArrayList<>();
    Map<String, AttributeValue> start = from.attributes();
    boolean again = false;
    for (int page = 0; page < pages; page++) {
      ScanRequest.Builder next = request.toBuilder();
      ScanResponse response =
          client.scan((start.isEmpty() ? next : next.exclusiveStartKey(start)).build());
      usage.read(DynamoTable.units(response.consumedCapacity()));
      response.items().forEach(item -> rows.add(DynamoRow.read(item)));
      start = response.hasLastEvaluatedKey() ? response.lastEvaluatedKey() : Map.of();
      if (start.isEmpty()) {
        if (again) {
          break;
        }
        again = true;
      }
    }
    return rows;
  }
}
