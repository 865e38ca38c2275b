package kikkake.recommend;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.catalogItem;
import static kikkake.TestData.item;
import static kikkake.TestData.purchase;
import static kikkake.TestData.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import kikkake.catalog.DynamoCatalog;
import kikkake.event.ItemId;
import kikkake.event.Purchased;
import kikkake.event.Who;
import kikkake.history.CustomerHistory;
import kikkake.history.Views;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import kikkake.table.ForwardingDynamo;
import kikkake.table.TestTable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;

/** What the recommendations of one mail ask DynamoDB Local, besides the customer's past. */
class RecommenderRequestsTest {
  private static final int ITEMS = 300;
  private static final int OWNED = 200;

  private final DynamoUsage usage = new DynamoUsage();
  private final List<Integer> asked = new ArrayList<>();
  private final DynamoTable table =
      new DynamoTable(
          new ForwardingDynamo(TestTable.client()) {
            @Override
            public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
              asked.add(
                  request.requestItems().values().stream()
                      .mapToInt(all -> all.keys().size())
                      .sum());
              return super.batchGetItem(request);
            }
          },
          TestTable.createAndName(),
          usage);
  private final DynamoItemLists lists = new DynamoItemLists(table, InstantSource.fixed(NOON));

  private static String id(int number) {
    return "SKU-%05d".formatted(number);
  }

  @Test
  void twoRequestsForACustomerWithTwoHundredItemsAndTwentyFiveSeeds() {
    DynamoCatalog catalog = new DynamoCatalog(table);
    Map<ItemId, ItemLists.Row> rows = new HashMap<>();
    for (int i = 0; i < ITEMS; i++) {
      catalog.put(catalogItem(id(i)).build());
      int first = i;
      List<Neighbour> list =
          IntStream.range(1, 51)
              .mapToObj(n -> new Neighbour(item(id((first + n) % ITEMS)), 1.0 / n))
              .toList();
      rows.put(item(id(i)), new ItemLists.Row(list, list));
    }
    lists.replace(
        rows, ShopFacts.of(IntStream.range(0, ITEMS).mapToObj(i -> item(id(i))).toList()));
    lists.facts();
    List<Purchased> orders = new ArrayList<>();
    for (int order = 0; order < OWNED / 10; order++) {
      String[] bought =
          IntStream.range(10 * order, 10 * order + 10)
              .mapToObj(RecommenderRequestsTest::id)
              .toArray(String[]::new);
      orders.add(purchase("o-" + order, bought).at(NOON.minusSeconds(86_400L * order)).build());
    }
    CustomerHistory history = new CustomerHistory(orders, Set.of(), List.of(), Map.of());
    asked.clear();
    double before = usage.readUnits();

    List<Recommendation> chosen =
        new Recommender(lists, catalog).newForYou(history, new Recommender.Ask(NOON, Set.of(), 4));

    assertThat(chosen).hasSize(4);
    assertThat(asked).as("keys of each request").containsExactly(25, 8);
    assertThat(usage.readUnits() - before).isEqualTo(25 * 0.5 + 8 * 0.5);
  }

  /** Fifty others looked at each item, each at nineteen items more. */
  @Test
  void threeRequestsAfterLooksAtTwentyItems() {
    DynamoCatalog catalog = new DynamoCatalog(table);
    List<List<ItemId>> visits = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      catalog.put(catalogItem(id(i)).build());
    }
    for (int i = 0; i < 50; i++) {
      int first = i;
      visits.add(IntStream.range(0, 20).mapToObj(n -> item(id(first + n))).toList());
    }
    lists.replace(SessionModel.learn(visits).known());
    lists.facts();
    Views views = Views.NONE;
    for (int i = 0; i < Views.KEPT; i++) {
      ItemId looked = visits.get(0).get(i);
      catalog.put(catalogItem(looked.value()).stock(i == 0 ? 1 : 0).build());
      views =
          views.with(
              List.of(
                  viewed(looked.value(), new Who(ANNA, null), NOON.minusSeconds(Views.KEPT - i))));
    }
    CustomerHistory nothing = new CustomerHistory(List.of(), Set.of(), List.of(), Map.of());
    asked.clear();

    List<Recommendation> chosen =
        new Recommender(lists, catalog)
            .afterBrowsing(
                views, nothing, NOON.minusSeconds(60), new Recommender.Ask(NOON, Set.of(), 4));

    assertThat(chosen).hasSize(4);
    assertThat(asked)
        .as("what was looked at, the visits with the last five and the way, the candidates")
        .containsExactly(20, 6, 8);
  }
}
