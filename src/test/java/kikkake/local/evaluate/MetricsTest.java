package kikkake.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kikkake.event.ItemId;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Offset<Double> EXACT = within(1e-12);

  static List<ItemId> items(String... ids) {
    return Arrays.stream(ids).map(ItemId::new).toList();
  }

  private static Set<ItemId> set(String... ids) {
    return Arrays.stream(ids).map(ItemId::new).collect(Collectors.toSet());
  }

  @Test
  void recallIsTheShareOfTheTruthThatIsInTheList() {
    assertThat(Metrics.recall(items("a", "b", "c"), set("a", "c", "x", "y"), 10)).isEqualTo(0.5);
    assertThat(Metrics.recall(items("a", "b", "c"), set("a", "c", "x", "y"), 2)).isEqualTo(0.25);
    assertThat(Metrics.recall(items(), set("a"), 10)).isZero();
  }

  @Test
  void aHitIsAnyMeetingWithinTheFirstK() {
    assertThat(Metrics.hitRate(items("a", "b", "c"), set("c", "x"), 3)).isEqualTo(1);
    assertThat(Metrics.hitRate(items("a", "b", "c"), set("c", "x"), 2)).isZero();
  }

  @Test
  void theReciprocalRankIsThatOfTheFirstHit() {
    assertThat(Metrics.reciprocalRank(items("a", "b", "c"), set("b", "c"), 20)).isEqualTo(0.5);
    assertThat(Metrics.reciprocalRank(items("a", "b", "c"), set("c"), 2)).isZero();
    assertThat(Metrics.reciprocalRank(items("a"), set("x"), 20)).isZero();
  }

  @Test
  void ndcgIsOneForTheBestListAndCountsPlacesByLogarithms() {
    assertThat(Metrics.ndcg(items("a", "b"), set("a", "b"), 10)).isEqualTo(1, EXACT);
    // Hits at places 2 and 3: 1/log2(3) + 1/log2(4) = 0.6309 + 0.5; best: 1 + 0.6309.
    double second = Math.log(2) / Math.log(3);
    assertThat(Metrics.ndcg(items("x", "a", "b"), set("a", "b"), 10))
        .isEqualTo((second + 0.5) / (1 + second), EXACT);
  }

  @Test
  void theBestNdcgListIsNoLongerThanK() {
    List<ItemId> ten = IntStream.range(0, 10).mapToObj(i -> new ItemId("i" + i)).toList();
    Set<ItemId> thirty =
        IntStream.range(0, 30).mapToObj(i -> new ItemId("i" + i)).collect(Collectors.toSet());

    assertThat(Metrics.ndcg(ten, thirty, 10)).isEqualTo(1, EXACT);
  }

  @Test
  void coverageCountsEachItemOnceOverAllLists() {
    List<List<ItemId>> lists = List.of(items("a", "b", "c"), items("a", "d"));

    assertThat(Metrics.coverage(lists, 8, 20)).isEqualTo(0.5);
    assertThat(Metrics.coverage(lists, 8, 1)).isEqualTo(0.125);
  }

  @Test
  void everyMetricOfTheReportCutsWhereItsNameSays() {
    List<ItemId> twenty = IntStream.range(0, 20).mapToObj(i -> new ItemId("i" + i)).toList();

    assertThat(Arrays.stream(Metric.values()).map(metric -> metric.of(twenty, set("i10"))))
        .containsExactly(0.0, 1.0, 0.0, 1.0, 1.0 / 11, 0.0);
  }
}
