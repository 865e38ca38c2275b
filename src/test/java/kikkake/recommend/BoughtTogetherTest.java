package kikkake.recommend;

import static kikkake.TestData.NOON;
import static kikkake.TestData.item;
import static kikkake.TestData.items;
import static kikkake.TestData.line;
import static kikkake.TestData.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kikkake.event.ItemId;
import kikkake.event.OrderLine;
import kikkake.event.Who;
import kikkake.history.DynamoHistory;
import kikkake.history.History;
import kikkake.table.DynamoTable;
import kikkake.table.TestTable;
import org.junit.jupiter.api.Test;

class BoughtTogetherTest {
  private final Baskets baskets = new Baskets();
  private int orders;

  private void order(String... items) {
    order(NOON, items);
  }

  private void order(Instant at, String... items) {
    baskets.add(purchase("o-" + orders++, items).at(at).build());
  }

  private static List<ItemId> ids(List<Neighbour> neighbours) {
    return neighbours.stream().map(Neighbour::item).toList();
  }

  @Test
  void scoresAreTheCosineOfTheCountsWithShrinkage() {
    order("tea", "cup");
    order("tea", "cup", "pot");
    order("tea", "cup", "pot");
    order("tea");
    order("tray", "tea");

    Map<ItemId, List<Neighbour>> lists = BoughtTogether.build(baskets);

    // tea is in 5 orders, cup in 3, pot in 2: tea and cup together in 3, the others in 2.
    assertThat(lists).containsOnlyKeys(item("tea"), item("cup"), item("pot"));
    assertThat(ids(lists.getOrDefault(item("tea"), List.of()))).isEqualTo(items("cup", "pot"));
    assertScores(lists, "tea", 3 / (Math.sqrt(5 * 3) + 5), 2 / (Math.sqrt(5 * 2) + 5));
    assertThat(ids(lists.getOrDefault(item("cup"), List.of()))).isEqualTo(items("tea", "pot"));
    assertScores(lists, "cup", 3 / (Math.sqrt(3 * 5) + 5), 2 / (Math.sqrt(3 * 2) + 5));
    assertThat(ids(lists.getOrDefault(item("pot"), List.of()))).isEqualTo(items("cup", "tea"));
    assertScores(lists, "pot", 2 / (Math.sqrt(2 * 3) + 5), 2 / (Math.sqrt(2 * 5) + 5));
  }

  private static void assertScores(
      Map<ItemId, List<Neighbour>> lists, String item, double first, double second) {
    List<Neighbour> list = lists.getOrDefault(item(item), List.of());
    assertThat(list.get(0).score()).isCloseTo(first, within(1e-12));
    assertThat(list.get(1).score()).isCloseTo(second, within(1e-12));
  }

  @Test
  void ofEqualScoresTheItemIdDecides() {
    order("b", "x", "c", "a");
    order("a", "c", "x", "b");

    assertThat(ids(BoughtTogether.build(baskets).getOrDefault(item("x"), List.of())))
        .isEqualTo(items("a", "b", "c"));
  }

  @Test
  void aLineTwiceInAnOrderCountsOnce() {
    order("tea", "tea", "cup");

    assertThat(BoughtTogether.build(baskets)).isEmpty();
  }

  @Test
  void aListHasAtMostFiftyItems() {
    String[] many = IntStream.range(0, 60).mapToObj(i -> "i-" + i).toArray(String[]::new);
    order(many);
    order(many);

    assertThat(BoughtTogether.build(baskets))
        .hasSize(60)
        .allSatisfy((item, list) ->
            assertThat(list)
                .hasSize(BoughtTogether.MAX_NEIGHBOURS)
                .noneMatch(n -> n.item().equals(item)));
  }

  @Test
  void anOrderOfADealerSaysNothingAboutWhatGoesTogether() {
    OrderLine[] many =
        IntStream.range(0, 201).mapToObj(i -> line("i-" + i)).toArray(OrderLine[]::new);
    baskets.add(purchase("o-1").lines(many).build());
    baskets.add(purchase("o-2").lines(many).build());

    assertThat(BoughtTogether.build(baskets)).isEmpty();
    assertThat(Popularity.rank(baskets)).hasSize(Popularity.MAX_ITEMS);
  }

  @Test
  void noOrdersGiveNoLists() {
    assertThat(BoughtTogether.build(baskets)).isEmpty();
    assertThat(Popularity.rank(baskets)).isEmpty();
  }

  @Test
  void popularIsWhatWasInTheMostOrdersOfTheLastFourWeeksThenEver() {
    Instant longAgo = NOON.minus(Duration.ofDays(29));
    order(longAgo, "old", "older", "b");
    order(longAgo, "old", "b");
    order(longAgo, "old");
    order("new", "b", "a");
    order(NOON.minus(Duration.ofDays(27)), "new");

    assertThat(Popularity.rank(baskets)).isEqualTo(items("new", "b", "a", "old", "older"));
  }

  @Test
  void aRebuildCountsTheOrdersOfGuestsToo() {
    DynamoTable table = TestTable.simulated();
    History history = new DynamoHistory(table);
    history.add(purchase("o-1", "tea", "cup").by(Who.NOBODY).build(), Map.of());
    history.add(purchase("o-2", "tea", "cup").build(), Map.of());
    ItemLists lists = new DynamoItemLists(table, InstantSource.fixed(NOON));
    Rebuild rebuild = new Rebuild(history, lists);

    assertThat(rebuild.run()).isEqualTo(new Rebuild.Report(2, 2, 3));
    assertThat(rebuild.run()).as("again").isEqualTo(new Rebuild.Report(2, 2, 0));
    assertThat(lists.popular()).isEqualTo(items("cup", "tea"));
  }
}
