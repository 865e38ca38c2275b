package kikkake.mail;

/** Knows, for its kind of mail, whether it is still wanted and what is in it. */
public interface Composer {
  MailKind kind();

  /** Whether what the mail is about still stands. */
  Verdict wanted(Situation situation);

  /**
   * Fills a mail that is about to go.
   *
   * @param language of the template, {@code ja} or {@code en}
   * @param recommends whether a mail that is not advertising may carry recommendations
   */
  Composition compose(Situation situation, String language, boolean recommends);
}
