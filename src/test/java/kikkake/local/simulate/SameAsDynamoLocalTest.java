package kikkake.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kikkake.table.TestTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** The simulated DynamoDB and DynamoDB Local get the same requests and must answer the same. */
class SameAsDynamoLocalTest {
  private static final int REQUESTS = 600;

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
