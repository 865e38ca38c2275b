package kikkake.recommend;

import static kikkake.recommend.Shopping.basket;
import static kikkake.recommend.Shopping.purchases;
import static kikkake.recommend.Shopping.row;
import static kikkake.recommend.Shopping.together;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CosineTest {
  private static ItemWeights lists(double shrinkage, Basket... baskets) {
    return new Cosine(shrinkage).build(together(purchases(baskets)));
  }

  @Test
  void scoresAreTheCosineOfTheCountsWithShrinkage() {
    // Numbered by id: cup 0, pot 1, tea 2. tea is in 4 baskets, cup in 3, pot in 1; tea and cup
    // together in 2, tea and pot in 1.
    ItemWeights lists =
        lists(
            5,
            basket(0, "tea", "cup", "pot"),
            basket(0, "tea", "cup"),
            basket(0, "tea"),
            basket(0, "tea"),
            basket(0, "cup"));

    assertThat(row(lists, 2))
        .containsExactly(
            Map.entry(0, (float) (2 / (Math.sqrt(4 * 3) + 5))),
            Map.entry(1, (float) (1 / (Math.sqrt(4 * 1) + 5))));
    assertThat(row(lists, 0))
        .containsExactly(
            Map.entry(2, (float) (2 / (Math.sqrt(3 * 4) + 5))),
            Map.entry(1, (float) (1 / (Math.sqrt(3 * 1) + 5))));
    assertThat(row(lists, 1))
        .containsExactly(
            Map.entry(0, (float) (1 / (Math.sqrt(1 * 3) + 5))),
            Map.entry(2, (float) (1 / (Math.sqrt(1 * 4) + 5))));
  }

  @Test
  void aPairSeenOnceLooksLikeALawOnlyWithoutShrinkage() {
    Basket[] baskets = {
      basket(0, "tea", "rare"),
      basket(0, "tea", "cup"),
      basket(0, "tea", "cup"),
      basket(0, "cup"),
      basket(0, "cup"),
      basket(0, "cup"),
      basket(0, "cup"),
      basket(0, "cup"),
      basket(0, "cup"),
    };

    assertThat(lists(0, baskets).target(2, 0)).as("1 / sqrt 3 before 2 / sqrt 24").isEqualTo(1);
    assertThat(lists(5, baskets).target(2, 0)).as("1 / 6.7 after 2 / 9.9").isEqualTo(0);
  }

  @Test
  void ofEqualScoresTheSmallerIdComesFirst() {
    ItemWeights lists = lists(3, basket(0, "x", "c", "a"), basket(0, "b", "x"));

    assertThat(row(lists, 3)).extracting(Map.Entry::getKey).containsExactly(0, 1, 2);
  }

  @Test
  void aListHasAtMostFiftyItemsAndNeverTheItemItself() {
    String[] many = IntStream.range(0, 60).mapToObj(i -> "i-" + i).toArray(String[]::new);

    ItemWeights lists = lists(3, basket(0, many));

    assertThat(IntStream.range(0, 60))
        .allSatisfy(item ->
            assertThat(row(lists, item))
                .hasSize(ListBuilder.MOST_NEIGHBOURS)
                .noneMatch(entry -> entry.getKey().equals(item)));
  }

  @Test
  void whatIsOnlyBoughtAloneHasAnEmptyList() {
    assertThat(row(lists(3, basket(0, "tea")), 0)).isEmpty();
  }
}
