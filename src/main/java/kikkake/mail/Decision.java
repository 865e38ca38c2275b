package kikkake.mail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a mail at one moment, and why. The ledger keeps them with the mail.
 *
 * @param at in whole seconds
 * @param gate which asked last; {@code ses} where the mail was handed over
 * @param reason a label of {@link Reason}, or SES's code
 * @param until where it is held or in doubt, when it is looked at again
 * @param rules which rules and settings decided
 * @param times how often in a row the same was decided
 */
public record Decision(
    Instant at,
    Outcome outcome,
    String gate,
    String reason,
    @Nullable Instant until,
    String rules,
    int times) {
  private static final int KEPT = 12;

  /** What becomes of the mail. */
  public enum Outcome {
    SENT,
    /** It goes, but without its recommendations. */
    SHORTENED,
    HELD,
    SKIPPED,
    REJECTED,
    IN_DOUBT
  }

  public Decision {
    at = at.truncatedTo(ChronoUnit.SECONDS);
    until = until == null ? null : until.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The decisions before and this one; one that only repeats the last is counted there. */
  List<Decision> after(List<Decision> before) {
    List<Decision> all = new ArrayList<>(before);
    Decision last = all.isEmpty() ? null : all.getLast();
    if (last != null
        && last.outcome == outcome
        && last.gate.equals(gate)
        && last.reason.equals(reason)
        && last.rules.equals(rules)) {
      all.set(
          all.size() - 1,
          new Decision(last.at, outcome, gate, reason, until, rules, last.times + times));
    } else {
      all.add(this);
    }
    if (all.size() > KEPT) {
      all.remove(KEPT / 2); // The beginning and the end tell the story.
    }
    return all;
  }

  /** As one line of text, for the table. */
  String text() {
    return String.join(
        " ",
        Long.toString(at.getEpochSecond()),
        outcome.name(),
        gate,
        reason,
        until == null ? "-" : Long.toString(until.getEpochSecond()),
        rules,
        Integer.toString(times));
  }

  /** Reads what {@link #text} wrote. */
  static Decision of(String text) {
    String[] parts = text.split(" ", 7);
    return new Decision(
        Instant.ofEpochSecond(Long.parseLong(parts[0])),
        Outcome.valueOf(parts[1]),
        parts[2],
        parts[3],
        parts[4].equals("-") ? null : Instant.ofEpochSecond(Long.parseLong(parts[4])),
        parts[5],
        Integer.parseInt(parts[6]));
  }
}
