package kikkake.lambda;

/** Where a message goes that can never succeed. */
public interface DeadLetters {
  /**
   * Puts a message there, to be mended and redriven.
   *
   * @param reason names the field and what it must be
   */
  void put(String message, String reason);
}
