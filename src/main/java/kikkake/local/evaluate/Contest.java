package kikkake.local.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import kikkake.event.ItemId;

/**
 * All recommenders on the same cases.
 *
 * @param protocol the name of the command
 * @param main the metric by which the strongest is told
 * @param facts how much data there was, by name
 */
record Contest<Q>(
    String protocol,
    Metric main,
    Map<String, Long> facts,
    Cases<Q> cases,
    List<Contestant<Q>> contestants) {
  /** How long the lists are. */
  static final int K = 20;

  Contest {
    contestants = List.copyOf(contestants);
  }

  /** The figures of one recommender, before they are put side by side. */
  private record Measured(Report.Row row, Map<Metric, double[]> perCase) {}

  /**
   * Builds each, and lets it rank every case twice: the first pass warms up, the second is timed.
   *
   * @param nanoseconds a clock that only goes forward
   */
  Report run(long seed, LongSupplier nanoseconds) {
    List<Measured> measured = new ArrayList<>();
    for (Contestant<Q> contestant : contestants) {
      measured.add(measure(contestant, nanoseconds));
    }
    return new Report(
        protocol,
        main,
        seed,
        facts,
        measured.stream().map(Measured::row).toList(),
        difference(measured, seed));
  }

  private Measured measure(Contestant<Q> contestant, LongSupplier nanoseconds) {
    long start = nanoseconds.getAsLong();
    Ranker<Q> ranker = contestant.learn().get();
    double buildSeconds = (nanoseconds.getAsLong() - start) / (double) TimeUnit.SECONDS.toNanos(1);

    List<Case<Q>> all = cases.list();
    for (Case<Q> each : all) {
      check(contestant.name(), each, ranker.rank(each.question(), K));
    }
    List<List<ItemId>> lists = new ArrayList<>(all.size());
    long[] times = new long[all.size()];
    for (int i = 0; i < times.length; i++) {
      long before = nanoseconds.getAsLong();
      List<ItemId> list = ranker.rank(all.get(i).question(), K);
      times[i] = nanoseconds.getAsLong() - before;
      lists.add(list);
    }
    Arrays.sort(times);

    Map<Metric, double[]> perCase = new EnumMap<>(Metric.class);
    Map<Metric, Double> means = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      double[] values = new double[all.size()];
      Arrays.setAll(values, i -> metric.of(lists.get(i), all.get(i).truth()));
      perCase.put(metric, values);
      means.put(metric, Arrays.stream(values).average().orElse(0));
    }
    Report.Row row =
        new Report.Row(
            contestant.name(),
            contestant.ours(),
            means,
            Metrics.coverage(lists, cases.known().size(), K),
            buildSeconds,
            milliseconds(times, 0.5),
            milliseconds(times, 0.99));
    return new Measured(row, perCase);
  }

  /** A list that breaks the rules would be measured as better than it is. */
  private static <Q> void check(String name, Case<Q> asked, List<ItemId> list) {
    if (list.size() > K || new HashSet<>(list).size() != list.size()) {
      throw new IllegalStateException(name + " gives too long a list or an item twice: " + list);
    }
    if (list.stream().anyMatch(asked.forbidden()::contains)) {
      throw new IllegalStateException(name + " gives an item that is not asked for: " + list);
    }
  }

  /** The nearest-rank percentile of sorted nanoseconds. */
  private static double milliseconds(long[] sorted, double share) {
    int index = Math.max(0, (int) Math.ceil(share * sorted.length) - 1);
    return sorted[index] / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }

  private Optional<Report.Difference> difference(List<Measured> measured, long seed) {
    Comparator<Measured> byMain =
        Comparator.comparingDouble(one -> one.row().means().getOrDefault(main, 0.0));
    Optional<Measured> ours = measured.stream().filter(one -> one.row().ours()).findFirst();
    Optional<Measured> strongest = measured.stream().filter(one -> !one.row().ours()).max(byMain);
    return ours.flatMap(mine ->
        strongest.map(other ->
            new Report.Difference(
                other.row().name(), Bootstrap.difference(values(mine), values(other), seed))));
  }

  private double[] values(Measured measured) {
    return measured.perCase().getOrDefault(main, new double[0]);
  }
}
