package kikkake.mail;

/** One question that is asked of a mail at the moment of sending. */
public interface Gate {
  /** The name that stands in decisions. */
  String name();

  Verdict ask(Situation situation);

  /** Whether it is asked once more right before the mail is handed over. */
  default boolean isAskedAgain() {
    return false;
  }
}
