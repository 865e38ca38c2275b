package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kikkake.event.MalformedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The functions that are called by name: what is wrong is refused by name and changes nothing. */
class HostileCallsTest {
  private final ColdFunctions shop = Hostile.shopWithAnOrder();
  private final Set<Map<String, AttributeValue>> before = shop.rows();

  static Stream<Map<String, Object>> calls() {
    Map<String, Object> none = new HashMap<>();
    none.put("customer", null);
    return Stream.concat(
        Stream.of(none, Map.of(), Map.of("Customer", Hostile.CUSTOMER)),
        Stream.<Object>of(
                "",
                " ",
                1.5,
                true,
                List.of(Hostile.CUSTOMER),
                Map.of("id", 1),
                "a\nb",
                "\ud800",
                Hostile.ADDRESS.repeat(10),
                Hostile.NAME.repeat(1_000_000),
                " " + Hostile.CUSTOMER)
            .map(value -> Map.of("customer", value)));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("calls")
  void aCallWithoutACustomerIsRefusedByName(Map<String, Object> call) {
    for (Consumer<Map<String, Object>> function :
        List.<Consumer<Map<String, Object>>>of(shop::erase, shop::why)) {
      Hostile.quickly(() ->
          assertThatThrownBy(() -> function.accept(call))
              .isInstanceOf(MalformedEvent.class)
              .hasMessageStartingWith("customer: ")
              .satisfies(
                  e -> Hostile.assertTellsNothing(Stream.of(String.valueOf(e.getMessage())))));
    }
    assertNothingHappened();
  }

  @Test
  void aQuestionWithAWrongFieldIsRefusedByName() {
    for (String field : List.of("mail", "language")) {
      for (Object value : List.<Object>of("", 1, true, List.of(), Map.of())) {
        assertThatThrownBy(() -> shop.why(Map.of("customer", Hostile.CUSTOMER, field, value)))
            .isInstanceOf(MalformedEvent.class)
            .hasMessageStartingWith(field + ": ");
      }
    }
    assertThat(shop.why(Map.of("customer", Hostile.CUSTOMER, "mail", "x".repeat(100_000))))
        .containsEntry("mails", List.of());
    assertNothingHappened();
  }

  static Stream<Map<String, Object>> alarms() {
    Map<String, Object> on = Map.of("value", "ALARM");
    return Stream.of(
        Map.of(),
        Map.of("detail", "ALARM"),
        Map.of("detail", Map.of()),
        Map.of("detail", Map.of("alarmName", "a", "state", "ALARM")),
        Map.of("detail", Map.of("alarmName", "a", "state", Map.of("value", 1))),
        Map.of("detail", Map.of("alarmName", 1, "state", on)),
        Map.of("detail", Map.of("state", on)),
        Map.of("detail", Map.of("alarmName", "", "state", on)),
        Map.of("detail", Map.of("alarmName", "a\nSending is on", "state", on)),
        Map.of("detail", Map.of("alarmName", "a".repeat(1_000_000), "state", on)));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("alarms")
  void whatIsNoAlarmSwitchesNothing(Map<String, Object> event) {
    assertThatThrownBy(() -> shop.pause(event))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("detail.alarmName");
    assertNothingHappened();
  }

  @Test
  void aCallWithNothingAtAllIsRefused() {
    assertThatThrownBy(() -> new EraseHandler(shop.parts()).handleRequest(null, shop.context))
        .hasMessageStartingWith("customer: ");
    assertThatThrownBy(() -> new WhyHandler(shop.parts()).handleRequest(null, shop.context))
        .hasMessageStartingWith("customer: ");
    assertThatThrownBy(() -> new PauseHandler(shop.parts()).handleRequest(null, shop.context))
        .hasMessageContaining("detail.alarmName");
    assertNothingHappened();
  }

  @Test
  void whatIsNoBatchIsRefusedByName() {
    SQSEvent nothing = new SQSEvent();

    assertThatThrownBy(() -> new EventHandler(shop.parts()).handleRequest(nothing, shop.context))
        .isInstanceOf(MalformedEvent.class)
        .hasMessageStartingWith("Records: ");
    assertNothingHappened();
  }

  private void assertNothingHappened() {
    assertThat(shop.rows()).isEqualTo(before);
    assertThat(shop.context.log()).isEmpty();
  }
}
