package kikkake.table;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import java.util.concurrent.atomic.AtomicInteger;
import kikkake.local.simulate.SimulatedDynamo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Makes new, empty tables like the one of {@code template.yaml}, on one DynamoDB Local or
 * simulated.
 */
public final class TestTable {
  /** The name of a simulated table. */
  public static final String SIMULATED = "kikkake";

  private static final boolean WITHOUT_TELEMETRY = true;
  private static final DynamoDbClient CLIENT =
      DynamoDBEmbedded.create(WITHOUT_TELEMETRY).dynamoDbClient();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestTable() {}

  public static DynamoTable create() {
    return create(new DynamoUsage());
  }

  public static DynamoTable create(DynamoUsage usage) {
    return new DynamoTable(CLIENT, createAndName(), usage);
  }

  /** A table on the simulated DynamoDB. */
  public static DynamoTable simulated() {
    return simulated(new SimulatedDynamo(SIMULATED));
  }

  /** The table of {@link #SIMULATED} on a client of the test's own making. */
  public static DynamoTable simulated(DynamoDbClient client) {
    return new DynamoTable(client, SIMULATED, new DynamoUsage());
  }

  /** The client of DynamoDB Local, for what the table itself does not offer. */
  public static DynamoDbClient client() {
    return CLIENT;
  }

  /** Makes a table on DynamoDB Local and gives its name. */
  public static String createAndName() {
    return createAndName(CLIENT);
  }

  /** Makes a table on a DynamoDB of the test's own and gives its name. */
  public static String createAndName(DynamoDbClient client) {
    String name = "kikkake-" + COUNT.incrementAndGet();
    client.createTable(r ->
        r.tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                text(DynamoRow.PK),
                text(DynamoRow.SK),
                text(DynamoTable.DUE_SHARD),
                text(DynamoTable.DUE_AT))
            .keySchema(key(DynamoRow.PK, KeyType.HASH), key(DynamoRow.SK, KeyType.RANGE))
            .globalSecondaryIndexes(dueIndex()));
    return name;
  }

  private static GlobalSecondaryIndex dueIndex() {
    return GlobalSecondaryIndex.builder()
        .indexName(DynamoTable.DUE_INDEX)
        .keySchema(key(DynamoTable.DUE_SHARD, KeyType.HASH), key(DynamoTable.DUE_AT, KeyType.RANGE))
        .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY))
        .build();
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
