package kikkake.lambda;

import java.util.Map;
import kikkake.event.CustomerId;
import kikkake.event.MalformedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the shop sends with a call of a function. A refusal names the field, never the value: Lambda
 * writes it to the log.
 */
final class Invocation {
  private Invocation() {}

  /** The customer, whose id shops send as text or as a whole number. */
  static CustomerId customer(@Nullable Map<String, Object> request) {
    Object value = field(request, "customer");
    if (!(value instanceof String) && !(value instanceof Integer) && !(value instanceof Long)) {
      throw new MalformedEvent("customer", "is required: the id, as in the shop's events");
    }
    try {
      return new CustomerId(value.toString());
    } catch (IllegalArgumentException e) {
      throw new MalformedEvent("customer", String.valueOf(e.getMessage()));
    }
  }

  /** A text that is not empty; {@code otherwise} where there is none. */
  static String text(@Nullable Map<String, Object> request, String field, String otherwise) {
    Object value = field(request, field);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new MalformedEvent(field, "must be a text, and not empty");
  }

  private static @Nullable Object field(@Nullable Map<String, Object> request, String name) {
    return request == null ? null : request.get(name);
  }
}
