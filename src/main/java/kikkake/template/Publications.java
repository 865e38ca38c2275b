package kikkake.template;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What was published of one mail, and when.
 *
 * @param latestFirst at most {@value #MOST}, those that lie ahead included
 * @param made how many there ever were
 */
public record Publications(List<Publication> latestFirst, int made) {
  /** So many are remembered. */
  static final int MOST = 50;

  /** So many that were good before are tried where the published one cannot be rendered. */
  private static final int FALLBACKS = 2;

  public static final Publications NONE = new Publications(List.of(), 0);

  public Publications {
    latestFirst = List.copyOf(latestFirst);
  }

  /** The one that counts; empty where nothing was published yet. */
  public Optional<Publication> live(Instant now) {
    return until(now).stream().findFirst();
  }

  /** Which version is sent; 0 for the one that comes with the product. */
  public int liveVersion(Instant now) {
    return live(now).map(Publication::version).orElse(0);
  }

  /** What lies ahead, the next first. */
  public List<Publication> ahead(Instant now) {
    List<Publication> ahead =
        new ArrayList<>(latestFirst.stream().filter(each -> each.from().isAfter(now)).toList());
    ahead.sort(Comparator.comparing(Publication::from));
    return ahead;
  }

  /**
   * The live version, and those that were good before it, the latest first. What was taken back is
   * left out; the version that comes with the product ends the list and is not in it.
   */
  List<Integer> toTry(Instant now) {
    List<Integer> toTry = new ArrayList<>();
    for (int version : standing(now)) {
      if (version == 0 || toTry.size() > FALLBACKS) {
        break;
      }
      toTry.add(version);
    }
    return toTry;
  }

  /** The version to go back to: the one that was good before the live one. */
  public int previous(Instant now) {
    return standing(now).stream().skip(1).findFirst().orElse(0);
  }

  /** Going back to a version takes back all that came after it. */
  private Deque<Integer> standing(Instant now) {
    Deque<Integer> standing = new ArrayDeque<>(List.of(0));
    for (Publication each : until(now).reversed()) {
      if (standing.contains(each.version())) {
        while (standing.element() != each.version()) {
          standing.pop();
        }
      } else {
        standing.push(each.version());
      }
    }
    return standing;
  }

  /** Without what lies ahead. */
  public Publications withoutAhead(Instant now) {
    return new Publications(until(now), made);
  }

  /** With one more; of two from the same second on, the one published last counts. */
  public Publications with(Publication publication) {
    List<Publication> all = new ArrayList<>();
    all.add(publication);
    all.addAll(latestFirst);
    // Stable: of two from the same second on, the one published last counts.
    all.sort(Comparator.comparing(Publication::from).reversed());
    return new Publications(all.subList(0, Math.min(MOST, all.size())), made + 1);
  }

  private List<Publication> until(Instant now) {
    return latestFirst.stream().filter(each -> !each.from().isAfter(now)).toList();
  }
}
