package kikkake.lambda;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys that the shop's pages send as the parameter {@code key}. Anybody can read them there:
 * they keep other shops and old pages out, and protect nobody's data. Several hold at once, so that
 * one can be replaced.
 */
public record PublishableKeys(Set<String> keys) {
  /** No key: the slot is off, and beacons need none. */
  public static final PublishableKeys NONE = new PublishableKeys(Set.of());

  /** What a request without one of them is told. */
  static final String REFUSAL = "key: must be a publishable key of this shop";

  public PublishableKeys {
    keys = Set.copyOf(keys);
  }

  /** Those of the variable {@code KIKKAKE_PUBLISHABLE_KEYS}, separated by commas. */
  static PublishableKeys of(Environment environment) {
    String keys = environment.optional("KIKKAKE_PUBLISHABLE_KEYS");
    return keys == null ? NONE : new PublishableKeys(Set.copyOf(List.of(keys.split(",", -1))));
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  /** Whether the query of a request has one of them. */
  boolean admit(Map<String, String> query) {
    return keys.contains(query.getOrDefault("key", ""));
  }
}
