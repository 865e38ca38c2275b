package kikkake.customer;

import java.util.HexFormat;

/**
 * Turns an id or an address into a text that recognises it again and tells nothing else:
 * HMAC-SHA256 under a secret that never changes. A plain hash would not do, as addresses can be
 * guessed.
 */
public final class SecretHash {
  private final Hmac key;

  /**
   * A hash under a key.
   *
   * @throws IllegalArgumentException where the key is too short to protect anything
   */
  public SecretHash(String key) {
    if (!Hmac.isLongEnough(key)) {
      throw new IllegalArgumentException("the tombstone key must have at least 16 characters");
    }
    this.key = new Hmac(key);
  }

  /**
   * The hash in hexadecimal digits.
   *
   * @param what is hashed, so that an id and an address of the same letters differ
   */
  public String of(String what, String value) {
    return HexFormat.of().formatHex(key.of(what + "\n" + value));
  }
}
