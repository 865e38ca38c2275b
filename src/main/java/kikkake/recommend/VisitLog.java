package kikkake.recommend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import kikkake.event.ItemId;
import kikkake.history.Views;

/**
 * Collects what everybody looked at, and splits it into visits: a new one begins where more than 30
 * minutes lie between two looks. Visits of one item say nothing and are dropped, as is who made
 * them.
 */
final class VisitLog {
  /** Older looks do not count. */
  static final Duration COUNTS = Duration.ofDays(90);

  private static final Duration PAUSE = Duration.ofMinutes(30);
  private static final int MOST = 1_000_000;

  private record Seen(long end, List<ItemId> items) {
    static final Comparator<Seen> EARLIEST_FIRST =
        Comparator.comparingLong(Seen::end).thenComparing(seen -> seen.items().toString());
  }

  private final Instant now;
  private final int most;
  private final PriorityQueue<Seen> kept = new PriorityQueue<>(Seen.EARLIEST_FIRST);
  private final Map<ItemId, ItemId> known = new HashMap<>();

  /**
   * An empty log, which keeps the latest million visits.
   *
   * @param now looks dated after it do not count
   */
  VisitLog(Instant now) {
    this(now, MOST);
  }

  VisitLog(Instant now, int most) {
    this.now = now;
    this.most = most;
  }

  /** Adds what one person looked at. */
  void add(Views views) {
    List<ItemId> items = new ArrayList<>();
    Instant last = Instant.MIN;
    for (int i = views.recent().size() - 1; i >= 0; i--) {
      Views.View view = views.recent().get(i);
      if (view.at().isAfter(now) || view.at().isBefore(now.minus(COUNTS))) {
        continue;
      }
      if (!items.isEmpty() && Duration.between(last, view.at()).compareTo(PAUSE) > 0) {
        keep(last, items);
        items = new ArrayList<>();
      }
      items.add(known.computeIfAbsent(view.item(), item -> item));
      last = view.at();
    }
    keep(last, items);
  }

  private void keep(Instant end, List<ItemId> items) {
    if (items.size() > 1) {
      kept.add(new Seen(end.getEpochSecond(), List.copyOf(items)));
      if (kept.size() > most) {
        kept.remove();
      }
    }
  }

  /**
   * The visits, the latest last. Their numbers are milliseconds since 1970, those of one second
   * apart by one: so they stay the same from night to night.
   */
  List<Visit> visits() {
    List<Visit> visits = new ArrayList<>();
    long number = Long.MIN_VALUE;
    for (Seen seen : kept.stream().sorted(Seen.EARLIEST_FIRST).toList()) {
      number = Math.max(number + 1, Duration.ofSeconds(seen.end()).toMillis());
      visits.add(new Visit(number, seen.items()));
    }
    return visits;
  }
}
