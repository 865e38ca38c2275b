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
    if (!value.equals(value.strip()) || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(what + " has a control character, or a space at an end");
    }
  }
}
