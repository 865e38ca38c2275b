package kikkake.local;

/** Something that the user has to mend; its message is one line that says what. */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The message names the file or option and what to do. */
  public UserError(String message) {
    super(message);
  }
}
