package kikkake.lint;

import java.util.List;
import java.util.Locale;

/**
 * One thing that the lint has to say about a template, in the marketer's language.
 *
 * @param line in that part, from 1; 0 where it is about the whole part
 * @param code what kind of thing it is, for machines: {@code unknown-variable}
 * @param reason what is wrong, in one or two sentences
 * @param hint what to do about it
 */
public record Finding(
    Part part, int line, Severity severity, String code, String reason, String hint) {

  /** The four texts that a marketer writes. */
  public enum Part {
    SUBJECT,
    PREVIEW,
    MJML,
    TEXT;

    /** As the marketer's files and pages call it, for example {@code subject}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it stops publishing. */
  public enum Severity {
    /** Stops publishing. */
    ERROR,
    /** Is worth a look, and stops nothing. */
    WARNING
  }

  /** Whether one of these stops publishing. */
  public static boolean anyError(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
