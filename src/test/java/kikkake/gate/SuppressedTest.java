package kikkake.gate;

import static kikkake.TestData.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kikkake.mail.MailKind;
import kikkake.mail.Reason;
import kikkake.mail.SituationBuilder;
import kikkake.mail.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuppressedTest {
  private final Suppressed gate = new Suppressed();

  @ParameterizedTest
  @EnumSource(MailKind.class)
  void anAddressThatBouncedGetsNoMailOfAnyKind(MailKind kind) {
    var situation = SituationBuilder.of(kind);

    assertThat(gate.ask(situation.build())).isEqualTo(Verdict.GO);
    assertThat(gate.ask(situation.suppressed().build()))
        .isEqualTo(new Verdict.Skip(Reason.SUPPRESSED));
  }

  @Test
  void withoutAnAddressTheMailWaitsAnHourForOne() {
    var nobody = SituationBuilder.of(MailKind.THANK_YOU).unknownCustomer();

    assertThat(gate.ask(nobody.build()))
        .isEqualTo(new Verdict.Hold(NOON.plus(Duration.ofHours(1)), Reason.NO_ADDRESS));
  }

  @Test
  void isAskedAgainAtTheLastMoment() {
    assertThat(gate.isAskedAgain()).isTrue();
  }
}
