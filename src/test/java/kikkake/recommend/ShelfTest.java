package kikkake.recommend;

import static kikkake.TestData.NOON;
import static kikkake.TestData.catalogItem;
import static kikkake.TestData.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kikkake.event.ItemId;
import kikkake.recommend.Recommendation.Reason;
import org.junit.jupiter.api.Test;

class ShelfTest {
  private final Shelf shelf = new Shelf(4, item -> new Reason.Popular());

  private void offers(String category, String... ids) {
    for (String id : ids) {
      shelf.offer(catalogItem(id).category(category).build());
    }
  }

  private List<ItemId> shown() {
    return shelf.shown().stream().map(each -> each.item().id()).toList();
  }

  @Test
  void atMostTwoOfACategoryWhereOthersAreOffered() {
    offers("tea", "a", "b", "c");
    offers("cups", "d", "e");
    shelf.takeWaiting(true);

    assertThat(shown()).isEqualTo(items("a", "b", "d", "e"));
  }

  @Test
  void whatWaitedFillsTheRestInItsOrder() {
    offers("tea", "a", "b", "c", "d", "e");
    offers("cups", "f");
    shelf.takeWaiting(false);

    assertThat(shown()).isEqualTo(items("a", "b", "f", "c"));
  }

  @Test
  void whatWaitsIsNotTakenWhereMoreIsToCome() {
    offers("tea", "a", "b", "c");
    shelf.takeWaiting(false);
    offers("cups", "d", "e");

    assertThat(shown()).isEqualTo(items("a", "b", "d", "e"));
  }

  @Test
  void whatWasLookedAtIsPlacedWhateverItsCategory() {
    for (String id : List.of("a", "b", "c")) {
      shelf.place(catalogItem(id).category("tea").build(), new Reason.LookedAt(NOON, false));
    }

    assertThat(shown()).isEqualTo(items("a", "b", "c"));
  }

  @Test
  void nothingSoldOutUnpublishedTwiceOrOfAFamilyThatIsThere() {
    shelf.bar(catalogItem("owned").family("pots").build());
    shelf.offer(catalogItem("gone").stock(0).build());
    shelf.offer(catalogItem("hidden").unpublished().build());
    shelf.offer(catalogItem("red-pot").family("pots").build());
    shelf.offer(catalogItem("red-cup").family("cups").build());
    shelf.offer(catalogItem("blue-cup").family("cups").build());
    shelf.offer(catalogItem("red-cup").build());

    assertThat(shown()).isEqualTo(items("red-cup"));
  }

  @Test
  void aFullShelfTakesNothingMore() {
    offers("a", "a", "b");
    offers("b", "c", "d");
    offers("c", "e");
    shelf.takeWaiting(true);

    assertThat(shown()).isEqualTo(items("a", "b", "c", "d"));
  }
}
