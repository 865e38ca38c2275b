package kikkake.recommend;

import static kikkake.TestData.item;
import static kikkake.recommend.Shopping.basket;
import static kikkake.recommend.Shopping.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class IntervalsTest {
  @Test
  void theMedianOfTheDaysBetween() {
    Shopper shopper =
        shopper(
            basket(0, "tea", "cup"),
            basket(30, "tea"),
            basket(60, "tea", "pot"),
            basket(160, "tea", "pot"));

    assertThat(Intervals.of(shopper)).isEqualTo(Map.of(item("tea"), 30, item("pot"), 100));
  }

  @Test
  void ofTwoMediansTheSmallerAndOneDayIsOnePurchase() {
    Shopper shopper =
        shopper(basket(5, "tea"), basket(10, "tea"), basket(10, "tea", "cup"), basket(30, "tea"));

    assertThat(Intervals.of(shopper)).isEqualTo(Map.of(item("tea"), 5));
    assertThat(Intervals.of(shopper())).isEmpty();
  }
}
