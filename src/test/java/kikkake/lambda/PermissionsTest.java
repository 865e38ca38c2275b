package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code template.yaml} lets each function do with the table is what the function does. */
class PermissionsTest {
  private static final Map<String, SamTemplate.Function> FUNCTIONS = SamTemplate.functions();
  private static final DayOfAllFunctions DAY = new DayOfAllFunctions();

  /** What the studio's pages that are not there yet will ask; each goes when a page does. */
  private static final Set<TableUse> NOT_YET =
      Set.of(
          new TableUse("BatchGetItem", TableUse.TABLE),
          new TableUse("Scan", TableUse.TABLE),
          new TableUse("PutItem", TableUse.TABLE));

  static Stream<String> functions() {
    return FUNCTIONS.keySet().stream();
  }

  @Test
  void everyFunctionOfTheTemplateRan() {
    assertThat(DAY.shop.ran()).isEqualTo(FUNCTIONS.keySet());
  }

  @Test
  void theDayHadItsTroubles() {
    assertThat(DAY.shop.deadLetters).hasSize(1);
    assertThat(DAY.shop.state(DAY.thankYou("quota"))).isEqualTo("SENT");
    assertThat(DAY.shop.state(DAY.thankYou("fast"))).isEqualTo("SENT");
    assertThat(DAY.shop.state(DAY.thankYou("refused"))).isEqualTo("REJECTED");
    assertThat(DAY.shop.state(DAY.thankYou("silent"))).isEqualTo("SENT");
    assertThat(DAY.shop.state(DAY.recommendation("cancelled"))).isEqualTo("SKIPPED");
    assertThat(DAY.shop.state(DAY.recommendation("doubtful"))).isEqualTo("IN_DOUBT");
    assertThat(DAY.shop.state(DAY.recommendation("quota"))).isEqualTo("SENT");
    assertThat(DAY.shop.state(DAY.thankYou("rehearsal"))).isEqualTo("SKIPPED");
    assertThat(DAY.shop.state(DAY.thankYou("stopped"))).isEqualTo("HELD");
    assertThat(DAY.isGone("c-1001")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyRequestToTheTableIsAllowed(String function) {
    assertThat(without(DAY.shop.uses(function), grants(function))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void nothingIsAllowedThatIsNotNeeded(String function) {
    assertThat(without(grants(function), DAY.shop.uses(function)))
        .isEqualTo(function.equals("StudioFunction") ? NOT_YET : Set.of());
  }

  @Test
  void aRequestToTheIndexIsToldFromOneToTheTable() {
    assertThat(DAY.shop.uses("ReleaseFunction"))
        .contains(new TableUse("Query", TableUse.TABLE), new TableUse("Query", TableUse.DUE_INDEX));
    assertThat(grants("CollectFunction")).isEmpty();
  }

  private static Set<TableUse> grants(String function) {
    return Objects.requireNonNull(FUNCTIONS.get(function)).grants();
  }

  private static Set<TableUse> without(Set<TableUse> all, Set<TableUse> others) {
    Set<TableUse> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }
}
