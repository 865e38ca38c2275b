package kikkake.recommend;

import static kikkake.TestData.item;
import static kikkake.TestData.items;
import static kikkake.recommend.Shopping.assertScore;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import kikkake.event.ItemId;
import org.junit.jupiter.api.Test;

class SimilarVisitsTest {
  private static final Visit FIRST = visit(1, "a", "x");
  private static final Visit SECOND = visit(2, "b", "y");
  private static final Visit THIRD = visit(3, "a", "b", "z");

  /** The latest first; a fourth visit has none of them. */
  private static final Map<ItemId, List<Visit>> ROWS =
      Map.of(
          item("a"), List.of(THIRD, FIRST),
          item("b"), List.of(THIRD, SECOND));

  private static final Map<ItemId, Integer> COUNTS =
      Map.of(item("a"), 2, item("b"), 2, item("x"), 1, item("y"), 1, item("z"), 1);

  private static Visit visit(long number, String... items) {
    return new Visit(number, items(items));
  }

  private static Mix score(SimilarVisits similar, String... prefix) {
    return similar.score(items(prefix), ROWS, 4, COUNTS);
  }

  private static List<ItemId> ranked(Mix mix) {
    return mix.best(10_000, item -> true);
  }

  @Test
  void visitsThatShareTheLastItemsLendTheirsAndWhatIsRareSaysMore() {
    Mix mix = score(new SimilarVisits(5, 100), "a", "b");

    // b, the latest, weighs 1 and a 1/2. The second visit shares b: 1; the third both: 3/2; the
    // first a: 1/2. Where b is the latest that is shared, 0.9 of it counts, and where a is, 0.8.
    assertScore(mix, "z", 1.5 * 0.9 * Math.log(4));
    assertScore(mix, "y", 1 * 0.9 * Math.log(4));
    assertScore(mix, "x", 0.5 * 0.8 * Math.log(4));
    assertScore(mix, "a", (1.5 * 0.9 + 0.5 * 0.8) * Math.log(2));
    assertScore(mix, "b", (1.5 * 0.9 + 1 * 0.9) * Math.log(2));
  }

  @Test
  void onlyTheLastItemsOfTheWindowCount() {
    assertThat(ranked(score(new SimilarVisits(1, 100), "a", "b")))
        .isEqualTo(ranked(score(new SimilarVisits(1, 100), "b")))
        .doesNotContain(item("x"));
  }

  @Test
  void anItemThatComesTwiceCountsAtItsLatestPlace() {
    Mix mix = score(new SimilarVisits(5, 100), "b", "a", "b");

    // Of three places b has the last, weight 1, and a the one before, 2/3.
    assertScore(mix, "z", (1 + 2 / 3.0) * 0.9 * Math.log(4));
    assertScore(mix, "x", 2 / 3.0 * 0.8 * Math.log(4));
  }

  @Test
  void onlyTheMostSimilarVisitsLendTheirItemsOfEqualOnesTheLatest() {
    assertThat(ranked(score(new SimilarVisits(5, 1), "a", "b"))).isEqualTo(items("z", "a", "b"));
    assertThat(ranked(score(new SimilarVisits(5, 1), "a")))
        .as("the third and the first share a")
        .isEqualTo(items("z", "a", "b"));
    assertThat(ranked(score(new SimilarVisits(5, 2), "a", "b"))).doesNotContain(item("x"));
  }

  @Test
  void whatIsSharedTenStepsBackSaysNothing() {
    List<String> way = new ArrayList<>(List.of("a"));
    way.addAll(Collections.nCopies(8, "unknown"));
    assertThat(ranked(score(new SimilarVisits(20, 100), way.toArray(String[]::new))))
        .contains(item("x"));
    way.add("unknown");
    assertThat(ranked(score(new SimilarVisits(20, 100), way.toArray(String[]::new)))).isEmpty();
  }

  @Test
  void whatIsInEveryVisitOrUnknownSaysNothing() {
    SimilarVisits similar = new SimilarVisits(5, 100);

    assertThat(ranked(similar.score(items("a"), ROWS, 2, COUNTS)))
        .as("a and b are in both of two visits")
        .isEqualTo(items("x", "z"));
    assertThat(ranked(score(similar, "unknown"))).isEmpty();
    assertThat(ranked(score(similar))).isEmpty();
  }
}
