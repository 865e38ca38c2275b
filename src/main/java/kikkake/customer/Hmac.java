package kikkake.customer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104) of texts under one secret key, both taken as UTF-8. */
public final class Hmac {
  private static final int MIN_KEY_BYTES = 16;

  private final SecretKeySpec key;

  /**
   * The function of a key.
   *
   * @param key as long as {@link #isLongEnough} asks
   */
  public Hmac(String key) {
    this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /** Whether a key has the 16 bytes without which it protects nothing. */
  public static boolean isLongEnough(String key) {
    return key.getBytes(StandardCharsets.UTF_8).length >= MIN_KEY_BYTES;
  }

  /** The 32 bytes of a text. */
  public byte[] of(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }
}
