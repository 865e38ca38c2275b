package kikkake.studio;

/** Why the studio does not do what it is asked; the reader is told in the reader's language. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong; the words are in {@code studio/words-*.properties}, as {@code refused-...}. */
  public enum Why {
    BAD_FORM,
    BAD_NUMBER,
    BAD_TIME,
    TIME_PASSED,
    NOT_ONE_LINE,
    TOO_LARGE,
    NOT_FOUND,
    NO_SAMPLE,
    NO_MAIL,
    SAVE_AGAIN,
    GOES,
    MAYBE_SENT,
    WEAKENS_APPROVAL,
    NOT_ALLOWED,
    OTHER_SITE,
    OLD_FORM,
    CHANGED_MEANWHILE,
    HAS_ERRORS,
    NOT_ASKED,
    NOT_APPROVED,
    OWN_WORK,
    NOTHING_CHANGED,
    NOTHING_BEFORE,
    SENDING_OFF,
    NOT_SENT,
    NOT_A_PICTURE,
    BAD_NAME,
    TAKEN,
    BAD_SETTING,
    SIGN_IN_LOST,
    SIGN_IN_DENIED,
    SIGN_IN_UNVERIFIED,
    SIGN_IN_SILENT
  }

  private final int status;
  private final Why why;
  private final String what;

  public Refused(int status, Why why) {
    this(status, why, "");
  }

  /**
   * @param what shown after the reason: a field, or what it must be
   */
  public Refused(int status, Why why, String what) {
    super(why.name());
    this.status = status;
    this.why = why;
    this.what = what;
  }

  /** The HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** What is wrong. */
  public Why why() {
    return why;
  }

  String what() {
    return what;
  }
}
