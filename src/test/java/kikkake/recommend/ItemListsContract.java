package kikkake.recommend;

import static kikkake.TestData.AWKWARD_ID;
import static kikkake.TestData.NOON;
import static kikkake.TestData.item;
import static kikkake.TestData.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.event.ItemId;
import org.junit.jupiter.api.Test;

/** What every store of item lists does. */
abstract class ItemListsContract {
  private static final ItemLists.Row CUP_THEN_POT = row("cup", "pot");
  private static final ItemLists.Row POT_THEN_CUP = row("pot", "cup");

  private final ItemLists lists = lists();

  abstract ItemLists lists();

  private static ItemLists.Row row(String first, String second) {
    return new ItemLists.Row(
        List.of(new Neighbour(item(first), 0.75), new Neighbour(item(second), -0.1254)),
        List.of(new Neighbour(item(second), 0.5)));
  }

  private Map<ItemId, ItemLists.Row> found(Set<ItemId> items) {
    Map<ItemId, List<Neighbour>> fresh = lists.fresh(items);
    Map<ItemId, ItemLists.Row> rows = new HashMap<>();
    lists
        .together(items)
        .forEach((item, list) ->
            rows.put(item, new ItemLists.Row(list, fresh.getOrDefault(item, List.of()))));
    assertThat(rows.keySet()).isEqualTo(fresh.keySet());
    return rows;
  }

  private static ShopFacts facts(String... popular) {
    return ShopFacts.of(items(popular));
  }

  @Test
  void hasNoListsAtFirst() {
    assertThat(lists.facts()).isEqualTo(ShopFacts.NONE);
    assertThat(lists.together(Set.of(item("tea")))).isEmpty();
    assertThat(lists.fresh(Set.of())).isEmpty();
  }

  @Test
  void readsBackTheRowsOfARebuildInTheirOrder() {
    Map<ItemId, ItemLists.Row> rows =
        Map.of(
            item("tea"),
            row(AWKWARD_ID, "cup"),
            item(AWKWARD_ID),
            new ItemLists.Row(List.of(), List.of()));

    lists.replace(rows, facts("pot", AWKWARD_ID));

    assertThat(lists.facts().popular()).isEqualTo(items("pot", AWKWARD_ID));
    assertThat(found(Set.of(item("tea"), item(AWKWARD_ID), item("unknown")))).isEqualTo(rows);
  }

  @Test
  void readsBackTheFactsOfTheShop() {
    ShopFacts facts =
        new ShopFacts(
            Mixing.DEFAULT.withRebuy(0.25).withHalfLife(90),
            items("pot", AWKWARD_ID),
            Map.of(
                item("pot"), new ItemRate(0.25, 1, 1.5),
                item(AWKWARD_ID), new ItemRate(0.0125, 0.0001, 0)),
            "by nine customers");

    lists.replace(Map.of(), facts);

    assertThat(lists.facts()).isEqualTo(facts);
  }

  /** Of two visits, the later one with an awkward item. */
  private static Visits visits(int neighbours, int count) {
    long now = NOON.toEpochMilli();
    Visit first = new Visit(now - 5, items("tea", "cup"));
    Visit second = new Visit(now, items("tea", AWKWARD_ID));
    List<Neighbour> list = List.of(new Neighbour(item("cup"), 0.5));
    return new Visits(
        3,
        neighbours,
        count,
        Map.of(
            item("tea"),
            List.of(second, first),
            item("cup"),
            List.of(first),
            item(AWKWARD_ID),
            List.of(second)),
        Map.of(item("tea"), 2, item("cup"), 1, item(AWKWARD_ID), 1),
        neighbours == 0 ? Map.of(item("tea"), list) : Map.of());
  }

  @Test
  void readsBackTheVisitsOfSomeItems() {
    assertThat(lists.visits(Set.of(item("tea")))).isEqualTo(Visits.NONE);
    Visits all = visits(100, 2);

    lists.replace(all);

    assertThat(lists.visits(Set.of(item("tea"), item("unknown"))))
        .isEqualTo(
            new Visits(
                3,
                100,
                2,
                Map.of(item("tea"), all.latest().getOrDefault(item("tea"), List.of())),
                all.counts(),
                Map.of()));
    assertThat(lists.visits(Set.of(item("tea"), item("cup"), item(AWKWARD_ID)))).isEqualTo(all);
    assertThat(lists.together(Set.of(item("tea")))).as("another row").isEmpty();
  }

  @Test
  void readsBackListsOfWhatIsLookedAtTogetherWhereTheySpeak() {
    lists.replace(visits(100, 2));
    Visits byLists = visits(0, 2);

    lists.replace(byLists);

    assertThat(lists.visits(Set.of(item("tea"))))
        .isEqualTo(new Visits(3, 0, 2, Map.of(), Map.of(), byLists.lists()));
  }

  @Test
  void writesOnlyTheVisitsThatDiffer() {
    assertThat(lists.replace(Visits.NONE)).as("nothing was there").isZero();
    assertThat(lists.replace(visits(100, 2))).isEqualTo(4);
    assertThat(lists.replace(visits(100, 2))).isZero();
    assertThat(lists.replace(visits(100, 3))).as("one more elsewhere").isEqualTo(1);
    assertThat(lists.replace(Visits.NONE)).as("the shop's").isEqualTo(1);
    assertThat(lists.visits(Set.of(item("tea"))).score(items("tea")).best(9, item -> true))
        .as("the items' rows speak no more")
        .isEmpty();
  }

  @Test
  void writesOnlyWhatDiffers() {
    Map<ItemId, ItemLists.Row> first =
        Map.of(item("tea"), CUP_THEN_POT, item("cup"), row("tea", "pot"));
    Map<ItemId, ItemLists.Row> second =
        Map.of(item("tea"), POT_THEN_CUP, item("cup"), row("tea", "pot"));

    assertThat(lists.replace(first, facts("tea"))).isEqualTo(3);
    assertThat(lists.replace(first, facts("tea"))).isZero();
    assertThat(lists.replace(second, facts("tea"))).isEqualTo(1);
    assertThat(lists.replace(second, facts("cup"))).isEqualTo(1);
    assertThat(lists.facts().popular()).isEqualTo(items("cup"));
    assertThat(found(Set.of(item("tea")))).containsEntry(item("tea"), POT_THEN_CUP);
  }

  @Test
  void takesMoreRowsThanOneRequest() {
    Map<ItemId, ItemLists.Row> many = new HashMap<>();
    for (int i = 0; i < 1_050; i++) {
      many.put(item("i-" + i), CUP_THEN_POT);
    }

    assertThat(lists.replace(many, facts("tea"))).isEqualTo(1_051);
    assertThat(found(many.keySet())).isEqualTo(many);
  }
}
