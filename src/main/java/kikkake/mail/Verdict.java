package kikkake.mail;

import java.time.Instant;

/** What a gate says of a mail. */
public sealed interface Verdict {
  /** Nothing speaks against it here. */
  record Go() implements Verdict {}

  /** Not now; it is asked again at {@code until}, from the first gate on. */
  record Hold(Instant until, Reason reason) implements Verdict {}

  /** Not at all. */
  record Skip(Reason reason) implements Verdict {}

  Verdict GO = new Go();
}
