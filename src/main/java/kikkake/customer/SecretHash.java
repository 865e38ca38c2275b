package kikkake.customer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns an id or an address into a text that recognises it again and tells nothing else:
 * HMAC-SHA256 under a secret that never changes. A plain hash would not do, as addresses can be
 * guessed.
 */
public final class SecretHash {
  private static final int MIN_KEY_BYTES = 16;

  private final SecretKeySpec key;

  /**
   * A hash under a key.
   *
   * @throws IllegalArgumentException where the key is too short to protect anything
   */
  public SecretHash(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException("the tombstone key must have at least 16 characters");
    }
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /**
   * The hash in hexadecimal digits.
   *
   * @param what is hashed, so that an id and an address of the same letters differ
   */
  public String of(String what, String value) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] text = (what + "\n" + value).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(mac.doFinal(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }
}
