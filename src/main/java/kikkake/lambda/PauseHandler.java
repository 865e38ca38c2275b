package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.util.Map;
import kikkake.mail.SendingSwitch;
import kikkake.mail.Switchboard;

/**
 * Turns sending off when the alarm on bounces or complaints goes off, before SES reviews the
 * account. Somebody has to look into it and turn it on again.
 */
public final class PauseHandler
    implements RequestHandler<Map<String, Object>, Map<String, String>> {
  private final Switchboard switchboard;

  /** For Lambda, which runs this once, before the first alarm. */
  public PauseHandler() {
    this(Wiring.fromEnvironment());
  }

  PauseHandler(Wiring wiring) {
    this(wiring.switchboard());
  }

  public PauseHandler(Switchboard switchboard) {
    this.switchboard = switchboard;
  }

  /**
   * Reads CloudWatch's event of an alarm that changed its state.
   *
   * @throws IllegalArgumentException where it is none
   */
  @Override
  public Map<String, String> handleRequest(Map<String, Object> event, Context context) {
    if (!(event.get("detail") instanceof Map<?, ?> detail)
        || !(detail.get("alarmName") instanceof String alarm)
        || !(detail.get("state") instanceof Map<?, ?> state)
        || !(state.get("value") instanceof String value)) {
      throw new IllegalArgumentException(
          "detail.alarmName and detail.state.value are required: the event is no alarm's");
    }
    if (!value.equals("ALARM")) {
      return Map.of("sending", "unchanged");
    }
    switchboard.set(SendingSwitch.Mode.OFF, "alarm " + alarm);
    context.getLogger().log("Sending is off: alarm " + alarm, LogLevel.ERROR);
    return Map.of("sending", SendingSwitch.Mode.OFF.label());
  }
}
