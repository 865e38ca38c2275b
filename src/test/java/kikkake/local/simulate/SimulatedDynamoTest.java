package kikkake.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kikkake.table.TestTable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

class SimulatedDynamoTest {
  private static final String TABLE = TestTable.SIMULATED;
  private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;

  /** What the hooks see, and what they are to throw. */
  private static final class Hooks implements Io {
    private final List<String> seen = new ArrayList<>();
    private final Map<String, RuntimeException> failures = new HashMap<>();

    @Override
    public void before(String request) {
      at("before " + request);
    }

    @Override
    public void after(String request) {
      at("after " + request);
    }

    private void at(String moment) {
      seen.add(moment);
      RuntimeException failure = failures.remove(moment);
      if (failure != null) {
        throw failure;
      }
    }
  }

  private final Hooks hooks = new Hooks();
  private int lag;
  private final DynamoDbClient dynamo = new SimulatedDynamo(TABLE, hooks, request -> lag);

  private static Map<String, AttributeValue> key(String sk) {
    return Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS(sk));
  }

  private static Map<String, AttributeValue> item(String sk, String... namesAndTexts) {
    Map<String, AttributeValue> item = new HashMap<>(key(sk));
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      item.put(namesAndTexts[i], AttributeValue.fromS(namesAndTexts[i + 1]));
    }
    return item;
  }

  private double put(Map<String, AttributeValue> item) {
    return dynamo
        .putItem(r -> r.tableName(TABLE).item(item).returnConsumedCapacity(TOTAL))
        .consumedCapacity()
        .capacityUnits();
  }

  private boolean exists(String sk, boolean consistent) {
    return dynamo
        .getItem(r -> r.tableName(TABLE).key(key(sk)).consistentRead(consistent))
        .hasItem();
  }

  private List<String> due() {
    return dynamo
        .query(r ->
            r.tableName(TABLE)
                .indexName("due")
                .keyConditionExpression("dueShard = :shard")
                .expressionAttributeValues(Map.of(":shard", AttributeValue.fromS("D1"))))
        .items()
        .stream()
        .map(item -> item.get("sk"))
        .map(AttributeValue::s)
        .toList();
  }

  @Test
  void aRequestThatIsLostBeforehandChangesNothing() {
    hooks.failures.put("before PutItem p a", new IllegalStateException("crash"));

    assertThatThrownBy(() -> put(item("a"))).hasMessage("crash");

    assertThat(exists("a", true)).isFalse();
  }

  @Test
  void aRequestWhoseAnswerIsLostIsDone() {
    hooks.failures.put("after PutItem p a", new IllegalStateException("crash"));

    assertThatThrownBy(() -> put(item("a"))).hasMessage("crash");

    assertThat(exists("a", true)).isTrue();
  }

  @Test
  void hooksSeeEveryRequestAlsoOneThatIsRefused() {
    assertThatThrownBy(() ->
            dynamo.deleteItem(
                r -> r.tableName(TABLE).key(key("a")).conditionExpression("attribute_exists(x)")))
        .isInstanceOf(ConditionalCheckFailedException.class);
    due();

    assertThat(hooks.seen)
        .containsExactly(
            "before DeleteItem p a",
            "after DeleteItem p a",
            "before Query due D1",
            "after Query due D1");
  }

  @Test
  void eventualReadsAreAsFarBehindAsAskedForAndConsistentOnesAreNot() {
    put(item("a", "dueShard", "D1", "dueAt", "1"));
    put(item("b"));
    put(item("c", "dueShard", "D1", "dueAt", "2"));
    lag = 1;

    assertThat(due()).containsExactly("a");
    assertThat(exists("c", false)).isFalse();
    assertThat(exists("b", false)).isTrue();
    assertThat(exists("c", true)).isTrue();
    lag = 2;
    assertThat(due()).isEmpty();
    lag = 0;
    assertThat(due()).containsExactly("a", "c");
  }

  @Test
  void whatIsDeletedIsStillThereForAReadThatIsBehind() {
    put(item("a", "dueShard", "D1", "dueAt", "1"));
    dynamo.deleteItem(r -> r.tableName(TABLE).key(key("a")));
    lag = 1;

    assertThat(due()).containsExactly("a");
    assertThat(exists("a", false)).isTrue();
    assertThat(dynamo.scan(r -> r.tableName(TABLE)).count()).isEqualTo(1);
    assertThat(exists("a", true)).isFalse();
  }

  @Test
  void theIndexCostsOneUnitToEnterOrLeaveAndTwoToMoveWithinAndNoneWhereNothingChanges() {
    assertThat(put(item("a"))).as("not in the index").isEqualTo(1);
    assertThat(put(item("a", "dueAt", "1"))).as("half a key is none").isEqualTo(1);
    assertThat(put(item("a", "dueAt", "1", "dueShard", "D1"))).as("enters").isEqualTo(2);
    assertThat(put(item("a", "dueAt", "1", "dueShard", "D1", "x", "y"))).as("stays").isEqualTo(1);
    assertThat(put(item("a", "dueAt", "2", "dueShard", "D1"))).as("moves").isEqualTo(3);
    assertThat(put(item("a", "dueAt", "2"))).as("leaves").isEqualTo(2);
  }

  @Test
  void aWriteCostsByTheLargerOfBeforeAndAfter() {
    assertThat(put(item("a", "x", "k".repeat(2_000)))).isEqualTo(2);
    assertThat(put(item("a"))).isEqualTo(2);
    assertThat(put(item("a"))).isEqualTo(1);
  }

  @Test
  void readingNothingCostsTheLeast() {
    var batch =
        dynamo.batchGetItem(
            r -> r.requestItems(Map.of(TABLE, keys("a", "b"))).returnConsumedCapacity(TOTAL));
    assertThat(batch.consumedCapacity().getFirst().capacityUnits()).isEqualTo(2 * 0.5);

    var query = dynamo.query(allOf("p").toBuilder().returnConsumedCapacity(TOTAL).build());
    assertThat(query.consumedCapacity().capacityUnits()).isEqualTo(0.5);
  }

  private static KeysAndAttributes keys(String... sks) {
    return KeysAndAttributes.builder()
        .keys(List.of(sks).stream().map(SimulatedDynamoTest::key).toList())
        .build();
  }

  private static QueryRequest allOf(String pk) {
    return QueryRequest.builder()
        .tableName(TABLE)
        .keyConditionExpression("pk = :pk")
        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk)))
        .build();
  }

  @Test
  void batchesHaveTheirLimits() {
    String[] many = IntStream.range(0, 101).mapToObj(i -> "i-" + i).toArray(String[]::new);

    assertThatThrownBy(() -> dynamo.batchGetItem(r -> r.requestItems(Map.of(TABLE, keys(many)))))
        .isInstanceOf(DynamoDbException.class);
  }

  @Test
  void refusesWhatItDoesNotSimulateInsteadOfOverlookingIt() {
    assertThatThrownBy(
            () -> dynamo.getItem(r -> r.tableName(TABLE).key(key("a")).projectionExpression("x")))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("ProjectionExpression");
    assertThatThrownBy(dynamo::listTables).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aConditionThatDoesNotHoldTellsTheItemAsItIs() {
    put(item("a", "x", "old"));

    assertThatThrownBy(() ->
            dynamo.putItem(r ->
                r.tableName(TABLE)
                    .item(item("a", "x", "new"))
                    .conditionExpression("attribute_not_exists(pk)")
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD)))
        .isInstanceOfSatisfying(
            ConditionalCheckFailedException.class,
            e -> assertThat(e.item()).isEqualTo(item("a", "x", "old")));
  }

  @Test
  void manyThreadsCountTogetherWithoutLosingOne() {
    DynamoDbClient shared = new SimulatedDynamo(TABLE);
    try (var workers = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 400; i++) {
        workers.execute(() ->
            shared.updateItem(r ->
                r.tableName(TABLE)
                    .key(key("a"))
                    .updateExpression("ADD n :one")
                    .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))));
      }
    }

    assertThat(shared.getItem(r -> r.tableName(TABLE).key(key("a"))).item())
        .containsEntry("n", AttributeValue.fromN("400"));
  }

  @Test
  void aHookMayUseTheDatabaseItself() {
    List<Boolean> seen = new ArrayList<>();
    DynamoDbClient[] self = new DynamoDbClient[1];
    Io looking =
        new Io() {
          @Override
          public void before(String request) {}

          @Override
          public void after(String request) {
            if (request.startsWith("PutItem")) {
              seen.add(self[0].getItem(r -> r.tableName(TABLE).key(key("a"))).hasItem());
            }
          }
        };
    self[0] = new SimulatedDynamo(TABLE, looking, Lag.NONE);
    self[0].putItem(r -> r.tableName(TABLE).item(item("a")));

    assertThat(seen).containsExactly(true);
  }

  @Test
  void sortsTextsByTheirBytesAndNotByTheirChars() {
    assertThat(Utf8.compare("\uFF5E", "😀")).isNegative();
    assertThat(Utf8.compare("😀", "😁")).isNegative();
    assertThat(Utf8.compare("z", "茶")).isNegative();
    assertThat(Utf8.compare("a", "ab")).isNegative();
    assertThat(Utf8.length("aé茶😀")).isEqualTo(1 + 2 + 3 + 4);
  }
}
