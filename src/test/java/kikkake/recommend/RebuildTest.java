package kikkake.recommend;

import static kikkake.TestData.NOON;
import static kikkake.TestData.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import kikkake.event.CustomerId;
import kikkake.event.ItemId;
import kikkake.history.DynamoHistory;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import kikkake.table.ForwardingDynamo;
import kikkake.table.TestTable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** A rebuild that reads its table in parts. */
class RebuildTest {
  private static final int ORDERS = 400;

  private final String name = TestTable.createAndName();
  private final DynamoTable table = table(TestTable.client());

  private DynamoTable table(DynamoDbClient client) {
    return new DynamoTable(client, name, new DynamoUsage());
  }

  private static Rebuild rebuild(DynamoTable table) {
    return new Rebuild(new DynamoHistory(table), lists(table), InstantSource.fixed(NOON));
  }

  private static DynamoItemLists lists(DynamoTable table) {
    return new DynamoItemLists(table, InstantSource.fixed(NOON));
  }

  /** Orders of four kinds of customers. */
  private void fill() {
    SplittableRandom chance = new SplittableRandom(4);
    DynamoHistory history = new DynamoHistory(table);
    for (int n = 0; n < ORDERS; n++) {
      int customer = chance.nextInt(80);
      String[] items =
          IntStream.rangeClosed(0, 1 + chance.nextInt(4))
              .mapToObj(i -> "i-" + (10 * (customer % 4) + chance.nextInt(10)))
              .toArray(String[]::new);
      history.add(
          purchase("o-" + n, items)
              .by(new CustomerId("c-" + customer))
              .at(NOON.minus(Duration.ofHours(chance.nextInt(200 * 24))))
              .build(),
          Map.of());
    }
  }

  @Test
  void findsInPartsWhatOneScanFinds() {
    fill();
    PurchaseLog log = new PurchaseLog();
    Set<Integer> days = new HashSet<>();
    table.scan(
        List.of("E#P#"),
        row ->
            DynamoHistory.purchase(row)
                .map(Bought::of)
                .ifPresent(order -> {
                  log.add(order);
                  days.add(order.basket().day());
                }));
    PurchaseModel expected =
        PurchaseModel.learn(log, Today.of(1 + days.stream().max(Integer::compare).orElseThrow()));

    Rebuild.Report report = rebuild(table).run();

    Set<ItemId> items = expected.rows().keySet();
    assertThat(report)
        .isEqualTo(
            new Rebuild.Report(ORDERS, items.size(), items.size() + 1, expected.facts().chosen()));
    for (ItemId item : items) {
      ItemLists.Row row = Objects.requireNonNull(expected.rows().get(item));
      assertThat(lists(table).together(Set.of(item)).getOrDefault(item, List.of()))
          .as("together with " + item)
          .isEqualTo(row.together());
      assertThat(lists(table).fresh(Set.of(item)).getOrDefault(item, List.of()))
          .as("new beside " + item)
          .isEqualTo(row.fresh());
    }
  }

  @Test
  void aPartThatFailsLeavesTheListsAsTheyWere() {
    fill();
    SdkClientException cause = SdkClientException.create("nobody answers");
    DynamoTable failing =
        table(
            new ForwardingDynamo(TestTable.client()) {
              @Override
              public ScanResponse scan(ScanRequest request) {
                if (request.segment() == 3) {
                  throw cause;
                }
                return super.scan(request);
              }
            });

    assertThatThrownBy(() -> rebuild(failing).run()).hasCause(cause);

    assertThat(rebuild(table).run().rowsWritten()).as("still to write").isGreaterThan(40);
  }
}
