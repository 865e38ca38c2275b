package kikkake.event;

import java.nio.charset.StandardCharsets;

/** What every id must be, so that it fits a key of the table and a tag of SES. */
final class Ids {
  static final int MAX_BYTES = 64;

  private Ids() {}

  static void check(String what, String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException(what + " is empty");
    }
    if (value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
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
    return text.codePoints()
        .noneMatch(c ->
            Character.isISOControl(c)
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || c == 0xFFFE
                || c == 0xFFFF);
  }
}
