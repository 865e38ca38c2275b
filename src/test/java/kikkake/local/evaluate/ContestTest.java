package kikkake.local.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import kikkake.event.ItemId;
import org.junit.jupiter.api.Test;

class ContestTest {
  private static final ItemId A = new ItemId("a");
  private static final ItemId B = new ItemId("b");
  private static final ItemId C = new ItemId("c");

  private final Cases<String> cases = new Cases<>(Set.of(A, B, C));
  private final AtomicLong clock = new AtomicLong();

  private Report run(List<Contestant<String>> contestants) {
    return new Contest<>("test", Metric.MRR_20, Map.of("cases", 2L), cases, contestants)
        .run(1, () -> clock.addAndGet(2_000_000));
  }

  private static Contestant<String> always(String name, ItemId... list) {
    return Contestant.baseline(name, () -> (question, k) -> List.of(list));
  }

  @Test
  void comparesOursWithTheStrongestOfTheOthersByTheMainMetric() {
    cases.add("one", Set.of(A), Set.of());
    cases.add("two", Set.of(A), Set.of());

    Report report =
        run(
            List.of(
                always("third", B, C, A),
                always("second", B, A),
                Contestant.ours(() -> (question, k) -> List.of(A))));

    assertThat(report.difference())
        .contains(new Report.Difference("second", new Bootstrap.Interval(0.5, 0.5, 0.5)));
    assertThat(report.text()).contains("MRR@20 against second", "+0.5000");
    assertThat(report.json().at("/difference/to").asText()).isEqualTo("second");
    assertThat(report.json().at("/recommenders/2/ours").asBoolean()).isTrue();
    assertThat(report.json().at("/recommenders/0/MRR@20").asDouble()).isEqualTo(1.0 / 3);
  }

  @Test
  void comparesNothingWhereOursIsNotThere() {
    cases.add("one", Set.of(A), Set.of());

    assertThat(run(List.of(always("alone", A))).difference()).isEmpty();
  }

  @Test
  void measuresTheSecondPassOnly() {
    cases.add("one", Set.of(A), Set.of());

    Report.Row row = run(List.of(always("alone", A))).rows().getFirst();

    assertThat(row.buildSeconds()).isEqualTo(0.002);
    assertThat(row.p50()).isEqualTo(2);
    assertThat(row.p99()).isEqualTo(2);
    assertThat(clock).hasValue(8_000_000);
  }

  @Test
  void leavesOutRightAnswersThatNobodyCanKnowAndCasesWithoutAnyOther() {
    cases.add("one", Set.of(A, new ItemId("new")), Set.of());
    cases.add("two", Set.of(new ItemId("new")), Set.of());
    cases.add("three", Set.of(B, C), Set.of(B));

    assertThat(cases.list())
        .containsExactly(
            new Case<>("one", Set.of(A), Set.of()), new Case<>("three", Set.of(C), Set.of(B)));
    assertThat(cases.unknown()).isEqualTo(2);
  }

  @Test
  void doesNotMeasureAListThatBreaksTheRules() {
    cases.add("one", Set.of(A), Set.of(B));

    assertThatIllegalStateException()
        .isThrownBy(() -> run(List.of(always("twice", A, A))))
        .withMessageContaining("twice");
    assertThatIllegalStateException()
        .isThrownBy(() -> run(List.of(always("owned", B))))
        .withMessageContaining("owned");
  }
}
