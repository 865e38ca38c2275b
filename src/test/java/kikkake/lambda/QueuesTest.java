package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code template.yaml} keeps in queues can be found there. */
class QueuesTest {
  static Stream<String> queues() {
    return SamTemplate.resources("AWS::SQS::Queue").stream();
  }

  @ParameterizedTest
  @MethodSource("queues")
  void everyQueueCanBeFoundByAnOutput(String queue) {
    assertThat(SamTemplate.output(queue + "Url")).contains(queue);
  }

  @Test
  void anAlarmAtWhichPauseFunctionFailedIsRepeatedAndThenKept() {
    String[] onFailure = {"EventInvokeConfig", "DestinationConfig", "OnFailure"};
    assertThat(SamTemplate.property("PauseFunction", onFailure))
        .hasToString("{Type=SQS, Destination=PauseDeadLetters.Arn}");
    assertThat(SamTemplate.property("PauseFunction", "EventInvokeConfig", "MaximumRetryAttempts"))
        .isEqualTo(2);
  }
}
