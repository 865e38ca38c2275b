package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import kikkake.customer.Erasure;
import kikkake.mail.Release;

/**
 * Every minute puts the mails that are due on the send queue, and does the second sweeps of
 * erasures; reads nothing from its event. A key of the tombstones that is not the table's makes it
 * fail after the mails were released: the alarm rings, and mails go on.
 */
public final class ReleaseHandler
    implements RequestHandler<Map<String, Object>, Map<String, Integer>> {
  private final Release release;
  private final Erasure erasure;

  /** For Lambda, which runs this once, before the first tick. */
  public ReleaseHandler() {
    this(Wiring.fromEnvironment());
  }

  ReleaseHandler(Wiring wiring) {
    this(wiring.release(), wiring.erasure());
  }

  public ReleaseHandler(Release release, Erasure erasure) {
    this.release = release;
    this.erasure = erasure;
  }

  @Override
  public Map<String, Integer> handleRequest(Map<String, Object> event, Context context) {
    int released = release.tick();
    erasure.checkKey();
    return Map.of("released", released, "swept", erasure.sweep());
  }
}
