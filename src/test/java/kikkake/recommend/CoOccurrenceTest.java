package kikkake.recommend;

import static kikkake.TestData.item;
import static kikkake.recommend.Shopping.NEVER;
import static kikkake.recommend.Shopping.basket;
import static kikkake.recommend.Shopping.purchases;
import static kikkake.recommend.Shopping.together;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoOccurrenceTest {
  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;

  private static String[] names(int from, int to) {
    return IntStream.range(from, to).mapToObj("i-%03d"::formatted).toArray(String[]::new);
  }

  private static float count(CoOccurrence together, int item, int other) {
    int place = Arrays.binarySearch(together.others(item), other);
    return place < 0 ? 0 : together.counts(item)[place];
  }

  @Test
  void countsTheBasketsOfEachItemAndOfEachPair() {
    CoOccurrence together =
        together(purchases(basket(0, "a", "b", "c"), basket(0, "a", "b"), basket(0, "c")));

    assertThat(together.itemCount()).isEqualTo(3);
    assertThat(together.baskets(A)).isEqualTo(2);
    assertThat(together.baskets(B)).isEqualTo(2);
    assertThat(together.baskets(C)).isEqualTo(2);
    assertThat(together.others(A)).containsExactly(B, C);
    assertThat(together.counts(A)).containsExactly(2, 1);
    assertThat(together.others(C)).containsExactly(A, B);
    assertThat(together.counts(C)).containsExactly(1, 1);
  }

  @Test
  void countsAsOneWhoCountsByHandAndAlikeInBothDirections() {
    SplittableRandom chance = new SplittableRandom(5);
    List<Basket> baskets = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      baskets.add(
          new Basket(
              0, chance.ints(1 + chance.nextInt(6), 0, 20).mapToObj(n -> item("i-" + n)).toList()));
    }
    Purchases purchases = purchases(baskets.toArray(Basket[]::new));

    CoOccurrence together = together(purchases);

    for (int i = 0; i < purchases.itemCount(); i++) {
      for (int j = 0; j < purchases.itemCount(); j++) {
        int a = i;
        int b = j;
        long both =
            baskets.stream()
                .filter(one -> one.items().contains(purchases.item(a)))
                .filter(one -> one.items().contains(purchases.item(b)))
                .count();
        assertThat(a == b ? together.baskets(a) : count(together, a, b)).isEqualTo((float) both);
        assertThat(count(together, a, b)).isEqualTo(count(together, b, a));
      }
    }
  }

  @Test
  void aBasketCountsHalfAfterAHalfLifeAndAQuarterAfterTwo() {
    Purchases purchases =
        purchases(basket(100, "a", "b"), basket(90, "a", "b"), basket(80, "a", "c"));

    CoOccurrence together = CoOccurrence.count(purchases, Today.of(100), 10);

    assertThat(together.baskets(A)).isEqualTo(1.75f);
    assertThat(together.baskets(B)).isEqualTo(1.5f);
    assertThat(together.baskets(C)).isEqualTo(0.25f);
    assertThat(together.counts(A)).containsExactly(1.5f, 0.25f);
  }

  @Test
  void sumsAreTheSameInWhateverOrderTheBasketsCome() {
    SplittableRandom chance = new SplittableRandom(7);
    List<Basket> baskets =
        chance.ints(2_000, 0, 900).mapToObj(day -> basket(day, "a", "b")).toList();
    float forth = CoOccurrence.count(pack(baskets), Today.of(901), 90).counts(A)[0];
    float back = CoOccurrence.count(pack(baskets.reversed()), Today.of(901), 90).counts(A)[0];

    assertThat(forth).isEqualTo(back);
  }

  private static Purchases pack(List<Basket> baskets) {
    return purchases(baskets.toArray(Basket[]::new));
  }

  @Test
  void withoutAHalfLifeAllBasketsCountOne() {
    Purchases purchases = purchases(basket(0, "a", "b"), basket(20_000, "a", "b"));

    assertThat(CoOccurrence.count(purchases, Today.of(20_000), NEVER).counts(A)).containsExactly(2);
  }

  @Test
  void whereNobodyKnowsTheDaysAllBasketsCountOne() {
    Purchases purchases = purchases(basket(0, "a", "b"), basket(500, "a", "b"));

    assertThat(CoOccurrence.count(purchases, Today.UNKNOWN, 1).counts(A)).containsExactly(2);
  }

  @Test
  void aBasketTooOldToCountLeavesNoPairBehind() {
    Purchases purchases =
        purchases(basket(0, "a", "b", "c"), basket(1, "a", "b"), basket(20_000, "a", "b"));

    CoOccurrence together = CoOccurrence.count(purchases, Today.of(20_000), 30);

    assertThat(together.others(A)).as("each once").containsExactly(B);
    assertThat(together.counts(A)).containsExactly(1);
    assertThat(together.others(C)).isEmpty();
  }

  @Test
  void hugeBasketsAreLeftOut() {
    Purchases purchases =
        purchases(basket(0, names(0, 301)), basket(0, names(0, 300)), basket(0, names(299, 301)));

    CoOccurrence together = together(purchases);

    assertThat(together.baskets(0)).isEqualTo(1);
    assertThat(together.others(0)).hasSize(299).doesNotContain(300);
    assertThat(together.counts(0)).containsOnly(1);
    assertThat(together.others(300)).containsExactly(299);
    assertThat(together.baskets(300)).isEqualTo(1);
  }

  @Test
  void aShopWithoutPurchasesHasNoPairs() {
    assertThat(together(purchases(new Basket[0])).itemCount()).isZero();
  }
}
