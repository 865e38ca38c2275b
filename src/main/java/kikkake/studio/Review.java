package kikkake.studio;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kikkake.template.Publication;

/**
 * What people said of a version.
 *
 * @param steps the latest last
 */
public record Review(List<Step> steps) {
  public static final Review NONE = new Review(List.of());

  public Review {
    steps = List.copyOf(steps);
  }

  /** What can be said. */
  public enum Said {
    ASKED,
    APPROVED,
    DECLINED
  }

  /**
   * That somebody said something.
   *
   * @param by who, one line
   * @param at whole seconds
   * @param note why, one line, may be empty
   */
  public record Step(Said said, String by, Instant at, String note) {
    public Step {
      at = Instant.ofEpochSecond(at.getEpochSecond());
      Publication.checkLine("by", by);
      Publication.checkLine("note", note);
    }
  }

  /** What was said last; empty where nobody said anything. */
  public Optional<Step> last() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
  }

  /** Whether somebody asked and nobody answered yet. */
  public boolean waits() {
    return last().filter(step -> step.said() == Said.ASKED).isPresent();
  }

  public boolean approved() {
    return last().filter(step -> step.said() == Said.APPROVED).isPresent();
  }

  Review with(Step step) {
    List<Step> all = new ArrayList<>(steps);
    all.add(step);
    return new Review(all);
  }
}
