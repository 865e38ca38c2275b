package kikkake.local.evaluate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The outcome of a contest, as a table for people and as JSON for programs.
 *
 * @param main the metric of the difference
 * @param facts how much data there was, by name
 * @param difference of ours to the strongest of the others; empty where ours is not among them
 */
record Report(
    String protocol,
    Metric main,
    long seed,
    Map<String, Long> facts,
    List<Row> rows,
    Optional<Difference> difference) {
  Report {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    rows = List.copyOf(rows);
  }

  /**
   * The figures of one recommender.
   *
   * @param means over all cases
   * @param coverage the share of the items of training in any of its lists
   * @param p50 milliseconds for a list, the median
   * @param p99 milliseconds for a list, which one list in a hundred exceeds
   */
  record Row(
      String name,
      boolean ours,
      Map<Metric, Double> means,
      double coverage,
      double buildSeconds,
      double p50,
      double p99) {
    Row {
      means = Map.copyOf(means);
    }

    double mean(Metric metric) {
      return means.getOrDefault(metric, 0.0);
    }
  }

  /** How far ours is ahead of the strongest of the others. */
  record Difference(String to, Bootstrap.Interval interval) {}

  /** A table, with the difference below it. */
  String text() {
    int name = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    lines.add(
        protocol
            + ": "
            + facts.entrySet().stream()
                .map(fact -> String.format(Locale.ROOT, "%,d %s", fact.getValue(), fact.getKey()))
                .collect(Collectors.joining(", ")));
    lines.add("");
    StringBuilder head = new StringBuilder(" ".repeat(name));
    for (Metric metric : Metric.values()) {
      head.append("  ").append(metric.label());
    }
    lines.add(head + "  coverage@20   build s    p50 ms    p99 ms");
    for (Row row : rows) {
      StringBuilder line =
          new StringBuilder(row.name()).append(" ".repeat(name - row.name().length()));
      for (Metric metric : Metric.values()) {
        line.append("  ")
            .append(
                String.format(
                    Locale.ROOT, "%" + metric.label().length() + ".4f", row.mean(metric)));
      }
      lines.add(
          line
              + String.format(
                  Locale.ROOT,
                  "  %11.4f  %8.2f  %8.3f  %8.3f",
                  row.coverage(),
                  row.buildSeconds(),
                  row.p50(),
                  row.p99()));
    }
    difference.ifPresent(found -> {
      lines.add("");
      lines.add(
          String.format(
              Locale.ROOT,
              "%s against %s, the strongest of the others: %+.4f,"
                  + " 95 %% interval %+.4f to %+.4f (%,d resamples)",
              main.label(),
              found.to(),
              found.interval().mean(),
              found.interval().low(),
              found.interval().high(),
              Bootstrap.RESAMPLES));
    });
    return String.join(System.lineSeparator(), lines);
  }

  /** One object with the same figures. */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("protocol", protocol).put("k", Contest.K).put("seed", seed);
    json.put("mainMetric", main.label());
    ObjectNode data = json.putObject("data");
    facts.forEach((name, number) -> data.put(camelCase(name), number));
    ArrayNode recommenders = json.putArray("recommenders");
    for (Row row : rows) {
      ObjectNode one = recommenders.addObject().put("name", row.name()).put("ours", row.ours());
      for (Metric metric : Metric.values()) {
        one.put(metric.label(), row.mean(metric));
      }
      one.put("coverage@20", row.coverage());
      one.put("buildSeconds", row.buildSeconds());
      one.put("listMillisecondsP50", row.p50());
      one.put("listMillisecondsP99", row.p99());
    }
    difference.ifPresent(found ->
        json.putObject("difference")
            .put("to", found.to())
            .put("metric", main.label())
            .put("mean", found.interval().mean())
            .put("low", found.interval().low())
            .put("high", found.interval().high())
            .put("resamples", Bootstrap.RESAMPLES));
    return json;
  }

  /** A name of several words as JSON has it. */
  private static String camelCase(String words) {
    StringBuilder name = new StringBuilder();
    for (String word : words.split(" ", -1)) {
      name.append(
          name.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return name.toString();
  }
}
