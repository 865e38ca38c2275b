package kikkake.recommend;

import static kikkake.TestData.item;
import static kikkake.TestData.items;
import static kikkake.recommend.Shopping.basket;
import static kikkake.recommend.Shopping.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import kikkake.event.ItemId;
import org.junit.jupiter.api.Test;

class AfterBrowsingTest {
  private static final Instant NOW = Instant.parse("2026-04-10T12:00:00Z");
  private static final int DAY = (int) NOW.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
  private static final Today TODAY = Today.of(DAY);
  private static final Shopper NOBODY = shopper();

  /** Of a shop without visits and purchases. */
  private static final AfterBrowsing ALONE = of(List.of(), List.of());

  private static AfterBrowsing of(List<List<ItemId>> visits, List<Shopper> shoppers) {
    return new AfterBrowsing(SessionModel.learn(visits), PurchaseModel.byCosine(shoppers, TODAY));
  }

  private static Look viewed(String item, Duration ago) {
    return new Look(item(item), NOW.minus(ago), false);
  }

  private static Look carted(String item, Duration ago) {
    return new Look(item(item), NOW.minus(ago), true);
  }

  private static List<ItemId> rank(AfterBrowsing after, Shopper bought, Look... looks) {
    return after.rank(List.of(looks), bought, NOW, TODAY, 10);
  }

  @Test
  void theCartComesBeforeWhatWasOnlyViewed() {
    assertThat(
            rank(ALONE, NOBODY, carted("tea", Duration.ofHours(2)), viewed("cup", Duration.ZERO)))
        .isEqualTo(items("tea", "cup"));
  }

  @Test
  void theCartCountsAsThreeViews() {
    assertThat(
            rank(
                ALONE,
                NOBODY,
                carted("tea", Duration.ZERO),
                viewed("cup", Duration.ZERO),
                viewed("cup", Duration.ZERO)))
        .isEqualTo(items("tea", "cup"));
    assertThat(
            rank(
                ALONE,
                NOBODY,
                carted("tea", Duration.ZERO),
                viewed("cup", Duration.ZERO),
                viewed("cup", Duration.ZERO),
                viewed("cup", Duration.ZERO)))
        .as("equal, so that the id decides")
        .isEqualTo(items("cup", "tea"));
  }

  @Test
  void aLookCountsHalfAfterTwoDays() {
    Look now = viewed("b", Duration.ZERO);
    Look before = viewed("a", Duration.ofDays(2));
    Look alsoBefore = viewed("c", Duration.ofDays(2));

    assertThat(rank(ALONE, NOBODY, before, now)).isEqualTo(items("b", "a"));
    assertThat(rank(ALONE, NOBODY, before, before, alsoBefore, alsoBefore, now))
        .as("two halves are one, so that the id decides")
        .isEqualTo(items("a", "b", "c"));
    assertThat(rank(ALONE, NOBODY, carted("cart", Duration.ofDays(3)), now))
        .as("3 / 2^1.5 is more than 1")
        .isEqualTo(items("cart", "b"));
    assertThat(rank(ALONE, NOBODY, carted("cart", Duration.ofDays(4)), now))
        .as("3 / 2^2 is less")
        .isEqualTo(items("b", "cart"));
  }

  @Test
  void whatWasBoughtSinceIsOut() {
    Look cart = carted("tea", Duration.ofHours(30));
    Look look = viewed("cup", Duration.ZERO);

    assertThat(rank(ALONE, shopper(basket(DAY - 9, "tea")), cart, look))
        .as("bought before, and in the cart again")
        .isEqualTo(items("tea", "cup"));
    assertThat(rank(ALONE, shopper(basket(DAY, "tea")), cart, look))
        .as("only as what is bought anyway")
        .isEqualTo(items("cup", "tea"));
    assertThat(rank(ALONE, shopper(basket(DAY - 9, "tea"), basket(DAY - 1, "tea")), cart, look))
        .as("on the same day")
        .isEqualTo(items("cup", "tea"));
  }

  @Test
  void thenComesWhatSimilarVisitsLookedAtThenWhatThePersonBuysThenWhatIsPopular() {
    AfterBrowsing after =
        of(
            List.of(items("tea", "cup"), items("box"), items("lamp")),
            List.of(
                shopper(basket(DAY - 3, "popular")),
                shopper(basket(DAY - 2, "popular")),
                shopper(basket(DAY - 1, "rice")),
                shopper(basket(DAY - 1, "ink"))));

    assertThat(rank(after, shopper(basket(DAY - 1, "rice")), viewed("tea", Duration.ZERO)))
        .isEqualTo(items("tea", "cup", "rice", "popular", "ink"));
  }

  @Test
  void onlyTheLastFiveLooksFindSimilarVisits() {
    AfterBrowsing after = of(List.of(items("old", "hat"), items("tea", "cup")), List.of());
    Look tea = viewed("tea", Duration.ZERO);

    assertThat(rank(after, NOBODY, viewed("old", Duration.ZERO), tea, tea, tea, tea))
        .contains(item("hat"));
    assertThat(rank(after, NOBODY, viewed("old", Duration.ZERO), tea, tea, tea, tea, tea))
        .isEqualTo(items("tea", "cup", "old"));
  }

  @Test
  void whoLookedAtNothingGetsWhatIsBoughtAnyway() {
    Shopper bought = shopper(basket(DAY - 1, "rice"));
    Shopper others = shopper(basket(DAY - 3, "popular"), basket(DAY - 2, "popular"));
    AfterBrowsing after = of(List.of(items("tea", "cup")), List.of(bought, others));

    assertThat(rank(after, bought)).isEqualTo(items("rice", "popular"));
    assertThat(rank(after, NOBODY)).isEqualTo(items("popular", "rice"));
  }
}
