package kikkake.studio;

/** How somebody comes in, and goes out again. */
public interface SignIn {
  /** Asks who it is, or sends there. */
  Reply begin(Ask ask);

  /**
   * Lets in whoever proved who it is.
   *
   * @throws Refused where it was not proved
   */
  Reply end(Ask ask);

  /** Forgets who it is. */
  Reply out(Ask ask);

  /** The origin that {@link #out} leads to, where it is not the studio's; empty otherwise. */
  default String leavesTo() {
    return "";
  }
}
