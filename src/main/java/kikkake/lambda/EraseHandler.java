package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import kikkake.customer.Erasure;
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
   * @throws IllegalArgumentException where the key of the tombstones is not the table's
   */
  @Override
  public Map<String, Integer> handleRequest(
      @Nullable Map<String, Object> request, Context context) {
    return Map.of("rowsRemoved", erasure.erase(Invocation.customer(request)));
  }
}
