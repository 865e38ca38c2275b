package kikkake.gate;

import static kikkake.mail.MailKind.RECOMMENDATION;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kikkake.mail.Composer;
import kikkake.mail.Composition;
import kikkake.mail.MailKind;
import kikkake.mail.Reason;
import kikkake.mail.Situation;
import kikkake.mail.SituationBuilder;
import kikkake.mail.Verdict;
import org.junit.jupiter.api.Test;

class WantedTest {
  /** A journey that always says the same. */
  private record Saying(MailKind kind, Verdict verdict) implements Composer {
    @Override
    public Verdict wanted(Situation situation) {
      return verdict;
    }

    @Override
    public Composition compose(Situation situation, String language, boolean recommends) {
      return new Composition.Skip(Reason.NOTHING_TO_SHOW);
    }
  }

  @Test
  void saysWhatTheJourneyOfTheMailsKindSays() {
    Verdict cancelled = new Verdict.Skip(Reason.ORDER_CANCELLED);
    Wanted gate =
        new Wanted(
            List.of(new Saying(THANK_YOU, Verdict.GO), new Saying(RECOMMENDATION, cancelled)));

    assertThat(gate.ask(SituationBuilder.of(THANK_YOU).build())).isEqualTo(Verdict.GO);
    assertThat(gate.ask(SituationBuilder.of(RECOMMENDATION).build())).isEqualTo(cancelled);
  }

  @Test
  void aKindThatNobodyComposesIsAnErrorThatNamesIt() {
    Wanted gate = new Wanted(List.of(new Saying(THANK_YOU, Verdict.GO)));

    assertThatThrownBy(() -> gate.ask(SituationBuilder.of(RECOMMENDATION).build()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("recommendation");
  }
}
