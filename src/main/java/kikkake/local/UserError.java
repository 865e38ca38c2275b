package kikkake.local;

/** Something that the user has to mend; its message is one line that says what. */
final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  UserError(String message) {
    super(message);
  }
}
