package kikkake.recommend;

import static kikkake.TestData.item;
import static kikkake.TestData.items;
import static kikkake.recommend.Shopping.assertScore;
import static kikkake.recommend.Shopping.basket;
import static kikkake.recommend.Shopping.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import kikkake.event.ItemId;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final Mixing MIXING = new Mixing(10, 0.5, 0.1, 20, 0.5, 0.2, 0.5);

  private static final ShopFacts FACTS =
      new ShopFacts(
          MIXING,
          items("new", "tea", "old", "cup"),
          Map.of(
              item("new"), new ItemRate(0.25, 1, 1),
              item("tea"), new ItemRate(0.25, 0.4, 1),
              item("old"), new ItemRate(0.01, 0.5, 0.25),
              item("cup"), new ItemRate(0.04, 0, 1)),
          "");

  private static final Map<ItemId, List<Neighbour>> LISTS =
      Map.of(
          item("cup"), List.of(new Neighbour(item("old"), 4)),
          item("tea"), List.of(new Neighbour(item("old"), 1), new Neighbour(item("new"), 0.5)));

  /** On day 100, half as old as the seeds' half-life. */
  private static final Shopper SHOPPER = shopper(basket(90, "cup"), basket(100, "tea"));

  private final Ranking ranking = new Ranking(FACTS);

  private Mix fresh() {
    return ranking.fresh(
        ranking.seeds(SHOPPER, Today.of(100)), item -> LISTS.getOrDefault(item, List.of()));
  }

  private static List<ItemId> allOf(Mix mix) {
    return mix.best(10_000, item -> true);
  }

  @Test
  void seedsAreWhatWasBoughtMostLatelyTheStrongestFirst() {
    assertThat(ranking.seeds(SHOPPER, Today.of(100)))
        .containsExactly(
            new Counters.Counter(item("tea"), 1, 100), new Counters.Counter(item("cup"), 0.5, 90));
  }

  @Test
  void newIsWhatGoesWithTheSeedsWhereItStillSellsAndWhatSellsLately() {
    Mix fresh = fresh();

    // old: (0.5 * 4 + 1 * 1) * sqrt 0.25 = 1.5, the best; new: 1 * 0.5 * 1.
    assertScore(fresh, "old", 1 + 0.1 * 0.5);
    assertScore(fresh, "new", 0.5 / 1.5 + 0.1 * 1);
    assertScore(fresh, "tea", 0.1 * 0.4);
  }

  @Test
  void theNextBasketIsWhatWasBoughtWithItsRatesAndWhatIsNew() {
    Mix mix = ranking.nextBasket(Counters.of(SHOPPER, Today.of(100), MIXING.halfLife()), fresh());

    // The half-life is 20 days here; the best of what is new is 1.05, and adds 0.5.
    assertScore(mix, "tea", 1 * 0.5 + 0.2 * 0.4 + 0.5 * 0.04 / 1.05);
    assertScore(mix, "cup", Math.sqrt(0.5) * 0.2);
    assertScore(mix, "old", 0.5);
    assertScore(mix, "new", 0.5 * (0.5 / 1.5 + 0.1) / 1.05);
  }

  @Test
  void aNeighbourThatIsSpokenAgainstIsNotRanked() {
    Map<ItemId, List<Neighbour>> lists =
        Map.of(
            item("tea"), List.of(new Neighbour(item("pot"), 0.5), new Neighbour(item("box"), 0.3)),
            item("cup"), List.of(new Neighbour(item("box"), -0.4)));

    assertThat(
            allOf(
                Ranking.together(
                    Set.of(item("tea"), item("cup")), item -> lists.getOrDefault(item, List.of()))))
        .isEqualTo(items("pot"));
  }

  @Test
  void atMostTwentyFiveSeedsSpeak() {
    Map<ItemId, List<Neighbour>> lists = new HashMap<>();
    String[] bought = IntStream.range(0, 27).mapToObj("i-%02d"::formatted).toArray(String[]::new);
    for (String one : bought) {
      lists.put(item(one), List.of(new Neighbour(item("with " + one), 1)));
    }
    PurchaseModel model = PurchaseModel.of(lists, ShopFacts.NONE);
    Shopper shopper = shopper(basket(1, bought), basket(2, "i-26"));

    List<ItemId> chosen = model.rank(shopper, Today.of(2), PurchaseModel.Task.NEW_ITEMS, 100);

    assertThat(chosen)
        .hasSize(Ranking.MOST_SEEDS)
        .startsWith(item("with i-26"), item("with i-00"))
        .endsWith(item("with i-23"));
  }

  @Test
  void whereTheMixEndsThePopularItemsFollowEachOnce() {
    Mix mix = new Mix();
    mix.add(item("tea"), 1);
    mix.add(item("pot"), 2);

    assertThat(ranking.best(mix, 4, item -> true)).isEqualTo(items("pot", "tea", "new", "old"));
    assertThat(ranking.best(mix, 10, item -> !item.equals(item("old"))))
        .isEqualTo(items("pot", "tea", "new", "cup"));
    assertThat(ranking.best(mix, 0, item -> true)).isEmpty();
  }

  @Test
  void aShopThatWasNeverRebuiltRanksWhatThePersonBought() {
    Ranking plain = new Ranking(ShopFacts.NONE);
    Shopper shopper = shopper(basket(1, "tea", "cup"), basket(2, "tea"));

    assertThat(
            plain.best(
                plain.nextBasket(
                    Counters.of(shopper, Today.of(3), Double.POSITIVE_INFINITY), new Mix()),
                5,
                item -> true))
        .isEqualTo(items("tea", "cup"));
  }
}
