package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.util.Map;
import java.util.regex.Pattern;
import kikkake.mail.SendingSwitch;
import kikkake.mail.Switchboard;
import org.jspecify.annotations.Nullable;

/**
 * Turns sending off when the alarm on bounces or complaints goes off, before SES reviews the
 * account. Somebody has to look into it and turn it on again.
 */
public final class PauseHandler
    implements RequestHandler<Map<String, Object>, Map<String, String>> {
  /** As CloudWatch allows it; it stands in the log and in the switch. */
  private static final Pattern ALARM_NAME = Pattern.compile("[ -~]{1,255}");

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
  public Map<String, String> handleRequest(@Nullable Map<String, Object> event, Context context) {
    if (event == null
        || !(event.get("detail") instanceof Map<?, ?> detail)
        || !(detail.get("alarmName") instanceof String alarm)
        || !ALARM_NAME.matcher(alarm).matches()
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
