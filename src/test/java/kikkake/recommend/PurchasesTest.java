package kikkake.recommend;

import static kikkake.TestData.item;
import static kikkake.recommend.Shopping.basket;
import static kikkake.recommend.Shopping.purchases;
import static kikkake.recommend.Shopping.shopper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PurchasesTest {
  private static List<Integer> lines(Purchases purchases, int basket) {
    return IntStream.range(purchases.firstLine(basket), purchases.firstLine(basket + 1))
        .mapToObj(purchases::line)
        .toList();
  }

  @Test
  void packsOnePersonAfterTheOther() {
    Purchases purchases =
        purchases(
            shopper(basket(3, "a", "c"), basket(1, "b", "a")), shopper(), shopper(basket(2, "c")));

    assertThat(purchases.shopperCount()).isEqualTo(3);
    assertThat(IntStream.rangeClosed(0, 3).map(purchases::firstBasket)).containsExactly(0, 2, 2, 3);
    assertThat(purchases.basketCount()).isEqualTo(3);
    assertThat(IntStream.range(0, 3).map(purchases::day)).containsExactly(1, 3, 2);
    assertThat(purchases.lineCount()).isEqualTo(5);
  }

  @Test
  void numbersItemsByTheirIdsWhateverCameFirst() {
    Purchases purchases = purchases(basket(0, "b", "a"), basket(0, "c", "a", "b"));

    assertThat(purchases.itemCount()).isEqualTo(3);
    assertThat(purchases.item(0)).isEqualTo(item("a"));
    assertThat(purchases.item(2)).isEqualTo(item("c"));
    assertThat(lines(purchases, 0)).containsExactly(0, 1);
    assertThat(lines(purchases, 1)).containsExactly(0, 1, 2);
  }

  @Test
  void holdsMoreThanItsFirstRoom() {
    PurchaseLog builder = new PurchaseLog();
    for (int day = 0; day < 3_000; day++) {
      builder.add(shopper(basket(day, "i-" + day % 7)));
    }
    Purchases purchases = builder.pack();

    assertThat(purchases.basketCount()).isEqualTo(3_000);
    assertThat(IntStream.range(0, 3_000))
        .allSatisfy(basket -> {
          assertThat(purchases.day(basket)).isEqualTo(basket);
          assertThat(lines(purchases, basket)).containsExactly(basket % 7);
          assertThat(purchases.firstBasket(basket)).isEqualTo(basket);
        });
  }

  @Test
  void aShopWithoutPurchasesHasNothing() {
    Purchases purchases = purchases(new Shopper[0]);

    assertThat(purchases.itemCount()).isZero();
    assertThat(purchases.basketCount()).isZero();
    assertThat(purchases.firstLine(0)).isZero();
    assertThat(purchases.firstBasket(0)).isZero();
  }

  @Test
  void aBasketHoldsEachItemOnceAndNeverNothing() {
    assertThat(basket(5, "a", "b", "a").items()).containsExactly(item("a"), item("b"));
    assertThatIllegalArgumentException().isThrownBy(() -> basket(5)).withMessageContaining("day 5");
  }

  @Test
  void ordersComeInAnyOrderAndOneDayIsOneBasket() {
    List<Bought> orders =
        List.of(
            new Bought("C#ben", basket(2, "c")),
            new Bought("C#anna", basket(3, "a", "c")),
            new Bought("O#7", basket(1, "b")),
            new Bought("C#anna", basket(1, "b")),
            new Bought("C#anna", basket(3, "c", "b")));

    for (List<Bought> way : List.of(orders, orders.reversed())) {
      PurchaseLog log = new PurchaseLog();
      way.forEach(log::add);
      Purchases purchases = log.pack();

      assertThat(IntStream.range(0, 3).mapToObj(i -> purchases.shopper(i, purchases.baskets(i))))
          .containsExactly(
              shopper(basket(1, "b"), basket(3, "a", "b", "c")),
              shopper(basket(2, "c")),
              shopper(basket(1, "b")));
    }
  }

  @Test
  void theFirstBasketsOfEachPersonKeepTheItemsNumbers() {
    Purchases purchases =
        purchases(
            shopper(basket(1, "b"), basket(2, "a", "c"), basket(3, "c")),
            shopper(basket(1, "a")),
            shopper(basket(5, "c", "b"), basket(6, "a")));

    Purchases first = purchases.first(shopper -> shopper == 1 ? 0 : purchases.baskets(shopper) - 1);

    assertThat(IntStream.range(0, 3).mapToObj(i -> first.shopper(i, first.baskets(i))))
        .containsExactly(
            shopper(basket(1, "b"), basket(2, "a", "c")), shopper(), shopper(basket(5, "b", "c")));
    assertThat(first.itemCount()).isEqualTo(3);
    assertThat(lines(first, 1)).containsExactly(0, 2);
  }
}
