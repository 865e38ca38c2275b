package kikkake.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kikkake.table.TestTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** The simulated DynamoDB and DynamoDB Local get the same requests and must answer the same. */
class SameAsDynamoLocalTest {
  private static final int REQUESTS = 600;

  record Database(DynamoDbClient client, String table) {
    Map<String, AttributeValue> item(String sk, int bytes) {
      return Map.of(
          "pk", AttributeValue.fromS("p"),
          "sk", AttributeValue.fromS(sk),
          "x", AttributeValue.fromS("k".repeat(bytes)));
    }

    void put(Map<String, AttributeValue> item) {
      client.putItem(r -> r.tableName(table).item(item));
    }
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name)).s();
  }

  private static List<Database> databases() {
    return List.of(
        new Database(new SimulatedDynamo("t"), "t"),
        new Database(TestTable.client(), TestTable.createAndName()));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void pagesEndAtOneMegabyte(Database database) {
    for (int i = 10; i < 18; i++) {
      database.put(database.item("i-" + i, 300_000));
    }
    var request =
        QueryRequest.builder()
            .tableName(database.table())
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("p")))
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
            .build();

    var first = database.client().query(request);
    var second =
        database
            .client()
            .query(request.toBuilder().exclusiveStartKey(first.lastEvaluatedKey()).build());

    assertThat(first.count()).isEqualTo(4);
    assertThat(first.lastEvaluatedKey()).containsEntry("sk", AttributeValue.fromS("i-13"));
    assertThat(first.consumedCapacity().capacityUnits()).isEqualTo(146.5);
    assertThat(second.items().getFirst()).containsEntry("sk", AttributeValue.fromS("i-14"));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void segmentsHaveEveryItemOncePageByPage(Database database) {
    Set<String> put = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      String pk = "p-" + i / 2;
      database.put(
          Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS("s-" + i % 2)));
      put.add(pk + " s-" + i % 2);
    }
    List<String> read = new ArrayList<>();
    for (int segment = 0; segment < 3; segment++) {
      var request =
          ScanRequest.builder()
              .tableName(database.table())
              .segment(segment)
              .totalSegments(3)
              .limit(7)
              .build();
      int before = read.size();
      database
          .client()
          .scanPaginator(request)
          .items()
          .forEach(item -> read.add(text(item, "pk") + " " + text(item, "sk")));
      assertThat(read).as("segment " + segment).hasSizeBetween(before + 8, before + 52);
    }

    assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(put);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aSegmentGoesOnFromItsOwnKeysOnly(Database database) {
    for (int i = 0; i < 30; i++) {
      database.put(Map.of("pk", AttributeValue.fromS("p-" + i), "sk", AttributeValue.fromS("s")));
    }
    ScanRequest first =
        ScanRequest.builder()
            .tableName(database.table())
            .segment(0)
            .totalSegments(2)
            .limit(1)
            .build();
    var last = database.client().scan(first).lastEvaluatedKey();
    ScanRequest other = first.toBuilder().segment(1).exclusiveStartKey(last).build();

    assertThatThrownBy(() -> database.client().scan(other))
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void anItemHasAtMost400Kilobytes(Database database) {
    int most = 400 * 1024 - "pkpskax".length();
    database.put(database.item("a", most));
    var tooLarge = database.item("a", most + 1);

    assertThatThrownBy(() -> database.put(tooLarge))
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void answersAsDynamoLocalDoes(long seed) {
    String table = TestTable.createAndName();
    DynamoDbClient local = TestTable.client();
    DynamoDbClient simulated = new SimulatedDynamo(table);
    RandomRequests requests = new RandomRequests(seed, table);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      DynamoDbRequest request = requests.next();
      boolean half = hasHalfOfTheIndexKey(simulated, table, request);
      Outcome expected = Outcome.of(local, request);
      Outcome actual = Outcome.of(simulated, request);
      if (half || hasHalfOfTheIndexKey(simulated, table, request)) {
        expected = expected.free();
        actual = actual.free();
      }
      if (!actual.equals(expected)) {
        differences.add(i + ": " + request + "\n local " + expected + "\n simulated " + actual);
      }
    }
    assertThat(differences).isEmpty();
  }

  /**
   * Whether a write meets an item that has one of the index's two keys. DynamoDB charges for the
   * index only where an item enters, leaves or changes its entry, and an item without the whole key
   * has none; DynamoDB Local charges for those too.
   */
  private static boolean hasHalfOfTheIndexKey(
      DynamoDbClient simulated, String table, DynamoDbRequest request) {
    return RandomRequests.written(request).stream()
        .filter(RandomRequests::isKey)
        .map(key -> simulated.getItem(r -> r.tableName(table).key(key)).item())
        .anyMatch(item -> item.containsKey("dueShard") != item.containsKey("dueAt"));
  }
}
