package kikkake.recommend;

import static kikkake.recommend.Shopping.basket;
import static kikkake.recommend.Shopping.purchases;
import static kikkake.recommend.Shopping.row;
import static kikkake.recommend.Shopping.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import kikkake.event.ItemId;
import org.junit.jupiter.api.Test;

class RidgeTest {
  private static final int A = 0;
  private static final int B = 1;
  private static final int TARGET = 2;

  /** a in 6, b in 3, both in 3; the target with a in 4, with b in 1. */
  private static final CoOccurrence SMALL =
      together(
          purchases(
              basket(0, "a", "b", "target"),
              basket(0, "a", "b"),
              basket(0, "a", "b"),
              basket(0, "a", "target"),
              basket(0, "a", "target"),
              basket(0, "a", "target")));

  private static Optional<Float> weight(ItemWeights weights, int from, int to) {
    return row(weights, from).stream()
        .filter(entry -> entry.getKey() == to)
        .map(Map.Entry::getValue)
        .findFirst();
  }

  @Test
  void solvesTheSystemOfAnItemAndKeepsWeightsBelowZero() {
    ItemWeights weights = new Ridge(2, 100).build(SMALL);

    // (8 3; 3 5) (17; -4) / 31 = (4; 1)
    assertThat(weight(weights, A, TARGET)).hasValue((float) (17 / 31.0));
    assertThat(weight(weights, B, TARGET)).hasValue((float) (-4 / 31.0));
  }

  @Test
  void onlyTheItemsThatStandTogetherMostForetellOne() {
    ItemWeights weights = new Ridge(2, 1).build(SMALL);

    assertThat(weight(weights, A, TARGET)).as("4 / (6 + 2)").hasValue(0.5f);
    assertThat(weight(weights, B, TARGET)).isEmpty();
  }

  @Test
  void ofEqualCountsTheItemWithTheSmallerIdForetells() {
    ItemWeights weights =
        new Ridge(1, 1)
            .build(together(purchases(basket(0, "b", "x"), basket(0, "b"), basket(0, "a", "x"))));

    assertThat(weight(weights, 0, 2)).as("1 / (1 + 1)").hasValue(0.5f);
    assertThat(weight(weights, 1, 2)).isEmpty();
  }

  @Test
  void solvesARandomShopAsOneWhoEliminates() {
    CoOccurrence together = together(randomShop());

    assertSolved(new Ridge(10, 100), together);
  }

  @Test
  void solvesARandomShopWithFewPredictorsAsOneWhoEliminates() {
    CoOccurrence together = together(randomShop());

    assertSolved(new Ridge(30, 7), together);
  }

  private static Purchases randomShop() {
    SplittableRandom chance = new SplittableRandom(11);
    Basket[] baskets =
        IntStream.range(0, 300)
            .mapToObj(i -> {
              // Items of one of four kinds, so that pairs differ, and one of any.
              int kind = chance.nextInt(4);
              List<ItemId> items = new ArrayList<>();
              items.add(new ItemId("i-" + chance.nextInt(24)));
              int more = chance.nextInt(5);
              for (int n = 0; n < more; n++) {
                items.add(new ItemId("i-" + (4 * chance.nextInt(6) + kind)));
              }
              return new Basket(0, items);
            })
            .toArray(Basket[]::new);
    return purchases(baskets);
  }

  private static void assertSolved(Ridge ridge, CoOccurrence together) {
    ItemWeights weights = ridge.build(together);
    int items = together.itemCount();
    double[][] counts = new double[items][items];
    for (int i = 0; i < items; i++) {
      counts[i][i] = together.baskets(i);
      for (int k = 0; k < together.others(i).length; k++) {
        counts[i][together.others(i)[k]] = together.counts(i)[k];
      }
    }
    for (int target = 0; target < items; target++) {
      int one = target;
      int[] sources =
          IntStream.range(0, items)
              .filter(i -> i != one && counts[one][i] > 0)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> -counts[one][i]))
              .limit(ridge.predictors())
              .mapToInt(Integer::intValue)
              .toArray();
      double[] solved = eliminated(counts, sources, target, ridge.lambda());
      for (int i = 0; i < sources.length; i++) {
        assertThat((double) weight(weights, sources[i], target).orElseThrow())
            .isEqualTo(solved[i], within(1e-6));
      }
      assertThat(
              IntStream.range(0, items).filter(i -> weight(weights, i, one).isPresent()).toArray())
          .containsExactlyInAnyOrder(sources);
    }
  }

  /** Gauss and Jordan, with pivots. */
  private static double[] eliminated(double[][] counts, int[] sources, int target, double lambda) {
    int n = sources.length;
    double[][] system = new double[n][n + 1];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        system[i][k] = counts[sources[i]][sources[k]] + (i == k ? lambda : 0);
      }
      system[i][n] = counts[sources[i]][target];
    }
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int i = column + 1; i < n; i++) {
        pivot = Math.abs(system[i][column]) > Math.abs(system[pivot][column]) ? i : pivot;
      }
      double[] row = system[pivot];
      system[pivot] = system[column];
      system[column] = row;
      for (int i = 0; i < n; i++) {
        double factor = i == column ? 0 : system[i][column] / row[column];
        for (int k = column; k <= n; k++) {
          system[i][k] -= factor * row[k];
        }
      }
    }
    return IntStream.range(0, n).mapToDouble(i -> system[i][n] / system[i][i]).toArray();
  }

  @Test
  void aListHasAtMostFiftyItemsAndNeverTheItemItself() {
    String[] many = IntStream.range(0, 60).mapToObj(i -> "i-" + i).toArray(String[]::new);

    ItemWeights weights = new Ridge(30, 100).build(together(purchases(basket(0, many))));

    assertThat(IntStream.range(0, 60))
        .allSatisfy(item ->
            assertThat(row(weights, item))
                .hasSize(ListBuilder.MOST_NEIGHBOURS)
                .noneMatch(entry -> entry.getKey().equals(item)));
  }

  @Test
  void whatIsOnlyBoughtAloneHasAnEmptyList() {
    ItemWeights weights = new Ridge(30, 100).build(together(purchases(basket(0, "tea"))));

    assertThat(row(weights, 0)).isEmpty();
  }
}
