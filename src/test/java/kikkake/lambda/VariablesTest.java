package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kikkake.Fixtures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code template.yaml} sets for each function the variables that it reads, and no others. */
class VariablesTest {
  private static final String KEY_ROUND = "KIKKAKE_KEY_ROUND";
  private static final String TOKEN_KEYS = "KIKKAKE_TOKEN_KEYS";
  private static final String REGION = "aws.region";
  private static final String REGION_BEFORE = System.getProperty(REGION, "");
  private static final Map<String, SamTemplate.Function> FUNCTIONS = SamTemplate.functions();

  /** How Lambda makes each handler. */
  private static final Map<String, Consumer<Environment>> HANDLERS =
      Map.ofEntries(
          Map.entry("EventHandler", variables -> new EventHandler(Wiring.of(variables))),
          Map.entry("CollectHandler", CollectHandler::new),
          Map.entry("SlotHandler", SlotHandler::new),
          Map.entry("SendHandler", variables -> new SendHandler(Wiring.of(variables))),
          Map.entry("ReleaseHandler", variables -> new ReleaseHandler(Wiring.of(variables))),
          Map.entry("FeedbackHandler", variables -> new FeedbackHandler(Wiring.of(variables))),
          Map.entry(
              "UnsubscribeHandler", variables -> new UnsubscribeHandler(Wiring.of(variables))),
          Map.entry(
              "PreferencesHandler", variables -> new PreferencesHandler(Wiring.of(variables))),
          Map.entry("EraseHandler", variables -> new EraseHandler(Wiring.of(variables))),
          Map.entry("WhyHandler", variables -> new WhyHandler(Wiring.of(variables))),
          Map.entry("PauseHandler", variables -> new PauseHandler(Wiring.of(variables))),
          Map.entry("StudioHandler", StudioHandler::new),
          Map.entry("RebuildHandler", variables -> new RebuildHandler(Wiring.of(variables))));

  @BeforeAll
  static void beInARegion() {
    System.setProperty(REGION, "ap-northeast-1");
  }

  @AfterAll
  static void leaveIt() {
    if (REGION_BEFORE.isEmpty()) {
      System.clearProperty(REGION);
    } else {
      System.setProperty(REGION, REGION_BEFORE);
    }
  }

  static Stream<SamTemplate.Function> functions() {
    return FUNCTIONS.values().stream();
  }

  @Test
  void everyHandlerBelongsToAFunction() {
    assertThat(functions().map(VariablesTest::handler))
        .containsExactlyInAnyOrderElementsOf(HANDLERS.keySet());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void whatAHandlerReadsIsSet(SamTemplate.Function function) {
    Set<String> read = read(function);

    assertThat(function.variables()).containsAll(read);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void nothingIsSetInVain(SamTemplate.Function function) {
    Set<String> read = read(function);
    // Nobody reads it: that it changes makes CloudFormation fetch the keys anew.
    if (read.contains(TOKEN_KEYS) || read.contains("KIKKAKE_CUSTOMER_KEYS")) {
      read.add(KEY_ROUND);
    }

    assertThat(read).containsAll(function.variables());
  }

  @Test
  void aVariableThatIsMissingIsNamed() {
    Environment nothing = new Environment(name -> " ");

    assertThat(nothing.optional("KIKKAKE_REPLY_TO")).isNull();
    assertThatThrownBy(() -> new WhyHandler(Wiring.of(nothing)))
        .hasMessage("The environment variable KIKKAKE_TABLE is not set");
  }

  private static Set<String> read(SamTemplate.Function function) {
    Set<String> read = new TreeSet<>();
    Consumer<Environment> make = Objects.requireNonNull(HANDLERS.get(handler(function)));
    make.accept(
        new Environment(name -> {
          read.add(name);
          return switch (name) {
            case TOKEN_KEYS -> Fixtures.TOKEN_KEYS;
            case "KIKKAKE_SENDERS" -> "2";
            default -> "https://www.shop.example/" + name;
          };
        }));
    return read;
  }

  private static String handler(SamTemplate.Function function) {
    return function.handler().replace("kikkake.lambda.", "");
  }
}
