package kikkake.recommend;

import static kikkake.TestData.NOON;
import static kikkake.TestData.item;
import static kikkake.TestData.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import kikkake.event.CustomerId;
import kikkake.event.ItemId;
import kikkake.event.VisitorId;
import kikkake.event.Who;
import kikkake.history.DynamoHistory;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoTable;
import kikkake.table.TestTable;
import org.junit.jupiter.api.Test;

/** What the rows say that a rebuild makes of everybody's looks. */
class RebuildVisitsTest {
  private static final int ITEMS = 60;

  private final DynamoTable table = TestTable.simulated();
  private final DynamoHistory history = new DynamoHistory(table);
  private final DynamoItemLists lists = new DynamoItemLists(table, InstantSource.fixed(NOON));
  private final Rebuild rebuild = new Rebuild(history, lists, InstantSource.fixed(NOON));

  private void looks(Who who, Instant begin, List<ItemId> way) {
    history.updateViews(
        who,
        views -> {
          for (int i = 0; i < way.size(); i++) {
            String id = way.get(i).value();
            views = views.with(List.of(viewed(id, who, begin.plusSeconds(60L * i))));
          }
          return views;
        });
  }

  /** Ways from an item to one of the next three. */
  private static List<List<ItemId>> ways(int visits) {
    SplittableRandom chance = new SplittableRandom(30);
    List<List<ItemId>> ways = new ArrayList<>();
    for (int i = 0; i < visits; i++) {
      HashSet<ItemId> seen = new HashSet<>();
      List<ItemId> way = new ArrayList<>();
      int place = chance.nextInt(ITEMS);
      int length = 2 + chance.nextInt(4);
      while (way.size() < length) {
        ItemId next = item("i-" + place);
        if (seen.add(next)) {
          way.add(next);
        }
        place = (place + 1 + chance.nextInt(3)) % ITEMS;
      }
      ways.add(way);
    }
    return ways;
  }

  private void ranksAsWhatItLearned(List<List<ItemId>> ways, int neighbours) {
    for (int i = 0; i < ways.size(); i++) {
      Who who =
          i % 3 == 0
              ? new Who(new CustomerId("c-" + i), null)
              : new Who(null, new VisitorId("v-" + i));
      looks(who, NOON.minus(Duration.ofMinutes(10L * (ways.size() - i))), ways.get(i));
    }

    Rebuild.Report report = rebuild.run();

    assertThat(report.rowsWritten()).as("the items, the way, the shop").isEqualTo(ITEMS + 2);
    assertThat(rebuild.run().rowsWritten()).isZero();
    SessionModel model = SessionModel.learn(ways);
    assertThat(lists.visits(Set.of()).neighbours()).isEqualTo(neighbours);
    for (List<ItemId> way : ways) {
      assertThat(lists.visits(new HashSet<>(way)).score(way).best(20, item -> true))
          .isNotEmpty()
          .isEqualTo(model.score(way).best(20, item -> true));
    }
  }

  @Test
  void rowsOfVisitsRankAsTheModelThatIsMeasured() {
    ranksAsWhatItLearned(ways(300), 100);
  }

  @Test
  void soDoRowsOfListsWhereTheyForetellBetter() {
    ranksAsWhatItLearned(ways(500), 0);
  }

  @Test
  void aRowIsForgottenSomeTimeAfterItsLatestVisit() {
    Instant end = NOON.minus(Duration.ofDays(1));
    looks(Who.customer("c-1"), end.minusSeconds(60), List.of(item("tea"), item("cup")));

    rebuild.run();

    assertThat(table.get(new DynamoKey("I#tea", "V")).orElseThrow().time("ttl"))
        .isEqualTo(end.plus(Duration.ofDays(90)));
  }

  @Test
  void whatAnErasedCustomerLookedAtIsGoneAfterTheNextRebuild() {
    Who erased = Who.customer("c-1");
    looks(erased, NOON.minusSeconds(600), List.of(item("tea"), item("secret")));
    looks(Who.customer("c-2"), NOON.minusSeconds(500), List.of(item("tea"), item("cup")));
    rebuild.run();
    assertThat(lists.visits(Set.of(item("tea"))).counts()).containsKey(item("secret"));

    history.forgetViews(erased);
    rebuild.run();

    assertThat(lists.visits(Set.of(item("tea"))).counts())
        .containsOnlyKeys(item("tea"), item("cup"));
  }
}
