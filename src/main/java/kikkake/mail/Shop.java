package kikkake.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who sends the mails.
 *
 * @param from the sender's verified mail address
 * @param replyTo where answers go; null means to {@code from}
 * @param address the postal address that advertising mail must show
 * @param publicUrl where the HTTP routes are, without a slash at the end
 */
public record Shop(
    String name,
    String url,
    String address,
    String from,
    @Nullable String replyTo,
    String publicUrl) {

  Map<String, Object> model() {
    return Map.of("name", name, "url", url, "address", address);
  }
}
