package kikkake.local.simulate;

/** How far an eventually consistent read stands behind the writes. */
public interface Lag {
  /** Every read sees everything. */
  Lag NONE = request -> 0;

  /**
   * How many of the latest changes a read does not see yet: of the index's changes where it reads
   * the index, of the table's otherwise; never more than the last {@value Rows#REMEMBERED}.
   *
   * @param request the read, as {@link Io} gets it
   */
  int hidden(String request);
}
