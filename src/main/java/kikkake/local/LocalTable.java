package kikkake.local;

import java.util.List;
import kikkake.table.DynamoTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The table of {@code template.yaml}, on the laptop. */
public final class LocalTable {
  public static final String NAME = "kikkake";

  private LocalTable() {}

  /** Makes the table, unless the data kept it. */
  public static void create(DynamoDbClient client) {
    GlobalSecondaryIndex due =
        GlobalSecondaryIndex.builder()
            .indexName(DynamoTable.DUE_INDEX)
            .keySchema(
                List.of(
                    key(DynamoTable.DUE_SHARD, KeyType.HASH),
                    key(DynamoTable.DUE_AT, KeyType.RANGE)))
            .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY))
            .build();
    List<AttributeDefinition> attributes =
        List.of(text("pk"), text("sk"), text(DynamoTable.DUE_SHARD), text(DynamoTable.DUE_AT));
    try {
      client.createTable(r ->
          r.tableName(NAME)
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .attributeDefinitions(attributes)
              .keySchema(List.of(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)))
              .globalSecondaryIndexes(List.of(due)));
    } catch (ResourceInUseException e) {
      return; // There already.
    }
  }

  /** Whether nothing was written yet. */
  static boolean isEmpty(DynamoDbClient client) {
    return client.scan(r -> r.tableName(NAME).limit(1)).count() == 0;
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
