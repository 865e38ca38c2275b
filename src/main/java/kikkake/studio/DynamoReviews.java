package kikkake.studio;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kikkake.table.DynamoChange;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;

/**
 * Keeps in the table what people said of versions, beside the versions.
 *
 * <pre>
 *  pk              sk        what
 *  W#thank-you/ja  R#000007  what was said of a version: a text each, the latest last
 *  S               R#000007  the same of the settings
 * </pre>
 */
public final class DynamoReviews implements Reviews {
  /** The subject that is no mail. */
  static final String SETTINGS = "settings";

  private static final String PREFIX = "R#";
  private static final String STEPS = "steps";
  private static final int FIELDS = 4;

  private final DynamoTable table;

  public DynamoReviews(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Review of(String subject, int version) {
    return table.get(key(subject, version)).map(DynamoReviews::review).orElse(Review.NONE);
  }

  @Override
  public Map<Integer, Review> all(String subject) {
    Map<Integer, Review> all = new TreeMap<>();
    for (DynamoRow row : table.query(partition(subject), PREFIX)) {
      all.put(Integer.parseInt(row.key().sk().substring(PREFIX.length())), review(row));
    }
    return all;
  }

  @Override
  public boolean add(String subject, int version, Review seen, Review.Step step) {
    DynamoRow row =
        DynamoRow.of(key(subject, version))
            .texts(STEPS, seen.with(step).steps().stream().map(DynamoReviews::text).toList());
    return seen.steps().isEmpty()
        ? table.putIfAbsent(row)
        : table.put(
            row,
            new DynamoChange()
                .onlyIf("size(#steps) = :seen", STEPS)
                .with("seen", seen.steps().size()));
  }

  private static Review review(DynamoRow row) {
    return new Review(row.texts(STEPS).stream().map(DynamoReviews::step).toList());
  }

  private static String text(Review.Step step) {
    return String.join(
        "\t",
        step.said().name(),
        Long.toString(step.at().getEpochSecond()),
        step.by(),
        step.note());
  }

  private static Review.Step step(String text) {
    String[] fields = text.split("\t", FIELDS);
    return new Review.Step(
        Review.Said.valueOf(fields[0]),
        fields[2],
        Instant.ofEpochSecond(Long.parseLong(fields[1])),
        fields[3]);
  }

  private static String partition(String subject) {
    return subject.equals(SETTINGS) ? "S" : "W#" + subject;
  }

  private static DynamoKey key(String subject, int version) {
    return new DynamoKey(partition(subject), String.format(Locale.ROOT, PREFIX + "%06d", version));
  }
}
