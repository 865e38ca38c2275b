package kikkake.local.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.event.ItemId;

/**
 * The next item by the visits that are most like this one. The last items of the visit find the
 * latest visits with one of them; the most similar of those lend their items.
 *
 * <p>Source: Kersbergen, Sprangers and Schelter, Serenade: Low-latency session-based recommendation
 * in e-commerce at scale (2022), with the parameters of its example.
 */
final class VmisKnn implements Ranker<List<ItemId>> {
  /** How many of the latest visits are looked at (m). */
  private static final int LATEST = 500;

  /** How many of those lend their items (k). */
  private static final int NEIGHBOURS = 50;

  /** How many items of the visit count. */
  private static final int WINDOW = 2;

  private final List<ItemId> items = new ArrayList<>();
  private final Map<ItemId, Integer> numbers = new HashMap<>();
  private final int[][] visits;

  /** For each item the latest visits with it, the latest first. */
  private final int[][] visitsOf;

  private final double[] rarity;

  private record Neighbour(int visit, double similarity) {}

  /** Learns from visits, the latest last. */
  VmisKnn(List<List<ItemId>> sessions) {
    visits = new int[sessions.size()][];
    for (int visit = 0; visit < visits.length; visit++) {
      visits[visit] = sessions.get(visit).stream().mapToInt(this::number).distinct().toArray();
    }
    int[] counts = new int[items.size()];
    for (int[] visit : visits) {
      for (int item : visit) {
        counts[item]++;
      }
    }
    rarity = Arrays.stream(counts).mapToDouble(c -> Math.log((double) visits.length / c)).toArray();
    visitsOf = new int[counts.length][];
    Arrays.setAll(visitsOf, item -> new int[Math.min(LATEST, counts[item])]);
    int[] filled = new int[counts.length];
    for (int visit = visits.length - 1; visit >= 0; visit--) {
      for (int item : visits[visit]) {
        if (filled[item] < visitsOf[item].length) {
          visitsOf[item][filled[item]++] = visit;
        }
      }
    }
  }

  private int number(ItemId item) {
    return numbers.computeIfAbsent(
        item,
        fresh -> {
          items.add(fresh);
          return items.size() - 1;
        });
  }

  @Override
  public List<ItemId> rank(List<ItemId> prefix, int k) {
    List<ItemId> window = prefix.subList(Math.max(0, prefix.size() - WINDOW), prefix.size());
    // The first step of each item from the end, counted from 1.
    Map<Integer, Integer> steps = new HashMap<>();
    for (int step = 1; step <= window.size(); step++) {
      Integer item = numbers.get(window.get(window.size() - step));
      if (item != null) {
        steps.putIfAbsent(item, step);
      }
    }
    double length = Set.copyOf(window).size();
    Map<Integer, Double> scores = new HashMap<>();
    for (Neighbour neighbour : neighbours(steps, window.size(), length)) {
      int first = WINDOW;
      for (int item : visits[neighbour.visit()]) {
        first = Math.min(first, steps.getOrDefault(item, WINDOW));
      }
      double weight = (1 - 0.1 * first) * neighbour.similarity();
      for (int item : visits[neighbour.visit()]) {
        scores.merge(item, weight * rarity[item], Double::sum);
      }
    }
    Integer current = numbers.get(prefix.getLast());
    if (current != null) {
      scores.remove(current);
    }
    return scores.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(entry -> items.get(entry.getKey())))
        .limit(k)
        .map(entry -> items.get(entry.getKey()))
        .toList();
  }

  /** The most similar of the latest visits; of equally similar ones the later. */
  private List<Neighbour> neighbours(Map<Integer, Integer> steps, int size, double length) {
    Set<Integer> found = new LinkedHashSet<>();
    Map<Integer, Double> similarities = new HashMap<>();
    steps.forEach((item, step) -> {
      double weight = (size - step + 1) / length;
      for (int visit : visitsOf[item]) {
        found.add(visit);
        similarities.merge(visit, weight, Double::sum);
      }
    });
    return found.stream()
        .sorted(Comparator.reverseOrder())
        .limit(LATEST)
        .map(visit -> new Neighbour(visit, similarities.getOrDefault(visit, 0.0)))
        .sorted(
            Comparator.comparingDouble(Neighbour::similarity)
                .thenComparingInt(Neighbour::visit)
                .reversed())
        .limit(NEIGHBOURS)
        .toList();
  }
}
