package kikkake.event;

import java.nio.charset.StandardCharsets;

/** What every id must be, so that it fits a key of the table and a tag of SES. */
final class Ids {
  static final int MAX_BYTES = 64;

  private static final int MOST_BYTES_OF_A_CHAR = 3;

  private Ids() {}

  static void check(String what, String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException(what + " is empty");
    }
    if (value.length() * MOST_BYTES_OF_A_CHAR > MAX_BYTES
        && value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw new IllegalArgumentException(what + " is longer than " + MAX_BYTES + " bytes");
    }
    if (!isClean(value)) {
      throw new IllegalArgumentException(what + " has a control character or broken Unicode");
    }
    if (!value.equals(value.strip())) {
      throw new IllegalArgumentException(what + " has a space at an end");
    }
  }

  /** Whether a text can be stored and queued: half a surrogate pair or U+FFFF cannot. */
  static boolean isClean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++; // Both halves are there.
      } else if (Character.isISOControl(c) || Character.isSurrogate(c) || c >= 0xFFFE) {
        return false;
      }
    }
    return true;
  }
}
