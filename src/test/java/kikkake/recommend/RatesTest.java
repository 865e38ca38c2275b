package kikkake.recommend;

import static kikkake.TestData.item;
import static kikkake.TestData.items;
import static kikkake.recommend.Shopping.basket;
import static kikkake.recommend.Shopping.shopper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RatesTest {
  /** Rates have the four decimal places that a row keeps. */
  private static final Offset<Double> EXACTLY = within(0.000051);

  private static final Today TODAY = Today.of(1_000);

  private static ShopFacts facts(Today today, List<Shopper> shoppers) {
    Purchases purchases = Purchases.of(shoppers);
    return Rates.of(purchases, today).facts(purchases, Mixing.DEFAULT);
  }

  /** Of a shop where each basket is another person's. */
  private static ShopFacts facts(Basket... baskets) {
    return facts(TODAY, List.of(baskets).stream().map(Shopping::shopper).toList());
  }

  /** One of an item on each day. */
  private static Basket[] daily(String item, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(day -> basket(day, item))
        .toArray(Basket[]::new);
  }

  private static ItemRate rate(ShopFacts facts, String item) {
    return facts.rates().getOrDefault(item(item), ItemRate.UNKNOWN);
  }

  @Test
  void theRebuyRateIsDrawnToTheMeanByFiveBuyers() {
    List<Shopper> shoppers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      shoppers.add(
          i < 6
              ? shopper(basket(901, "tea"), basket(950, "tea"), basket(960, "tea"))
              : shopper(basket(901, "tea")));
    }
    shoppers.add(shopper(basket(901, "pot")));
    shoppers.add(shopper(basket(901, "pot")));

    ShopFacts facts = facts(TODAY, shoppers);

    // 6 of 12 bought again, (6 + 1) / (12 + 2) of the mean.
    assertThat(rate(facts, "tea").rebuy()).isCloseTo((6 + 5 * 0.5) / (10 + 5), EXACTLY);
    assertThat(rate(facts, "pot").rebuy()).isCloseTo((0 + 5 * 0.5) / (2 + 5), EXACTLY);
  }

  @Test
  void latelyIsTheShareOfTheBestSellerInTheLastTwoWeeks() {
    ShopFacts facts =
        facts(
            basket(986, "tea", "cup"),
            basket(990, "tea"),
            basket(995, "tea"),
            basket(999, "tea"),
            basket(985, "cup", "pot"),
            basket(984, "cup", "pot"));

    assertThat(rate(facts, "tea").lately()).isEqualTo(1);
    assertThat(rate(facts, "cup").lately()).isEqualTo(0.25);
    assertThat(rate(facts, "pot").lately()).isZero();
  }

  @Test
  void anItemThatSellsAsItUsedToIsAvailable() {
    assertThat(rate(facts(daily("tea", 850, 999)), "tea").availability()).isCloseTo(1, EXACTLY);
    assertThat(rate(facts(daily("tea", 400, 999)), "tea").availability()).isCloseTo(1, EXACTLY);
  }

  @Test
  void anItemThatStoppedSellingIsHardlyAvailable() {
    assertThat(rate(facts(daily("tea", 850, 979)), "tea").availability())
        .as("130 before and none lately")
        .isCloseTo(1 / 131.0, EXACTLY);
    assertThat(rate(facts(daily("tea", 500, 849)), "tea").availability())
        .as("nobody bought it for long")
        .isEqualTo(ItemRate.UNKNOWN.availability());
  }

  @Test
  void popularIsWhatWasInTheMostBasketsOfNinetyDaysThenEverThenById() {
    ShopFacts facts =
        facts(
            basket(910, "new", "b", "a"),
            basket(999, "new", "old"),
            basket(909, "old", "older", "b"),
            basket(500, "old", "older"),
            basket(400, "older", "oldest"));

    assertThat(facts.popular())
        .as("new 2 of late; old 1 of 3, b 1 of 2, a 1 of 1; older none of 3, oldest none of 1")
        .isEqualTo(items("new", "old", "b", "a", "older", "oldest"));
  }

  @Test
  void atMostTwoThousandItemsArePopularAndHaveRates() {
    String[] many = IntStream.range(0, 2_001).mapToObj("i-%04d"::formatted).toArray(String[]::new);

    ShopFacts facts = facts(basket(999, many), basket(998, "i-2000"));

    assertThat(facts.popular())
        .hasSize(ShopFacts.MOST)
        .startsWith(item("i-2000"), item("i-0000"))
        .doesNotContain(item("i-1999"));
    assertThat(facts.rates().keySet()).containsExactlyInAnyOrderElementsOf(facts.popular());
  }

  @Test
  void whereNobodyKnowsTheDaysEverythingIsAvailableAndLatelyIsAlways() {
    ShopFacts facts =
        facts(
            Today.UNKNOWN, List.of(shopper(basket(0, "tea"), basket(1, "tea"), basket(2, "pot"))));

    assertThat(facts.popular()).isEqualTo(items("tea", "pot"));
    assertThat(rate(facts, "tea").lately()).isEqualTo(1);
    assertThat(rate(facts, "pot").lately()).isEqualTo(0.5);
    assertThat(rate(facts, "pot").availability()).isEqualTo(1);
  }

  @Test
  void aShopWithoutPurchasesHasNoFacts() {
    assertThat(facts(TODAY, List.of())).isEqualTo(ShopFacts.NONE);
  }

  @Test
  void theRatesAreMultipliedToTheirPowersAndLatelyAsItIs() {
    assertThat(new ItemRate(0.25, 0.3, 0.5).power(0.5, 2)).isEqualTo(new ItemRate(0.5, 0.3, 0.25));
    assertThat(ItemRate.UNKNOWN.power(0, 0)).isEqualTo(new ItemRate(1, 0, 1));
  }
}
