package kikkake.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import kikkake.event.CustomerId;

/**
 * What makes a mail one mail: to whom, which kind, and because of what. However often its cause is
 * told, there is one ledger row of this key.
 *
 * @param businessKey the cause: the order for a thank-you, the day for a browse follow-up
 */
public record MailKey(CustomerId customer, MailKind kind, String businessKey) {
  private static final int MAX_BYTES = 64;

  public MailKey {
    byte[] bytes = businessKey.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0 || bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException("the business key must have 1 to 64 bytes");
    }
    if (businessKey.chars().anyMatch(Character::isISOControl)
        || !businessKey.equals(new String(bytes, StandardCharsets.UTF_8))) {
      throw new IllegalArgumentException(
          "the business key has a control character or broken Unicode");
    }
  }

  /**
   * This key as a tag of SES, which every SES event echoes: at most 200 characters of base64url.
   */
  public String sendId() {
    String text = customer + "\n" + kind.label() + "\n" + businessKey;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The key that a send id stands for.
   *
   * @throws IllegalArgumentException where it is none of ours
   */
  public static MailKey ofSendId(String sendId) {
    String text = new String(Base64.getUrlDecoder().decode(sendId), StandardCharsets.UTF_8);
    String[] parts = text.split("\n", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("is not a send id of Kikkake");
    }
    return new MailKey(new CustomerId(parts[0]), MailKind.of(parts[1]), parts[2]);
  }
}
