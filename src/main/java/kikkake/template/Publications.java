package kikkake.template;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
   * The live version, and those that were live before it first was, the latest first. What was live
   * in between was taken back. The version that comes with the product is left out.
   */
  List<Integer> toTry(Instant now) {
    List<Integer> versions = until(now).stream().map(Publication::version).toList();
    int live = liveVersion(now);
    if (live == 0) {
      return List.of();
    }
    List<Integer> toTry = new ArrayList<>(List.of(live));
    versions.subList(versions.lastIndexOf(live) + 1, versions.size()).stream()
        .distinct()
        .limit(FALLBACKS)
        .forEach(toTry::add);
    return toTry.stream().filter(version -> version != 0).toList();
  }

  /** The version to go back to: the one that was live before the live one first was. */
  public int previous(Instant now) {
    List<Integer> versions = until(now).stream().map(Publication::version).toList();
    int before = versions.isEmpty() ? 0 : versions.lastIndexOf(versions.get(0)) + 1;
    return before < versions.size() ? versions.get(before) : 0;
  }

  Publications with(Publication publication) {
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
