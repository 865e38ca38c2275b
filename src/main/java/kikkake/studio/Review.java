package kikkake.studio;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people said of a version.
 *
 * @param steps the latest last
 */
public record Review(List<Step> steps) {
  static final Review NONE = new Review(List.of());

  public Review {
    steps = List.copyOf(steps);
  }

  /** What somebody said. */
  public enum Said {
    ASKED,
    APPROVED,
    DECLINED
  }

  /**
   * Somebody said something.
   *
   * @param by whose address it is, one line
   * @param at in whole seconds
   * @param note why, one line, may be empty
   */
  public record Step(Said said, String by, Instant at, String note) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    public Step {
      at = at.truncatedTo(ChronoUnit.SECONDS);
      if (CONTROL.matcher(by + note).find()) {
        throw new IllegalArgumentException("by and note must be one line each");
      }
    }
  }

  /** What was said last. */
  public Optional<Step> last() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
  }

  /** Whether somebody is to answer. */
  public boolean waits() {
    return isLast(Said.ASKED);
  }

  public boolean approved() {
    return isLast(Said.APPROVED);
  }

  boolean declined() {
    return isLast(Said.DECLINED);
  }

  private boolean isLast(Said said) {
    return !steps.isEmpty() && steps.getLast().said() == said;
  }
}
