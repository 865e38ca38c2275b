package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import kikkake.customer.Erasure;
import kikkake.event.CustomerId;
import kikkake.event.MalformedEvent;
import org.jspecify.annotations.Nullable;

/** Erases the customer that the shop names: {@code {"customer": "..."}}. */
public final class EraseHandler
    implements RequestHandler<Map<String, Object>, Map<String, Integer>> {
  private final Erasure erasure;

  /** For Lambda, which runs this once, before the first erasure. */
  public EraseHandler() {
    this(Wiring.fromEnvironment());
  }

  EraseHandler(Wiring wiring) {
    this(wiring.erasure());
  }

  public EraseHandler(Erasure erasure) {
    this.erasure = erasure;
  }

  /**
   * Erases.
   *
   * @return how many rows were removed
   * @throws MalformedEvent where no customer is named; the shop sees it as the call's error
   */
  @Override
  public Map<String, Integer> handleRequest(Map<String, Object> request, Context context) {
    return Map.of("rowsRemoved", erasure.erase(customer(request.get("customer"))));
  }

  /** An id, which shops send as text or as a whole number. */
  private static CustomerId customer(@Nullable Object value) {
    if (!(value instanceof String) && !(value instanceof Integer) && !(value instanceof Long)) {
      throw new MalformedEvent("customer", "is required: the id, as in the shop's events");
    }
    try {
      return new CustomerId(value.toString());
    } catch (IllegalArgumentException e) {
      throw new MalformedEvent("customer", String.valueOf(e.getMessage()));
    }
  }
}
