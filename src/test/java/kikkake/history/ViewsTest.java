package kikkake.history;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.browsed;
import static kikkake.TestData.item;
import static kikkake.TestData.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kikkake.event.Browsed;
import kikkake.event.Browsed.Action;
import kikkake.event.Who;
import kikkake.history.Views.View;
import org.junit.jupiter.api.Test;

class ViewsTest {
  private static final Who WHO = new Who(ANNA, null);

  @Test
  void keepsTheLatestItemsLatestFirst() {
    List<Browsed> looks = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      looks.add(viewed("i-" + i, WHO, NOON.plusSeconds(i)));
    }
    Collections.shuffle(looks, new java.util.Random(1));

    List<View> recent = Views.NONE.with(looks).recent();

    assertThat(recent).hasSize(Views.KEPT);
    assertThat(recent.getFirst().item()).isEqualTo(item("i-24"));
    assertThat(recent.getLast().item()).isEqualTo(item("i-5"));
  }

  @Test
  void anItemIsInTheCartUntilItIsTakenOut() {
    Views added = Views.NONE.with(List.of(browsed(Action.ADDED, "tea", WHO, NOON)));
    Views lookedAgain = added.with(List.of(viewed("tea", WHO, NOON.plusSeconds(1))));
    Views removed =
        lookedAgain.with(List.of(browsed(Action.REMOVED, "tea", WHO, NOON.plusSeconds(2))));

    assertThat(lookedAgain.recent())
        .containsExactly(new View(item("tea"), NOON.plusSeconds(1), true));
    assertThat(removed.recent()).containsExactly(new View(item("tea"), NOON.plusSeconds(2), false));
  }

  @Test
  void anOlderEventDoesNotUndoANewerOne() {
    Views removed =
        Views.NONE.with(List.of(browsed(Action.REMOVED, "tea", WHO, NOON.plusSeconds(2))));

    assertThat(removed.with(List.of(browsed(Action.ADDED, "tea", WHO, NOON)))).isEqualTo(removed);
  }

  @Test
  void joinsWithTheLaterLookOfEachItem() {
    Views mine = Views.NONE.with(List.of(viewed("tea", WHO, NOON), viewed("cup", WHO, NOON)));
    Views before =
        Views.NONE.with(
            List.of(
                browsed(Action.ADDED, "tea", WHO, NOON.plusSeconds(1)),
                viewed("cup", WHO, NOON.minusSeconds(1)),
                viewed("pot", WHO, NOON.minusSeconds(2))));

    assertThat(mine.join(before).recent())
        .containsExactly(
            new View(item("tea"), NOON.plusSeconds(1), true),
            new View(item("cup"), NOON, false),
            new View(item("pot"), NOON.minusSeconds(2), false));
    assertThat(mine.join(before).join(before)).isEqualTo(mine.join(before));
  }

  @Test
  void theLatestLookIsNotOneOfTheFuture() {
    Views views =
        Views.NONE.with(List.of(viewed("tea", WHO, NOON), viewed("cup", WHO, NOON.plusSeconds(9))));

    assertThat(views.latest(NOON)).contains(NOON);
    assertThat(views.latest(NOON.minusSeconds(1))).isEmpty();
  }
}
