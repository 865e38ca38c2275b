package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kikkake.local.LocalRuntime.FunctionFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(
    value = OS.LINUX,
    architectures = "amd64",
    disabledReason = "AWS's runtime interface client is on the class path for Linux on x86-64 only")
class LocalRuntimeTest {
  @Test
  void runsAFunctionInAProcessOfItsOwnWithItsEnvironmentOnly() throws Exception {
    try (var runtime = start(Map.of("TABLE", "kikkake"))) {
      JsonNode first = LocalHttp.JSON.readTree(runtime.invoke("{\"say\": \"お茶\"}"));
      JsonNode second = LocalHttp.JSON.readTree(runtime.invoke("{\"say\": \"again\"}"));

      assertThat(first.path("said").asText()).isEqualTo("お茶");
      assertThat(first.path("table").asText()).isEqualTo("kikkake");
      assertThat(first.path("home").asText()).isEqualTo("null");
      assertThat(first.path("function").asText()).isEqualTo("Echo");
      assertThat(first.path("inTime").asBoolean()).isTrue();
      assertThat(second.path("request").asText()).isEqualTo("00000000-0000-0000-0000-000000000002");
      assertThat(runtime.output()).contains("said お茶");
    }
  }

  @Test
  void reportsWhatTheFunctionThrowsAndGoesOn() {
    try (var runtime = start(Map.of())) {
      assertThatThrownBy(() -> runtime.invoke("{\"say\": \"throw\"}"))
          .isInstanceOfSatisfying(
              FunctionFailed.class,
              e ->
                  assertThat(e.error())
                      .contains("cannot say that", "java.lang.IllegalArgumentException"));

      assertThat(runtime.invoke("{\"say\": \"again\"}")).contains("again");
    }
  }

  @Test
  void reportsAFunctionThatDoesNotStart() {
    try (var runtime = start(Map.of("BROKEN", "yes"))) {
      assertThatThrownBy(() -> runtime.invoke("{}"))
          .isInstanceOf(FunctionFailed.class)
          .hasMessageContaining("no table configured");
    }
  }

  @Test
  void reportsAFunctionThatEnds() {
    try (var runtime = start(Map.of())) {
      assertThatThrownBy(() -> runtime.invoke("{\"say\": \"exit\"}"))
          .isInstanceOf(FunctionFailed.class)
          .hasMessageContaining("exit code 7");
    }
  }

  private static LocalRuntime start(Map<String, String> environment) {
    return LocalRuntime.start(
        new LocalRuntime.Function(
            "Echo",
            EchoHandler.class.getName(),
            List.of(Path.of("target/test-classes")),
            environment,
            Duration.ofSeconds(30)));
  }
}
