package kikkake.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kikkake.event.CustomerId;

/**
 * Signs and checks the token that lets a customer unsubscribe: {@code v1.{customer}.{HMAC-SHA256}},
 * both base64url. It holds no address and does not end.
 */
public final class Tokens {
  private static final String VERSION = "v1";
  private static final int MIN_KEY_BYTES = 16;

  private final byte[] key;

  /**
   * Tokens of one key.
   *
   * @throws IllegalArgumentException where the key is too short to protect anything
   */
  public Tokens(String key) {
    this.key = key.getBytes(StandardCharsets.UTF_8);
    if (this.key.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException("the token key must have at least 16 characters");
    }
  }

  public String sign(CustomerId customer) {
    String payload = VERSION + "." + encode(customer.value().getBytes(StandardCharsets.UTF_8));
    return payload + "." + encode(mac(payload));
  }

  /** Who may unsubscribe with this token; nobody where it was not signed by us. */
  public Optional<CustomerId> verify(String token) {
    String[] parts = token.split("\\.", -1);
    if (token.length() > 300 || parts.length != 3 || !parts[0].equals(VERSION)) {
      return Optional.empty();
    }
    try {
      byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
      byte[] expected = mac(parts[0] + "." + parts[1]);
      if (!MessageDigest.isEqual(expected, signature)) {
        return Optional.empty();
      }
      byte[] customer = Base64.getUrlDecoder().decode(parts[1]);
      return Optional.of(new CustomerId(new String(customer, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private byte[] mac(String payload) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Arrays.copyOf(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)), 24);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
