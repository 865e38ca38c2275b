package kikkake.recommend;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.browsed;
import static kikkake.TestData.catalogItem;
import static kikkake.TestData.item;
import static kikkake.TestData.items;
import static kikkake.TestData.line;
import static kikkake.TestData.purchase;
import static kikkake.TestData.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import kikkake.catalog.Catalog;
import kikkake.catalog.DynamoCatalog;
import kikkake.event.Browsed.Action;
import kikkake.event.ItemId;
import kikkake.event.OrderId;
import kikkake.event.Purchased;
import kikkake.event.Who;
import kikkake.history.CustomerHistory;
import kikkake.history.Views;
import kikkake.recommend.Recommendation.Reason;
import kikkake.table.DynamoTable;
import kikkake.table.TestTable;
import org.junit.jupiter.api.Test;

class RecommenderTest {
  private static final Who WHO = new Who(ANNA, null);

  private static final Recommender.Ask FOUR = new Recommender.Ask(NOON, Set.of(), 4);

  private final DynamoTable table = TestTable.simulated();
  private final Catalog catalog = new DynamoCatalog(table);
  private final ItemLists lists = new DynamoItemLists(table, InstantSource.fixed(NOON));
  private final Recommender recommender = new Recommender(lists, catalog);
  private final Map<ItemId, ItemLists.Row> rows = new HashMap<>();

  private void sells(String... ids) {
    for (String id : ids) {
      catalog.put(catalogItem(id).build());
    }
  }

  private void goesWith(String item, Object... neighboursAndScores) {
    List<Neighbour> neighbours = new ArrayList<>();
    for (int i = 0; i < neighboursAndScores.length; i += 2) {
      neighbours.add(
          new Neighbour(
              item((String) neighboursAndScores[i]), (Double) neighboursAndScores[i + 1]));
    }
    rows.put(item(item), new ItemLists.Row(neighbours, neighbours));
    lists.replace(rows, lists.facts());
  }

  private void popular(String... ids) {
    lists.replace(rows, ShopFacts.of(items(ids)));
  }

  private static CustomerHistory bought(Purchased... purchases) {
    return new CustomerHistory(List.of(purchases), Set.of(), List.of(), Map.of());
  }

  private static List<ItemId> ids(List<Recommendation> recommendations) {
    return recommendations.stream().map(recommendation -> recommendation.item().id()).toList();
  }

  @Test
  void whatGoesWithThingsBoughtComesBeforeWhatIsPopular() {
    sells("tea", "cup", "pot", "tray");
    goesWith("tea", "pot", 0.5, "cup", 0.4);
    popular("tray", "cup", "tea");

    List<Recommendation> chosen =
        recommender.newForYou(bought(purchase("o-1", "tea").build()), FOUR);

    assertThat(ids(chosen)).isEqualTo(items("pot", "cup", "tray"));
    assertThat(chosen)
        .extracting(Recommendation::reason)
        .containsExactly(
            new Reason.BoughtWith(item("tea"), "Title of tea"),
            new Reason.BoughtWith(item("tea"), "Title of tea"),
            new Reason.Popular());
  }

  @Test
  void scoresOfSeveralThingsAddUpAndTheStrongestIsTheReason() {
    sells("tea", "cup", "pot", "tray");
    goesWith("tea", "pot", 0.5, "tray", 0.3);
    goesWith("cup", "tray", 0.4);

    List<Recommendation> chosen =
        recommender.newForYou(bought(purchase("o-1", "tea", "cup").build()), FOUR);

    assertThat(ids(chosen)).isEqualTo(items("tray", "pot"));
    assertThat(chosen.getFirst().reason())
        .isEqualTo(new Reason.BoughtWith(item("cup"), "Title of cup"));
  }

  @Test
  void whatWasBoughtLatelyWeighsMore() {
    sells("tea", "cup", "pot", "tray");
    goesWith("tea", "pot", 0.5);
    goesWith("cup", "tray", 0.3);
    Purchased old = purchase("o-1", "tea").at(NOON.minus(Duration.ofDays(180))).build();

    assertThat(ids(recommender.newForYou(bought(old, purchase("o-2", "cup").build()), FOUR)))
        .as("0.5 * 1/2 after 180 days is less than 0.3")
        .isEqualTo(items("tray", "pot"));
  }

  @Test
  void ofEqualScoresTheItemIdDecides() {
    sells("tea", "b", "c", "a");
    goesWith("tea", "c", 0.5, "b", 0.5, "a", 0.5);

    assertThat(ids(recommender.newForYou(bought(purchase("o-1", "tea").build()), FOUR)))
        .isEqualTo(items("a", "b", "c"));
  }

  @Test
  void anItemWithoutATitleIsNoReasonToName() {
    sells("cup");
    goesWith("tea", "cup", 0.5);

    List<Recommendation> chosen =
        recommender.newForYou(
            bought(purchase("o-1").lines(line("tea", null, 1, "5")).build()), FOUR);

    assertThat(chosen).extracting(Recommendation::reason).containsExactly(new Reason.Popular());
  }

  @Test
  void anOrderThatWasCalledOffSaysNothingButItsItemsAreNotAdvised() {
    sells("tea", "cup", "pot");
    goesWith("tea", "cup", 0.5);
    popular("tea", "pot", "cup");
    CustomerHistory calledOff =
        new CustomerHistory(
            List.of(purchase("o-1", "tea").build()),
            Set.of(new OrderId("o-1")),
            List.of(),
            Map.of());

    assertThat(ids(recommender.newForYou(calledOff, FOUR))).isEqualTo(items("pot", "cup"));
  }

  @Test
  void oneOfEachFamilyAndNoneOfAFamilyThatTheCustomerHas() {
    catalog.put(catalogItem("tea").family("tea").build());
    catalog.put(catalogItem("green-tea").family("tea").build());
    catalog.put(catalogItem("red-cup").family("cup").build());
    catalog.put(catalogItem("blue-cup").family("cup").build());
    sells("pot");
    popular("green-tea", "blue-cup", "red-cup", "pot");

    assertThat(ids(recommender.newForYou(bought(purchase("o-1", "tea").build()), FOUR)))
        .isEqualTo(items("blue-cup", "pot"));
  }

  @Test
  void looksOnUntilThereAreEnoughHoweverManyAreSoldOut() {
    for (int i = 0; i < 100; i++) {
      catalog.put(catalogItem("i-" + i).stock(i < 90 ? 0 : 1).build());
    }
    popular(IntStream.range(0, 100).mapToObj(i -> "i-" + i).toArray(String[]::new));

    assertThat(ids(recommender.newForYou(bought(), FOUR)))
        .isEqualTo(items("i-90", "i-91", "i-92", "i-93"));
  }

  @Test
  void afterBrowsingTheCartComesFirstThenTheLatestLookThenWhatGoesWithIt() {
    sells("tea", "cup", "pot", "tray", "box");
    goesWith("tea", "tray", 0.1);
    goesWith("cup", "box", 0.2);
    Views views =
        Views.NONE.with(
            List.of(
                browsed(Action.ADDED, "tea", WHO, NOON.minusSeconds(20)),
                viewed("cup", WHO, NOON.minusSeconds(10))));

    List<Recommendation> chosen =
        recommender.afterBrowsing(views, bought(), NOON.minusSeconds(60), FOUR);

    assertThat(ids(chosen))
        .as("the cart weighs three times")
        .isEqualTo(items("tea", "cup", "tray", "box"));
    assertThat(chosen.get(0).reason()).isEqualTo(new Reason.LookedAt(NOON.minusSeconds(20), true));
    assertThat(chosen.get(1).reason()).isEqualTo(new Reason.LookedAt(NOON.minusSeconds(10), false));
    assertThat(chosen.get(2).reason())
        .isEqualTo(new Reason.BoughtWith(item("tea"), "Title of tea"));
  }

  @Test
  void afterBrowsingNothingIsShownWhereNothingThatWasLookedAtCanBeBought() {
    sells("tea", "pot");
    catalog.put(catalogItem("cup").stock(0).build());
    popular("pot");
    Views views =
        Views.NONE.with(
            List.of(
                viewed("cup", WHO, NOON),
                viewed("unknown", WHO, NOON),
                viewed("tea", WHO, NOON),
                viewed("pot", WHO, NOON.plusSeconds(1))));

    assertThat(recommender.afterBrowsing(views, bought(purchase("o-1", "tea").build()), NOON, FOUR))
        .isEmpty();
  }

  @Test
  void whatWasShownOftenEnoughComesAfterEverythingElse() {
    sells("tea", "cup", "pot", "tray");
    goesWith("tea", "pot", 0.5, "cup", 0.4);
    popular("tray");

    assertThat(
            ids(
                recommender.newForYou(
                    bought(purchase("o-1", "tea").build()),
                    new Recommender.Ask(NOON, Set.of(item("pot")), 3))))
        .isEqualTo(items("cup", "tray", "pot"));
  }

  @Test
  void atMostTwoOfACategoryWhereOthersWillDo() {
    for (String id : List.of("a", "b", "c")) {
      catalog.put(catalogItem(id).category("cups").build());
    }
    sells("tea", "pot", "tray");
    goesWith("tea", "a", 0.5, "b", 0.4, "c", 0.3);
    popular("pot", "tray");

    assertThat(ids(recommender.newForYou(bought(purchase("o-1", "tea").build()), FOUR)))
        .isEqualTo(items("a", "b", "pot", "tray"));
  }
}
