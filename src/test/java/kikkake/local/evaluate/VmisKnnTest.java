package kikkake.local.evaluate;

import static kikkake.local.evaluate.MetricsTest.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VmisKnnTest {
  @Test
  void lendsTheItemsOfVisitsLikeThisOneButNotTheCurrentItem() {
    VmisKnn similar =
        new VmisKnn(List.of(items("a", "b"), items("a", "c"), items("a", "c"), items("x", "y")));

    // Of a's three visits two had c: 2 x .9 x ln(4/2) against .9 x ln(4/1) is a tie, so by id.
    assertThat(similar.rank(items("a"), 20)).isEqualTo(items("b", "c"));
  }

  @Test
  void theLastItemSaysMoreThanTheOneBefore() {
    VmisKnn similar = new VmisKnn(List.of(items("b", "q"), items("a", "p")));

    assertThat(similar.rank(items("a", "b"), 20)).isEqualTo(items("q", "a", "p"));
  }

  @Test
  void onlyTheLastTwoItemsCount() {
    VmisKnn similar = new VmisKnn(List.of(items("a", "p"), items("b", "q"), items("c", "r")));

    assertThat(similar.rank(items("a", "b", "c"), 20)).isEqualTo(items("r", "b", "q"));
  }

  @Test
  void hasNothingToSayAboutAnItemThatNobodyLookedAt() {
    assertThat(new VmisKnn(List.of(items("a", "b"))).rank(items("new"), 20)).isEmpty();
  }

  @Test
  void givesNoMoreThanAskedFor() {
    assertThat(new VmisKnn(List.of(items("a", "b", "c", "d"))).rank(items("a"), 2)).hasSize(2);
  }
}
