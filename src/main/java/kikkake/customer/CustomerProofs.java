package kikkake.customer;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import kikkake.event.CustomerId;

/**
 * Checks that the shop's backend vouches for a customer, as support chats do it: a signature is the
 * HMAC-SHA256 of the customer's id in hexadecimal digits. Every key verifies, so that a new one can
 * come before the old one goes.
 */
public final class CustomerProofs {
  private final List<Hmac> keys = new ArrayList<>();

  /**
   * Proofs by some keys.
   *
   * @param keys separated by commas, at least 16 characters each
   * @throws IllegalArgumentException where one is too short; it never repeats a key
   */
  public CustomerProofs(String keys) {
    for (String key : keys.split(",", -1)) {
      if (!Hmac.isLongEnough(key)) {
        throw new IllegalArgumentException("a customer key must have at least 16 characters");
      }
      this.keys.add(new Hmac(key));
    }
  }

  /** Whether one of the keys made this signature of this customer; takes as long for any other. */
  public boolean proves(CustomerId customer, String signature) {
    byte[] told;
    try {
      told = HexFormat.of().parseHex(signature);
    } catch (IllegalArgumentException e) {
      return false; // Not hexadecimal.
    }
    boolean proved = false;
    for (Hmac key : keys) {
      proved |= MessageDigest.isEqual(key.of(customer.value()), told);
    }
    return proved;
  }
}
