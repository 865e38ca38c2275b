package kikkake.mail;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a template is filled with: what a journey composed, the shop, the customer, the way out. */
final class WholeModel {
  private static final String UNSUBSCRIBE_URL = "unsubscribeUrl";

  private WholeModel() {}

  /**
   * The whole of it.
   *
   * @param name the customer's; null where nobody knows it
   * @param token of the customer, for the pages on which to refuse; null where the mail is no
   *     advertising
   */
  static Map<String, Object> of(
      Shop shop, Map<String, Object> composed, @Nullable String name, @Nullable String token) {
    Map<String, Object> whole = new HashMap<>(composed);
    whole.put("shop", shop.model());
    if (name != null) {
      whole.put("customer", Map.of("name", name));
    }
    if (token != null) {
      whole.put(UNSUBSCRIBE_URL, shop.publicUrl() + "/u/" + token);
      whole.put("preferencesUrl", shop.publicUrl() + "/p/" + token);
    }
    return whole;
  }

  /** Where a POST unsubscribes; null where the mail is no advertising. */
  static @Nullable String unsubscribeUrl(Map<String, Object> whole) {
    return whole.get(UNSUBSCRIBE_URL) instanceof String url ? url : null;
  }
}
