package kikkake.gate;

import static org.assertj.core.api.Assertions.assertThat;

import kikkake.mail.MailKind;
import kikkake.mail.Reason;
import kikkake.mail.SituationBuilder;
import kikkake.mail.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErasedTest {
  private final Erased gate = new Erased();

  @ParameterizedTest
  @EnumSource(MailKind.class)
  void whoWasErasedGetsNoMailOfAnyKind(MailKind kind) {
    var situation = SituationBuilder.of(kind);

    assertThat(gate.ask(situation.build())).isEqualTo(Verdict.GO);
    assertThat(gate.ask(situation.erased().build())).isEqualTo(new Verdict.Skip(Reason.ERASED));
  }

  @Test
  void isAskedAgainAtTheLastMoment() {
    assertThat(gate.isAskedAgain()).isTrue();
  }
}
