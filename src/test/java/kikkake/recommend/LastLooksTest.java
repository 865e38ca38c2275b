package kikkake.recommend;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.catalogItem;
import static kikkake.TestData.item;
import static kikkake.TestData.items;
import static kikkake.TestData.purchase;
import static kikkake.TestData.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
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
import kikkake.recommend.Recommendation.Reason;
import kikkake.table.DynamoTable;
import kikkake.table.TestTable;
import org.junit.jupiter.api.Test;

/** What somebody is shown who looked around, where visits are known. */
class LastLooksTest {
  private static final Who WHO = new Who(ANNA, null);
  private static final Reason TEA = new Reason.LookedAtWith(item("tea"), "Title of tea");
  private static final Reason CUP = new Reason.LookedAtWith(item("cup"), "Title of cup");

  private final DynamoTable table = TestTable.simulated();
  private final DynamoCatalog catalog = new DynamoCatalog(table);
  private final ItemLists lists = new DynamoItemLists(table, InstantSource.fixed(NOON));
  private final Recommender recommender = new Recommender(lists, catalog);
  private final List<List<ItemId>> visits = new ArrayList<>();

  LastLooksTest() {
    for (String id : List.of("tea", "cup", "pot", "tray", "box", "ink")) {
      catalog.put(catalogItem(id).build());
    }
    // Others, so that what the tests name is rare.
    IntStream.range(0, 9).forEach(i -> visit("x-" + i, "y-" + i));
  }

  private void visit(String... items) {
    visits.add(items(items));
    lists.replace(SessionModel.learn(visits).known());
  }

  private List<Recommendation> after(List<Purchased> bought, String... looks) {
    Views views = Views.NONE;
    for (int i = 0; i < looks.length; i++) {
      views = views.with(List.of(viewed(looks[i], WHO, NOON.minusSeconds(looks.length - i))));
    }
    return recommender.afterBrowsing(
        views,
        new CustomerHistory(bought, Set.of(), List.of(), Map.of()),
        NOON.minusSeconds(60),
        new Recommender.Ask(NOON, Set.of(), 4));
  }

  private static List<ItemId> ids(List<Recommendation> chosen) {
    return chosen.stream().map(each -> each.item().id()).toList();
  }

  @Test
  void whatOthersLookedAtTooComesBeforeWhatIsBoughtTogetherAndWhatIsPopular() {
    List<Neighbour> bought = List.of(new Neighbour(item("box"), 0.9));
    lists.replace(
        Map.of(item("tea"), new ItemLists.Row(bought, bought)), ShopFacts.of(items("ink")));
    visit("pot", "tea");

    List<Recommendation> chosen = after(List.of(), "tea");

    assertThat(ids(chosen)).isEqualTo(items("tea", "pot", "box", "ink"));
    assertThat(chosen)
        .extracting(Recommendation::reason)
        .containsExactly(
            new Reason.LookedAt(NOON.minusSeconds(1), false),
            TEA,
            new Reason.BoughtWith(item("tea"), "Title of tea"),
            new Reason.Popular());
  }

  @Test
  void theLookWhoseVisitsSpeakMostIsTheReason() {
    visit("tea", "pot");
    visit("cup", "tray");
    visit("cup", "tray");

    List<Recommendation> chosen = after(List.of(), "tea", "cup");

    assertThat(ids(chosen)).isEqualTo(items("cup", "tea", "tray", "pot"));
    assertThat(chosen.get(2).reason()).isEqualTo(CUP);
    assertThat(chosen.get(3).reason()).isEqualTo(TEA);
  }

  @Test
  void whatTheCustomerHasIsNotShownAgain() {
    visit("tea", "pot");
    visit("tea", "tray");

    assertThat(ids(after(List.of(purchase("o-1", "pot").build()), "tea")))
        .isEqualTo(items("tea", "tray"));
  }

  @Test
  void onlyTheLastFiveLooksSpeak() {
    visit("tea", "pot");

    assertThat(ids(after(List.of(), "tea", "x-0", "x-1", "x-2", "x-3")))
        .isEqualTo(items("tea", "pot"));
    assertThat(ids(after(List.of(), "tea", "x-0", "x-1", "x-2", "x-3", "x-4")))
        .isEqualTo(items("tea"));
  }

  @Test
  void listsSpeakTooWhereTheShopsVisitsAreToldByThem() {
    lists.replace(
        new Visits(
            5,
            0,
            1,
            Map.of(item("tea"), List.of(new Visit(NOON.toEpochMilli(), items("tea", "pot")))),
            Map.of(),
            Map.of(item("tea"), List.of(new Neighbour(item("pot"), 0.5)))));

    List<Recommendation> chosen = after(List.of(), "tea");

    assertThat(ids(chosen)).isEqualTo(items("tea", "pot"));
    assertThat(chosen.get(1).reason()).isEqualTo(TEA);
  }
}
