package kikkake.mail;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kikkake.customer.Hmac;
import kikkake.event.CustomerId;
import kikkake.event.EventJson;
import kikkake.event.MalformedEvent;

/**
 * Signs and checks the token that lets a customer unsubscribe and set preferences: {@code v2.{key
 * id}.{customer}.{HMAC-SHA256}}, the last two base64url. It holds no address and does not end. One
 * key signs and all verify, so that a new key leaves the links of old mails working.
 */
public final class Tokens {
  private static final String VERSION = "v2";

  private static final String SIGNS = "signs";
  private static final int MAX_CHARACTERS = 300;
  private static final int MAC_BYTES = 24;

  private final String signs;
  private final Hmac signingKey;
  private final Map<String, Hmac> keys = new HashMap<>();

  /**
   * Tokens of some keys.
   *
   * @param json the keys by their ids, and which one signs: {@code {"signs":"k2","k1":"...","k2":
   *     "..."}}
   * @throws IllegalArgumentException says what is wrong, and never repeats a key
   */
  public Tokens(String json) {
    JsonNode node = read(json);
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!entry.getKey().equals(SIGNS)) {
        keys.put(checkedId(entry.getKey()), key(entry.getKey(), entry.getValue()));
      }
    }
    signs = node.path(SIGNS).asText();
    Hmac key = keys.get(signs);
    if (key == null) {
      throw new IllegalArgumentException(
          "\"signs\" of the token keys must name one of them: " + keys.keySet());
    }
    signingKey = key;
  }

  private static JsonNode read(String json) {
    try {
      JsonNode node = EventJson.parse(json);
      if (node.isObject()) {
        return node;
      }
    } catch (MalformedEvent e) {
      // Not chained: where the text breaks off says something about a secret.
    }
    throw new IllegalArgumentException(
        "the token keys must be a JSON object like {\"signs\":\"k1\",\"k1\":\"...\"}");
  }

  private static String checkedId(String id) {
    if (!id.matches("[A-Za-z0-9_-]{1,16}")) {
      throw new IllegalArgumentException(
          "the id of a token key must be 1 to 16 letters, digits, - or _");
    }
    return id;
  }

  private static Hmac key(String id, JsonNode value) {
    if (!value.isTextual() || !Hmac.isLongEnough(value.textValue())) {
      throw new IllegalArgumentException(
          "the token key " + id + " must be a text of at least 16 characters");
    }
    return new Hmac(value.textValue());
  }

  public String sign(CustomerId customer) {
    String payload = VERSION + "." + signs + "." + encode(bytes(customer.value()));
    return payload + "." + encode(mac(signingKey, payload));
  }

  /** Who may use this token; nobody where it was not signed by us, or is no token at all. */
  public Optional<CustomerId> verify(String token) {
    if (token.length() > MAX_CHARACTERS) {
      return Optional.empty();
    }
    String[] parts = token.split("\\.", -1);
    Hmac key = parts.length == 4 && parts[0].equals(VERSION) ? keys.get(parts[1]) : null;
    if (key == null) {
      return Optional.empty();
    }
    try {
      String payload = token.substring(0, token.lastIndexOf('.'));
      byte[] signature = Base64.getUrlDecoder().decode(parts[3]);
      if (!MessageDigest.isEqual(mac(key, payload), signature)) {
        return Optional.empty();
      }
      byte[] customer = Base64.getUrlDecoder().decode(parts[2]);
      return Optional.of(new CustomerId(new String(customer, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // Not base64.
    }
  }

  private static byte[] mac(Hmac key, String payload) {
    return Arrays.copyOf(key.of(payload), MAC_BYTES);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
