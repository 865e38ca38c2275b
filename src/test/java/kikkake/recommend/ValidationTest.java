package kikkake.recommend;

import static kikkake.TestData.item;
import static kikkake.recommend.Shopping.NEVER;
import static kikkake.recommend.Shopping.basket;
import static kikkake.recommend.Shopping.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import kikkake.event.ItemId;
import kikkake.recommend.PurchaseModel.Task;
import org.junit.jupiter.api.Test;

class ValidationTest {
  private static final int LAST_DAY = 350;

  /**
   * People who buy three things of their own again and again, each time with one of twelve that
   * everybody buys. The baskets of each are a fortnight apart, the last on day {@value #LAST_DAY}.
   */
  private static List<Shopper> creaturesOfHabit(int people) {
    SplittableRandom chance = new SplittableRandom(7);
    List<Integer> own = new ArrayList<>(IntStream.range(0, 120).boxed().toList());
    List<Shopper> shoppers = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      Collections.shuffle(own, chance);
      List<Basket> baskets = new ArrayList<>();
      for (int day = 0; day <= LAST_DAY; day += 14) {
        List<ItemId> items =
            new ArrayList<>(own.subList(0, 3).stream().map(n -> item("own-" + n)).toList());
        items.add(item("all-" + chance.nextInt(12)));
        baskets.add(new Basket(day, items));
      }
      shoppers.add(new Shopper(baskets));
    }
    return shoppers;
  }

  /** The same baskets, of which only the order is known. */
  private static List<Shopper> undated(List<Shopper> shoppers) {
    return shoppers.stream()
        .map(one ->
            new Shopper(
                IntStream.range(0, one.baskets().size())
                    .mapToObj(i -> new Basket(i, one.baskets().get(i).items()))
                    .toList()))
        .toList();
  }

  private static Shopper withoutLast(Shopper shopper) {
    return new Shopper(shopper.baskets().subList(0, shopper.baskets().size() - 1));
  }

  /** The share of everybody's last basket among the best four for the time before it. */
  private static double found(PurchaseModel model, List<Shopper> shoppers, Today today) {
    return shoppers.stream()
        .mapToDouble(shopper -> {
          Set<ItemId> hits =
              new HashSet<>(model.rank(withoutLast(shopper), today, Task.NEXT_BASKET, 4));
          hits.retainAll(shopper.baskets().getLast().items());
          return hits.size() / 4.0;
        })
        .average()
        .orElse(0);
  }

  private static double popularFound(PurchaseModel model, List<Shopper> shoppers) {
    Set<ItemId> popular = new HashSet<>(model.facts().popular().subList(0, 4));
    return shoppers.stream()
        .mapToDouble(shopper ->
            shopper.baskets().getLast().items().stream().filter(popular::contains).count() / 4.0)
        .average()
        .orElse(0);
  }

  @Test
  void tooFewCasesGiveTheStandardParameters() {
    Today today = Today.of(LAST_DAY + 1);

    assertThat(Validation.choose(List.of(), today))
        .isEqualTo(new Validation.Choice(Parameters.standard(), 0, 0, 0));
    assertThat(Validation.choose(creaturesOfHabit(29), today))
        .isEqualTo(new Validation.Choice(Parameters.standard(), 0, 0, 0));
    assertThat(Validation.choose(undated(creaturesOfHabit(29)), Today.UNKNOWN))
        .isEqualTo(new Validation.Choice(Parameters.standard(), 0, 0, 0));
    assertThat(Validation.choose(creaturesOfHabit(30), today).cases()).isEqualTo(30);
  }

  @Test
  void whoBoughtFewerThanTwiceBeforeIsNoCase() {
    List<Shopper> shoppers =
        IntStream.range(0, 100)
            .mapToObj(i -> shopper(basket(1, "tea"), basket(LAST_DAY, "pot")))
            .toList();

    assertThat(Validation.choose(shoppers, Today.of(LAST_DAY + 1)).cases()).isZero();
    assertThat(Validation.choose(undated(shoppers), Today.UNKNOWN).cases()).isZero();
  }

  @Test
  void whereEverybodyBuysAgainTheChosenMixingFindsIt() {
    List<Shopper> shoppers = creaturesOfHabit(60);
    Today today = Today.of(LAST_DAY);

    PurchaseModel model =
        PurchaseModel.learn(shoppers.stream().map(ValidationTest::withoutLast).toList(), today);

    assertThat(found(model, shoppers, today)).as("three of four").isGreaterThanOrEqualTo(0.75);
    assertThat(popularFound(model, shoppers)).as("one of four at best").isLessThan(0.25);
  }

  @Test
  void whereNobodyKnowsTheDaysTheLastBasketsAreHidden() {
    List<Shopper> shoppers = undated(creaturesOfHabit(60));
    List<Shopper> training = shoppers.stream().map(ValidationTest::withoutLast).toList();

    Validation.Choice choice = Validation.choose(training, Today.UNKNOWN);

    assertThat(choice.cases()).isEqualTo(60);
    assertThat(choice.parameters().fresh().halfLife()).isEqualTo(NEVER);
    assertThat(choice.parameters().together().halfLife()).isEqualTo(NEVER);
    assertThat(choice.parameters().mixing().halfLife()).isIn(NEVER, 16.0, 8.0, 4.0, 2.0);
    PurchaseModel model =
        PurchaseModel.with(choice.parameters(), Purchases.of(training), Today.UNKNOWN);
    assertThat(found(model, shoppers, Today.UNKNOWN)).isGreaterThanOrEqualTo(0.75);
  }

  @Test
  void theSamePurchasesGiveTheSameChoice() {
    List<Shopper> shoppers = creaturesOfHabit(40);

    assertThat(Validation.choose(shoppers, Today.of(LAST_DAY + 1)))
        .isEqualTo(Validation.choose(shoppers, Today.of(LAST_DAY + 1)));
    assertThat(Validation.choose(undated(shoppers), Today.UNKNOWN))
        .isEqualTo(Validation.choose(undated(shoppers), Today.UNKNOWN));
  }

  /**
   * Four things, each with twelve companions, that go with it in pairs. From day 330 on each goes
   * with the companions of the next one; all sell as they always did. Some people who own one of
   * the four twice over buy its later companions after day 400.
   *
   * @param shift 1 where the companions change, 0 where they stay
   */
  private static List<Shopper> pairs(int shift) {
    List<Shopper> shoppers = new ArrayList<>();
    for (int kind = 0; kind < 4; kind++) {
      String thing = "thing-" + kind;
      for (int companion = 0; companion < 12; companion++) {
        for (int n = 0; n < 10; n++) {
          shoppers.add(shopper(basket(10 * n, thing, "with-" + kind + "-" + companion)));
        }
        String later = "with-" + (kind + shift) % 4 + "-" + companion;
        for (int n = 0; n < 3; n++) {
          shoppers.add(shopper(basket(330 + 20 * n, thing, later)));
        }
      }
      int next = (kind + shift) % 4;
      String[] bought =
          IntStream.range(0, 12).mapToObj(i -> "with-" + next + "-" + i).toArray(String[]::new);
      for (int n = 0; n < 10; n++) {
        shoppers.add(shopper(basket(310, thing), basket(320, thing), basket(410 + n, bought)));
      }
    }
    return shoppers;
  }

  @Test
  void whereTheAssortmentChangesOldBasketsFade() {
    Validation.Choice choice = Validation.choose(pairs(1), Today.of(490));

    assertThat(choice.cases()).isEqualTo(40);
    assertThat(choice.parameters().fresh().halfLife()).isFinite();
    assertThat(choice.newItems()).as("ten of twelve").isGreaterThan(0.8);
    assertThat(choice.newItemsByPopularity()).isLessThan(0.5);
  }

  @Test
  void whereTheAssortmentStaysAllBasketsCount() {
    Validation.Choice choice = Validation.choose(pairs(0), Today.of(490));

    assertThat(choice.cases()).isEqualTo(40);
    assertThat(choice.parameters().fresh().halfLife()).isEqualTo(NEVER);
    assertThat(choice.newItems()).isGreaterThan(0.8);
  }
}
