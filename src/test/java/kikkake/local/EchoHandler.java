package kikkake.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/** A function that says what it got and where it runs. */
public final class EchoHandler implements RequestHandler<Map<String, String>, Map<String, String>> {
  public EchoHandler() {
    if (System.getenv("BROKEN") != null) {
      throw new IllegalStateException("no table configured");
    }
  }

  @Override
  public Map<String, String> handleRequest(Map<String, String> event, Context context) {
    String say = String.valueOf(event.get("say"));
    if (say.equals("throw")) {
      throw new IllegalArgumentException("cannot say that");
    }
    if (say.equals("exit")) {
      System.exit(7);
    }
    context.getLogger().log("said " + say + "\n");
    return Map.of(
        "said", say,
        "table", String.valueOf(System.getenv("TABLE")),
        "home", String.valueOf(System.getenv("HOME")),
        "function", context.getFunctionName(),
        "request", context.getAwsRequestId(),
        "inTime", Boolean.toString(context.getRemainingTimeInMillis() > 1000));
  }
}
