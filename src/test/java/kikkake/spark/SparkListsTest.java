package kikkake.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kikkake.event.ItemId;
import kikkake.recommend.Basket;
import kikkake.recommend.Cosine;
import kikkake.recommend.ItemList;
import kikkake.recommend.ListBuilder;
import kikkake.recommend.Neighbour;
import kikkake.recommend.OneMachine;
import kikkake.recommend.Recipe;
import kikkake.recommend.Ridge;
import kikkake.recommend.Shopper;
import kikkake.recommend.Today;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lists that Spark makes are, number by number, those of one machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SparkListsTest {
  private static final int TODAY = 400;
  private static final List<Shopper> SHOPPERS = shoppers();
  private static final String[] NAMES =
      SHOPPERS.stream()
          .flatMap(shopper -> shopper.baskets().stream())
          .flatMap(basket -> basket.items().stream())
          .map(ItemId::value)
          .distinct()
          .sorted()
          .toArray(String[]::new);

  private final JavaSparkContext spark = LocalSpark.start();

  @AfterAll
  void stop() {
    spark.close();
  }

  /** Groups of items, much that ties, one basket too big, one so old that it counts nothing. */
  private static List<Shopper> shoppers() {
    SplittableRandom chance = new SplittableRandom(3);
    List<Shopper> shoppers = new ArrayList<>();
    for (int n = 0; n < 120; n++) {
      List<Basket> baskets = new ArrayList<>();
      for (int day = chance.nextInt(100); day < TODAY; day += 1 + chance.nextInt(150)) {
        int group = 20 * chance.nextInt(4);
        baskets.add(
            new Basket(
                day,
                chance
                    .ints(1 + chance.nextInt(6), 0, 25)
                    .mapToObj(i -> new ItemId("i-" + (group + i)))
                    .toList()));
      }
      shoppers.add(new Shopper(baskets));
    }
    Stream<ItemId> shelf = IntStream.range(0, 301).mapToObj(i -> new ItemId("i-" + i));
    shoppers.add(new Shopper(List.of(new Basket(399, shelf.toList()))));
    shoppers.add(
        new Shopper(List.of(new Basket(-9_000, List.of(new ItemId("i-1"), new ItemId("i-2"))))));
    return shoppers;
  }

  static Stream<Recipe> recipes() {
    double never = Double.POSITIVE_INFINITY;
    return Stream.<ListBuilder>of(new Cosine(3), new Ridge(30, 100), new Ridge(5, 7))
        .flatMap(builder -> Stream.of(new Recipe(builder, never), new Recipe(builder, 30)));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void findsTheListsOfOneMachine(Recipe recipe) {
    JavaRDD<Person> people =
        spark.parallelize(
            IntStream.range(0, SHOPPERS.size())
                .mapToObj(i -> Person.of("C#" + i, orders(i), NAMES))
                .toList());

    Map<Integer, ItemList> lists =
        new SparkLists(spark, people, NAMES.length, TODAY).cook(recipe).collectAsMap();

    Map<ItemId, List<Neighbour>> expected = OneMachine.lists(recipe, SHOPPERS, Today.of(TODAY));
    assertThat(expected).hasSize(NAMES.length).hasSize(301);
    for (int item = 0; item < NAMES.length; item++) {
      ItemList list = lists.get(item);
      assertThat(list == null ? List.of() : list.named(i -> new ItemId(NAMES[i])))
          .as(NAMES[item])
          .isEqualTo(expected.get(new ItemId(NAMES[item])));
    }
  }

  private static List<Order> orders(int shopper) {
    return SHOPPERS.get(shopper).baskets().stream()
        .map(basket ->
            new Order(
                "C#" + shopper,
                basket.day(),
                basket.items().stream().map(ItemId::value).toArray(String[]::new)))
        .toList();
  }
}
