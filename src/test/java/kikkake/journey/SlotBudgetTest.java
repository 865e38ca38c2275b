package kikkake.journey;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.HASH;
import static kikkake.TestData.NOON;
import static kikkake.TestData.PHONE;
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
import kikkake.catalog.DynamoCatalog;
import kikkake.customer.DynamoTombstones;
import kikkake.customer.DynamoVisitors;
import kikkake.event.ItemId;
import kikkake.event.Who;
import kikkake.history.CustomerHistory;
import kikkake.history.DynamoHistory;
import kikkake.mail.DynamoSettings;
import kikkake.recommend.DynamoItemLists;
import kikkake.recommend.ItemLists;
import kikkake.recommend.Neighbour;
import kikkake.recommend.Recommender;
import kikkake.recommend.SessionModel;
import kikkake.recommend.ShopFacts;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import kikkake.table.TestTable;
import org.junit.jupiter.api.Test;

/** What a slot of four reads, in the units that DynamoDB reports; {@code docs/slot.md} tells it. */
class SlotBudgetTest {
  private static final Who VISITOR = new Who(null, PHONE);
  private static final InstantSource CLOCK = InstantSource.fixed(NOON);

  private final DynamoUsage usage = new DynamoUsage();
  private final DynamoTable table = TestTable.create(usage);
  private final DynamoHistory history = new DynamoHistory(table);
  private final DynamoVisitors visitors = new DynamoVisitors(table);
  private final DynamoItemLists lists = new DynamoItemLists(table, CLOCK);
  private final DynamoSettings settings = new DynamoSettings(table, CLOCK);
  private final Slot slot =
      new Slot(
          visitors,
          new DynamoTombstones(table, HASH),
          history,
          new Recommender(lists, new DynamoCatalog(table)),
          settings,
          "https://shop.example",
          CLOCK);

  /** Lists name only what was looked at already, so that the most is read: popular items follow. */
  SlotBudgetTest() {
    DynamoCatalog catalog = new DynamoCatalog(table);
    List<Neighbour> list = List.of(new Neighbour(item("P-18"), 0.5));
    Map<ItemId, ItemLists.Row> rows = new HashMap<>();
    List<ItemId> popular = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      catalog.put(catalogItem("P-" + i).build());
      popular.add(item("P-" + i));
      rows.put(item("P-" + i), new ItemLists.Row(list, list));
      rows.put(item("B-" + i), new ItemLists.Row(list, list));
    }
    lists.replace(rows, ShopFacts.of(popular));
    lists.replace(SessionModel.learn(List.of(List.of(item("P-18"), item("P-19")))).known());
    // A function reads these every few minutes.
    lists.facts();
    settings.read();
  }

  private void looks(Who who) {
    history.updateViews(
        who,
        views -> views.with(List.of(viewed("P-18", VISITOR, NOON), viewed("P-19", VISITOR, NOON))));
  }

  private double unitsFor(Who who) {
    double before = usage.readUnits();
    assertThat(slot.fill(who, 4, "ja")).hasSize(4);
    return usage.readUnits() - before;
  }

  @Test
  void forNobodyKnownItReadsHalfAUnitForEachOfEightItems() {
    assertThat(unitsFor(Who.NOBODY)).isEqualTo(8 * 0.5);
  }

  @Test
  void forAVisitorAlsoTheSignInTheLooksTheirItemsVisitsAndLists() {
    looks(VISITOR);

    assertThat(unitsFor(VISITOR)).isEqualTo(8 * 0.5 + 1 + 1 + 2 * 0.5 + 3 * 0.5 + 2 * 0.5);
  }

  @Test
  void forACustomerAlsoTheTombstoneThePurchasesTheirListsAndEightItemsMore() {
    looks(new Who(ANNA, null));
    visitors.signedIn(PHONE, ANNA, NOON);
    String[] bought = new String[10];
    for (int i = 0; i < bought.length; i++) {
      bought[i] = "B-" + i;
    }
    for (String order : List.of("o-1", "o-2")) {
      history.add(purchase(order, bought).build(), Map.of("thank-you", CustomerHistory.PLANNED));
    }

    assertThat(unitsFor(VISITOR)).isEqualTo(9.5 + 1 + 1 + 10 * 0.5 + 8 * 0.5);
  }
}
