package kikkake.studio;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to the studio.
 *
 * @param path decoded, for example {@code /studio/mails/thank-you/ja}
 * @param query the address's parameters
 * @param headers by their names in small letters
 * @param cookies by name
 * @param body as it came
 * @param member who asks, as the sign-in was checked in front of the studio; null for nobody
 */
public record Ask(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    Map<String, String> cookies,
    Bytes body,
    @Nullable Member member) {
  public Ask {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
    cookies = Map.copyOf(cookies);
  }

  /** A header; empty where there is none. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  boolean isPost() {
    return method.equals("POST");
  }
}
