package kikkake.recommend;

import static kikkake.TestData.item;
import static kikkake.TestData.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import kikkake.event.ItemId;
import org.junit.jupiter.api.Test;

class SessionModelTest {
  private static final int ITEMS = 60;

  /** Visits that go from item to item, mostly to one of the next three. */
  private static List<List<ItemId>> ways(int visits) {
    SplittableRandom chance = new SplittableRandom(29);
    List<List<ItemId>> ways = new ArrayList<>();
    for (int i = 0; i < visits; i++) {
      List<ItemId> way = new ArrayList<>();
      int place = chance.nextInt(ITEMS);
      int length = 2 + chance.nextInt(4);
      for (int n = 0; n < length; n++) {
        way.add(item("i-" + place));
        place =
            chance.nextInt(10) == 0
                ? chance.nextInt(ITEMS)
                : (place + 1 + chance.nextInt(3)) % ITEMS;
      }
      ways.add(way);
    }
    return ways;
  }

  /** The last visits with what is looked at last in them, found from what was before. */
  private static double found(SessionModel model, List<List<ItemId>> hidden) {
    return hidden.stream()
        .mapToDouble(
            way -> model.next(way.subList(0, way.size() - 1), 10).contains(way.getLast()) ? 1 : 0)
        .average()
        .orElse(0);
  }

  @Test
  void theItemThatIsBeingLookedAtIsNeverNext() {
    List<List<ItemId>> ways = ways(400);

    for (SessionModel model : List.of(SessionModel.learn(ways), SessionModel.byCosine(ways))) {
      assertThat(ways.subList(0, 100))
          .allSatisfy(way ->
              assertThat(model.next(way, ITEMS))
                  .doesNotHaveDuplicates()
                  .doesNotContain(way.getLast())
                  .as("everything else")
                  .hasSize(ITEMS - 1));
    }
  }

  @Test
  void whereSimilarVisitsEndThePopularItemsFollow() {
    List<List<ItemId>> ways =
        List.of(items("tea", "cup"), items("pot", "box"), items("box", "pot", "tray"));

    for (SessionModel model : List.of(SessionModel.learn(ways), SessionModel.byCosine(ways))) {
      assertThat(model.next(items("tea"), 4)).isEqualTo(items("cup", "box", "pot", "tray"));
      assertThat(model.next(items("unknown"), 3)).isEqualTo(items("box", "pot", "cup"));
    }
  }

  @Test
  void tooFewVisitsToChooseByAreLearnedAllTheSame() {
    assertThat(SessionModel.learn(List.of()).next(items("tea"), 5)).isEmpty();
    assertThat(SessionModel.learn(List.of(items("tea", "pot"))).next(items("tea"), 5))
        .isEqualTo(items("pot"));
    assertThat(SessionModel.learn(List.of(List.of(), items("tea"))).next(items("pot"), 5))
        .as("a visit of nothing")
        .isEqualTo(items("tea"));
  }

  @Test
  void theSameVisitsGiveTheSameLists() {
    List<List<ItemId>> ways = ways(1_500);
    SessionModel one = SessionModel.learn(ways);
    SessionModel another = SessionModel.learn(ways);

    assertThat(ways.subList(0, 200))
        .allSatisfy(way -> assertThat(one.next(way, 20)).isEqualTo(another.next(way, 20)));
  }

  @Test
  void findsWhatIsLookedAtNextWhereWaysAreUsual() {
    List<List<ItemId>> ways = ways(1_700);

    SessionModel model = SessionModel.learn(ways.subList(0, 1_500));

    assertThat(found(model, ways.subList(1_500, 1_700)))
        .as("ten of sixty by chance")
        .isGreaterThan(0.7);
  }

  @Test
  void atMostTheLatestHundredVisitsOfAnItemCount() {
    List<List<ItemId>> ways = new ArrayList<>();
    ways.add(items("tea", "oldest"));
    ways.add(items("tea", "old"));
    ways.add(items("pot"));
    IntStream.range(0, SimilarVisits.KEPT - 1).forEach(i -> ways.add(items("tea")));

    SessionModel model = SessionModel.learn(ways);

    assertThat(model.score(items("tea")).best(10, item -> true)).isEqualTo(items("old", "tea"));
    assertThat(model.next(items("tea"), 10))
        .as("the rest by popularity")
        .isEqualTo(items("old", "oldest", "pot"));
  }
}
