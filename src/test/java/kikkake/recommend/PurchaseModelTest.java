package kikkake.recommend;

import static kikkake.TestData.item;
import static kikkake.TestData.items;
import static kikkake.recommend.Shopping.basket;
import static kikkake.recommend.Shopping.shopper;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import kikkake.event.ItemId;
import kikkake.recommend.PurchaseModel.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PurchaseModelTest {
  private static final int ITEMS = 40;
  private static final Today TODAY = Today.of(200);
  private static final List<Shopper> SHOPPERS = shoppers();

  /** Forty people, who bought up to six baskets of up to five items. */
  private static List<Shopper> shoppers() {
    SplittableRandom chance = new SplittableRandom(23);
    List<Shopper> shoppers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      List<Basket> baskets = new ArrayList<>();
      int size = 1 + chance.nextInt(6);
      for (int n = 0; n < size; n++) {
        List<ItemId> items =
            chance
                .ints(1 + chance.nextInt(5), 0, ITEMS)
                .mapToObj(number -> item("i-" + number))
                .toList();
        baskets.add(new Basket(chance.nextInt(200), items));
      }
      shoppers.add(new Shopper(baskets));
    }
    return shoppers;
  }

  static List<PurchaseModel> models() {
    return List.of(
        PurchaseModel.learn(SHOPPERS, TODAY),
        PurchaseModel.byCosine(SHOPPERS, TODAY),
        PurchaseModel.byRidge(SHOPPERS, TODAY));
  }

  private static Set<ItemId> owned(Shopper shopper) {
    Set<ItemId> owned = new HashSet<>();
    shopper.baskets().forEach(basket -> owned.addAll(basket.items()));
    return owned;
  }

  @ParameterizedTest
  @MethodSource("models")
  void whatThePersonOwnsIsNeverNew(PurchaseModel model) {
    assertThat(SHOPPERS)
        .allSatisfy(shopper -> {
          List<ItemId> chosen = model.rank(shopper, TODAY, Task.NEW_ITEMS, ITEMS);

          assertThat(chosen)
              .doesNotHaveDuplicates()
              .doesNotContainAnyElementsOf(owned(shopper))
              .as("everything else")
              .hasSize(ITEMS - owned(shopper).size());
        });
  }

  @ParameterizedTest
  @MethodSource("models")
  void listsAreFullWhereTheShopHasEnough(PurchaseModel model) {
    List<Shopper> all = new ArrayList<>(SHOPPERS);
    all.add(shopper());
    all.add(shopper(basket(5, "unknown")));

    assertThat(all)
        .allSatisfy(shopper -> {
          assertThat(model.rank(shopper, TODAY, Task.NEXT_BASKET, 20))
              .doesNotHaveDuplicates()
              .hasSize(20);
          assertThat(model.rank(shopper, TODAY, Task.NEW_ITEMS, 10))
              .doesNotHaveDuplicates()
              .hasSize(10);
        });
  }

  @ParameterizedTest
  @MethodSource("models")
  void aBasketIsNeverCompletedByWhatIsInIt(PurchaseModel model) {
    assertThat(SHOPPERS)
        .allSatisfy(shopper -> {
          List<ItemId> basket = shopper.baskets().getFirst().items();

          assertThat(model.complete(basket, ITEMS))
              .doesNotHaveDuplicates()
              .doesNotContainAnyElementsOf(basket)
              .hasSize(ITEMS - basket.size());
        });
    assertThat(model.complete(items("unknown"), 5)).hasSize(5);
    assertThat(model.complete(List.of(), 5)).hasSize(5);
  }

  @Test
  void aBasketIsCompletedByTheListsOfItsItems() {
    List<Shopper> shoppers =
        List.of(
            shopper(basket(1, "tea", "cup")),
            shopper(basket(2, "tea", "cup")),
            shopper(basket(3, "pot", "tray")),
            shopper(basket(4, "box")),
            shopper(basket(5, "box")),
            shopper(basket(6, "box")));

    PurchaseModel model = PurchaseModel.byCosine(shoppers, Today.of(7));

    assertThat(model.complete(items("tea"), 2)).isEqualTo(items("cup", "box"));
    assertThat(model.complete(items("tea", "pot"), 3)).isEqualTo(items("cup", "tray", "box"));
    assertThat(model.complete(items("tea", "tea", "tray"), 2))
        .as("an item that stands twice in it speaks once")
        .isEqualTo(items("cup", "pot"));
  }

  @Test
  void listsKeepFourPlacesAndNothingThatIsZeroWithThem() {
    Purchases purchases = Shopping.purchases(basket(0, "a", "b", "c", "d"));
    ItemWeights weights = new ItemWeights(4);
    weights.set(0, new ItemList(new int[] {1, 2, 3}, new float[] {2 / 3f, -0.00006f, 0.00004f}));
    for (int item = 1; item < 4; item++) {
      weights.set(item, new ItemList(new int[0], new float[0]));
    }

    assertThat(PurchaseModel.lists(purchases, weights))
        .containsEntry(
            item("a"), List.of(new Neighbour(item("b"), 0.6667), new Neighbour(item("c"), -0.0001)))
        .containsEntry(item("d"), List.of());
  }

  @Test
  void aShopWithoutPurchasesRanksWhatThePersonBought() {
    PurchaseModel model = PurchaseModel.learn(List.of(), TODAY);

    assertThat(model.rank(shopper(basket(5, "tea")), TODAY, Task.NEXT_BASKET, 5))
        .isEqualTo(items("tea"));
    assertThat(model.rank(shopper(basket(5, "tea")), TODAY, Task.NEW_ITEMS, 5)).isEmpty();
    assertThat(model.rank(shopper(basket(0, "tea")), Today.UNKNOWN, Task.NEXT_BASKET, 5))
        .isEqualTo(items("tea"));
  }
}
