package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import kikkake.mail.Release;

/** Every minute puts the mails that are due on the send queue; reads nothing from its event. */
public final class ReleaseHandler
    implements RequestHandler<Map<String, Object>, Map<String, Integer>> {
  private final Release release;

  /** For Lambda, which runs this once, before the first tick. */
  public ReleaseHandler() {
    this(Wiring.fromEnvironment().release());
  }

  public ReleaseHandler(Release release) {
    this.release = release;
  }

  @Override
  public Map<String, Integer> handleRequest(Map<String, Object> event, Context context) {
    return Map.of("released", release.tick());
  }
}
