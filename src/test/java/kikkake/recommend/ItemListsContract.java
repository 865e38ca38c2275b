package kikkake.recommend;

import static kikkake.TestData.AWKWARD_ID;
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
  private final ItemLists lists = lists();

  abstract ItemLists lists();

  private static List<Neighbour> neighbours(String first, String second) {
    return List.of(new Neighbour(item(first), 0.75), new Neighbour(item(second), 0.125));
  }

  @Test
  void hasNoListsAtFirst() {
    assertThat(lists.popular()).isEmpty();
    assertThat(lists.boughtTogether(Set.of(item("tea")))).isEmpty();
    assertThat(lists.boughtTogether(Set.of())).isEmpty();
  }

  @Test
  void readsBackTheListsOfARebuildInTheirOrder() {
    lists.replace(
        Map.of(item("tea"), neighbours(AWKWARD_ID, "cup"), item(AWKWARD_ID), List.of()),
        items("pot", AWKWARD_ID));

    assertThat(lists.popular()).isEqualTo(items("pot", AWKWARD_ID));
    assertThat(lists.boughtTogether(Set.of(item("tea"), item(AWKWARD_ID), item("unknown"))))
        .isEqualTo(Map.of(item("tea"), neighbours(AWKWARD_ID, "cup"), item(AWKWARD_ID), List.of()));
  }

  @Test
  void keepsScoresToThreeDecimals() {
    lists.replace(Map.of(item("tea"), List.of(new Neighbour(item("cup"), 2 / 3.0))), List.of());

    assertThat(lists.boughtTogether(Set.of(item("tea"))))
        .containsEntry(item("tea"), List.of(new Neighbour(item("cup"), 0.667)));
  }

  @Test
  void writesOnlyWhatDiffers() {
    Map<ItemId, List<Neighbour>> first =
        Map.of(item("tea"), neighbours("cup", "pot"), item("cup"), neighbours("tea", "pot"));
    Map<ItemId, List<Neighbour>> second =
        Map.of(item("tea"), neighbours("pot", "cup"), item("cup"), neighbours("tea", "pot"));

    assertThat(lists.replace(first, items("tea"))).isEqualTo(3);
    assertThat(lists.replace(first, items("tea"))).isZero();
    assertThat(lists.replace(second, items("tea"))).isEqualTo(1);
    assertThat(lists.replace(second, items("cup"))).isEqualTo(1);
    assertThat(lists.popular()).isEqualTo(items("cup"));
    assertThat(lists.boughtTogether(Set.of(item("tea"))))
        .containsEntry(item("tea"), neighbours("pot", "cup"));
  }

  @Test
  void takesMoreListsThanOneRequest() {
    Map<ItemId, List<Neighbour>> many = new HashMap<>();
    for (int i = 0; i < 1_050; i++) {
      many.put(item("i-" + i), neighbours("cup", "pot"));
    }

    assertThat(lists.replace(many, List.of("tea").stream().map(ItemId::new).toList()))
        .isEqualTo(1_051);
    assertThat(lists.boughtTogether(many.keySet())).isEqualTo(many);
  }
}
