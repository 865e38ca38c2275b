package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import kikkake.recommend.Rebuild;

/** Every night makes the item lists anew; reads nothing from its event. */
public final class RebuildHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private final Rebuild rebuild;

  /** For Lambda, which runs this once, before the first rebuild. */
  public RebuildHandler() {
    this(Wiring.fromEnvironment());
  }

  RebuildHandler(Wiring wiring) {
    this(wiring.rebuild());
  }

  public RebuildHandler(Rebuild rebuild) {
    this.rebuild = rebuild;
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    Rebuild.Report report = rebuild.run();
    return Map.of(
        "purchases", report.purchases(),
        "items", report.items(),
        "rowsWritten", report.rowsWritten(),
        "chosen", report.chosen());
  }
}
