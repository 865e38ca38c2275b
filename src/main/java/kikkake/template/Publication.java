package kikkake.template;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * That a version is to be sent from some moment on.
 *
 * @param version 0 for the one that comes with the product
 * @param from may lie ahead; whole seconds
 * @param by who published it, one line
 * @param note why, one line, may be empty
 */
public record Publication(int version, Instant from, String by, String note) {
  private static final Pattern NOT_ONE_LINE = Pattern.compile("\\p{Cc}");
  private static final int LONGEST = 200;
  private static final int FIELDS = 4;

  public Publication {
    from = Instant.ofEpochSecond(from.getEpochSecond());
    checkLine("by", by);
    checkLine("note", note);
  }

  /** As a line of a row's list; {@link #ofLine} reads it. */
  public String line() {
    return String.join(
        "\t", Integer.toString(version), Long.toString(from.getEpochSecond()), by, note);
  }

  public static Publication ofLine(String line) {
    String[] fields = line.split("\t", FIELDS);
    return new Publication(
        Integer.parseInt(fields[0]),
        Instant.ofEpochSecond(Long.parseLong(fields[1])),
        fields[2],
        fields[3]);
  }

  /**
   * Checks a name or a note.
   *
   * @throws IllegalArgumentException names the field and what it must be
   */
  public static void checkLine(String field, String text) {
    if (NOT_ONE_LINE.matcher(text).find() || text.length() > LONGEST) {
      throw new IllegalArgumentException(
          field + " must be one line of at most " + LONGEST + " characters");
    }
  }
}
