package kikkake.recommend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kikkake.event.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * What a shop's visits say about the next item: the latest visits of each item, or lists of what is
 * looked at together, whichever foretells the shop's own latest visits better.
 */
public final class SessionModel {
  private static final double HIDDEN = 0.05;
  private static final int MOST_CASES = 2_000;
  private static final int FEWEST_CASES = 50;
  private static final int LIST = 20;
  private static final SimilarVisits DEFAULT = new SimilarVisits(5, 100);

  private static final Way COSINE = new Way(new SimilarVisits(5, 100), new Cosine(5));

  private static final List<Way> WAYS =
      List.of(
          new Way(new SimilarVisits(2, 100), null),
          new Way(new SimilarVisits(3, 100), null),
          new Way(DEFAULT, null),
          new Way(new SimilarVisits(8, 100), null),
          new Way(new SimilarVisits(3, 100), new Cosine(3)),
          COSINE);

  /** Similar visits, or lists of a builder merged over the same window. */
  private record Way(SimilarVisits visits, @Nullable ListBuilder lists) {}

  private final Visits known;
  private final List<ItemId> popular;

  private SessionModel(Way way, List<Visit> visits) {
    Map<ItemId, List<Visit>> latest = new HashMap<>();
    Map<ItemId, Integer> counts = new HashMap<>();
    for (int i = visits.size() - 1; i >= 0; i--) {
      Visit visit = visits.get(i);
      for (ItemId item : visit.items()) {
        counts.merge(item, 1, Integer::sum);
        List<Visit> row = latest.computeIfAbsent(item, key -> new ArrayList<>());
        if (row.size() < SimilarVisits.KEPT) {
          row.add(visit);
        }
      }
    }
    this.popular =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<ItemId, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    this.known =
        new Visits(
            way.visits().window(),
            way.lists() == null ? way.visits().neighbours() : 0,
            visits.size(),
            latest,
            counts,
            way.lists() == null ? Map.of() : lists(way.lists(), visits));
  }

  private static Map<ItemId, List<Neighbour>> lists(ListBuilder builder, List<Visit> visits) {
    PurchaseLog baskets = new PurchaseLog();
    visits.stream()
        .filter(visit -> !visit.items().isEmpty())
        .forEach(visit -> baskets.add(new Shopper(List.of(new Basket(0, visit.items())))));
    Purchases packed = baskets.pack();
    Recipe recipe = new Recipe(builder, Double.POSITIVE_INFINITY);
    return PurchaseModel.lists(packed, recipe.cook(packed, Today.UNKNOWN));
  }

  /** Learns from visits, the latest last; which way, it chooses by the latest of them. */
  public static SessionModel learn(List<List<ItemId>> sessions) {
    List<Visit> visits = visits(sessions);
    return new SessionModel(choose(sessions, visits), visits);
  }

  /** Learns from visits, the latest last, that have numbers already. */
  static SessionModel of(List<Visit> visits) {
    return new SessionModel(choose(visits.stream().map(Visit::items).toList(), visits), visits);
  }

  /** By lists of what is looked at together alone; to compare with. */
  public static SessionModel byCosine(List<List<ItemId>> sessions) {
    return new SessionModel(COSINE, visits(sessions));
  }

  private static List<Visit> visits(List<List<ItemId>> sessions) {
    return IntStream.range(0, sessions.size())
        .mapToObj(number -> new Visit(number, sessions.get(number)))
        .toList();
  }

  private static Way choose(List<List<ItemId>> sessions, List<Visit> visits) {
    int known = (int) (sessions.size() * (1 - HIDDEN));
    List<List<ItemId>> cases = new ArrayList<>();
    for (List<ItemId> session : sessions.subList(known, sessions.size())) {
      for (int end = 2; end <= session.size(); end++) {
        cases.add(session.subList(0, end));
      }
    }
    if (cases.size() < FEWEST_CASES) {
      return new Way(DEFAULT, null);
    }
    int step = (cases.size() + MOST_CASES - 1) / MOST_CASES;
    Way best = WAYS.get(0);
    double most = -1;
    for (Way way : WAYS) {
      SessionModel model = new SessionModel(way, visits.subList(0, known));
      double reached =
          IntStream.range(0, cases.size())
              .parallel()
              .filter(i -> i % step == 0)
              .mapToDouble(i -> model.foretells(cases.get(i)))
              .sum();
      if (reached > most) {
        most = reached;
        best = way;
      }
    }
    return best;
  }

  /** Whether the last item of a visit stands in the list for what was before it, and how high. */
  private double foretells(List<ItemId> session) {
    int last = session.size() - 1;
    int place = next(session.subList(0, last), LIST).indexOf(session.get(last));
    return place < 0 ? 0 : 1 + 1.0 / (place + 1);
  }

  /** What is looked at next, best first; never the item that is being looked at. */
  public List<ItemId> next(List<ItemId> prefix, int most) {
    ItemId current = prefix.get(prefix.size() - 1);
    return score(prefix).best(most, item -> !item.equals(current), popular);
  }

  /** What speaks for each item after the way so far, the latest last. */
  Mix score(List<ItemId> prefix) {
    return known.score(prefix);
  }

  /** All that was learned, as a rebuild writes it into the table. */
  public Visits known() {
    return known;
  }
}
