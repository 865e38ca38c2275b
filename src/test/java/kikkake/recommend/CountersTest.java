package kikkake.recommend;

import static kikkake.TestData.item;
import static kikkake.recommend.Shopping.NEVER;
import static kikkake.recommend.Shopping.basket;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import kikkake.recommend.Counters.Counter;
import org.junit.jupiter.api.Test;

class CountersTest {
  @Test
  void aPurchaseCountsOneAndFadesByHalfInAHalfLife() {
    List<Basket> baskets = List.of(basket(100, "tea"), basket(90, "tea", "pot"), basket(80, "pot"));

    assertThat(Counters.of(new Shopper(baskets), Today.of(100), 10).items())
        .containsExactly(new Counter(item("tea"), 1.5, 100), new Counter(item("pot"), 0.75, 90));
  }

  @Test
  void withoutAHalfLifeNothingFades() {
    assertThat(
            Counters.of(
                    new Shopper(List.of(basket(0, "tea"), basket(50, "tea"))),
                    Today.of(20_000),
                    NEVER)
                .items())
        .containsExactly(new Counter(item("tea"), 2, 50));
  }

  @Test
  void ofEqualOnesTheLatestComesFirstThenTheSmallerId() {
    List<Basket> baskets = List.of(basket(1, "d", "c"), basket(2, "b", "a"));

    assertThat(Counters.of(new Shopper(baskets), Today.of(2), NEVER).items())
        .extracting(Counter::item)
        .containsExactly(item("a"), item("b"), item("c"), item("d"));
  }

  @Test
  void keepsTheTwoHundredStrongestOfACustomer() {
    String[] many = IntStream.range(0, 201).mapToObj("i-%03d"::formatted).toArray(String[]::new);
    List<Basket> baskets = List.of(basket(1, many), basket(2, "i-200"));

    assertThat(Counters.of(new Shopper(baskets), Today.of(2), NEVER).items())
        .hasSize(Counters.MOST)
        .startsWith(new Counter(item("i-200"), 2, 2), new Counter(item("i-000"), 1, 1))
        .endsWith(new Counter(item("i-198"), 1, 1));
  }

  @Test
  void whoBoughtNothingHasNone() {
    assertThat(Counters.of(new Shopper(List.of()), Today.of(5), 10).items()).isEmpty();
  }
}
