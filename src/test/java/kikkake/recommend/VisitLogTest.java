package kikkake.recommend;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.items;
import static kikkake.TestData.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kikkake.event.ItemId;
import kikkake.event.Who;
import kikkake.history.Views;
import org.junit.jupiter.api.Test;

class VisitLogTest {
  private static final Who WHO = new Who(ANNA, null);
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private final VisitLog log = new VisitLog(NOON);

  /** Looks at some items, the same time apart, the last at {@code end}. */
  private static Views looks(Instant end, Duration apart, String... items) {
    Views views = Views.NONE;
    for (int i = 0; i < items.length; i++) {
      Instant at = end.minus(apart.multipliedBy(items.length - 1L - i));
      views = views.with(List.of(viewed(items[i], WHO, at)));
    }
    return views;
  }

  private static List<List<ItemId>> visits(VisitLog log) {
    return log.visits().stream().map(Visit::items).toList();
  }

  @Test
  void aVisitEndsWhereMoreThanHalfAnHourLiesBetweenLooks() {
    log.add(looks(NOON, HALF_AN_HOUR, "tea", "cup", "pot"));
    assertThat(visits(log)).containsExactly(items("tea", "cup", "pot"));

    VisitLog slow = new VisitLog(NOON);
    slow.add(looks(NOON, HALF_AN_HOUR.plusSeconds(1), "tea", "cup", "pot"));
    assertThat(visits(slow)).as("of one item each").isEmpty();
  }

  @Test
  void onePersonMayHaveSeveralVisits() {
    Views morning = looks(NOON.minus(Duration.ofHours(3)), Duration.ofMinutes(1), "tea", "cup");

    log.add(morning.join(looks(NOON, Duration.ofMinutes(1), "pot", "box")));

    assertThat(visits(log)).containsExactly(items("tea", "cup"), items("pot", "box"));
  }

  @Test
  void visitsStandInTheOrderOfTheirLastLooksWhoeverComesFirst() {
    Views early = looks(NOON.minusSeconds(9), Duration.ofSeconds(1), "tea", "cup");
    Views late = looks(NOON, Duration.ofSeconds(20), "pot", "box");
    Views alsoLate = looks(NOON, Duration.ofSeconds(2), "ink", "pen");
    VisitLog other = new VisitLog(NOON);
    List.of(early, late, alsoLate).forEach(log::add);
    List.of(alsoLate, late, early).forEach(other::add);

    assertThat(log.visits()).isEqualTo(other.visits());
    assertThat(visits(log))
        .containsExactly(items("tea", "cup"), items("ink", "pen"), items("pot", "box"));
    assertThat(log.visits())
        .extracting(Visit::number)
        .as("milliseconds")
        .containsExactly(
            NOON.minusSeconds(9).toEpochMilli(), NOON.toEpochMilli(), NOON.toEpochMilli() + 1);
  }

  @Test
  void looksOfTomorrowAndOfLongAgoDoNotCount() {
    log.add(looks(NOON.plusSeconds(1), Duration.ofSeconds(1), "tea", "cup", "pot"));
    assertThat(visits(log)).containsExactly(items("tea", "cup"));

    VisitLog old = new VisitLog(NOON);
    old.add(
        looks(NOON.minus(VisitLog.COUNTS).plusSeconds(1), Duration.ofSeconds(1), "a", "b", "c"));
    old.add(looks(NOON.minus(VisitLog.COUNTS), Duration.ofSeconds(1), "old", "older"));
    assertThat(visits(old)).containsExactly(items("b", "c"));
  }

  @Test
  void whereThereAreTooManyTheLatestAreKept() {
    VisitLog small = new VisitLog(NOON, 2);
    for (int hours : List.of(2, 1, 3)) {
      small.add(
          looks(NOON.minus(Duration.ofHours(hours)), Duration.ofSeconds(1), "tea", "h" + hours));
    }

    assertThat(visits(small)).containsExactly(items("tea", "h2"), items("tea", "h1"));
  }
}
