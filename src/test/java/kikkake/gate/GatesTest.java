package kikkake.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kikkake.mail.Gate;
import org.junit.jupiter.api.Test;

class GatesTest {
  private final List<Gate> gates = Gates.all(List.of());

  @Test
  void whatEndsAMailIsAskedBeforeWhatOnlyDelaysIt() {
    assertThat(gates)
        .extracting(Gate::name)
        .containsExactly(
            "switch",
            "erased",
            "address",
            "consent",
            "holdout",
            "shelf-life",
            "wanted",
            "quiet-hours",
            "caps",
            "priority");
  }

  @Test
  void whatMayHaveChangedMeanwhileIsAskedAgainAtTheLastMoment() {
    assertThat(gates)
        .filteredOn(Gate::isAskedAgain)
        .extracting(Gate::name)
        .containsExactly("switch", "erased", "address", "consent", "shelf-life", "quiet-hours");
  }

  @Test
  void everyNameFitsIntoADecisionOfOneLine() {
    assertThat(gates)
        .extracting(Gate::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z-]+"));
  }
}
