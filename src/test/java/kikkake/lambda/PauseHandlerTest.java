package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import kikkake.TestShop;
import kikkake.mail.SendingSwitch;
import kikkake.mail.SendingSwitch.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PauseHandlerTest {
  private final TestShop shop = new TestShop();
  private final PauseHandler handler = new PauseHandler(shop.switchboard);
  private final RecordingContext context = new RecordingContext();

  /** CloudWatch's event, as EventBridge brings it. */
  private static Map<String, Object> alarm(String state) {
    return Map.of(
        "source",
        "aws.cloudwatch",
        "detail-type",
        "CloudWatch Alarm State Change",
        "detail",
        Map.of("alarmName", "kikkake-complaints", "state", Map.of("value", state)));
  }

  @Test
  void anAlarmTurnsSendingOffAndSaysSo() {
    assertThat(handler.handleRequest(alarm("ALARM"), context)).isEqualTo(Map.of("sending", "off"));

    assertThat(shop.switchboard.read())
        .isEqualTo(new SendingSwitch(Mode.OFF, null, "alarm kikkake-complaints"));
    assertThat(context.log()).contains("kikkake-complaints");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OK", "INSUFFICIENT_DATA"})
  void theEndOfAnAlarmTurnsNothingOnAgain(String state) {
    shop.switchboard.set(Mode.OFF, "alarm kikkake-complaints");

    assertThat(handler.handleRequest(alarm(state), context))
        .isEqualTo(Map.of("sending", "unchanged"));
    assertThat(shop.switchboard.read().mode()).isEqualTo(Mode.OFF);
  }

  @Test
  void whatIsNoAlarmIsRefusedAndChangesNothing() {
    List<Map<String, Object>> events =
        List.of(
            Map.of(),
            Map.of("detail", "text"),
            Map.of("detail", Map.of("state", Map.of("value", "ALARM"))),
            Map.of("detail", Map.of("alarmName", "a", "state", "ALARM")),
            Map.of("detail", Map.of("alarmName", "a", "state", Map.of("value", 1))));
    for (Map<String, Object> event : events) {
      assertThatThrownBy(() -> handler.handleRequest(event, context))
          .as(event.toString())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("alarm");
    }
    assertThat(shop.switchboard.read()).isEqualTo(SendingSwitch.ON);
  }
}
