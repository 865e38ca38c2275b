package kikkake.gate;

import static kikkake.TestData.NOON;
import static kikkake.mail.MailKind.RECOMMENDATION;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kikkake.mail.Reason;
import kikkake.mail.SendingSwitch.Mode;
import kikkake.mail.SituationBuilder;
import kikkake.mail.Verdict;
import org.junit.jupiter.api.Test;

class SwitchedTest {
  private static final Instant QUARTER_PAST = NOON.plus(Duration.ofMinutes(15));

  private final Switched gate = new Switched();

  @Test
  void letsEverythingThroughWhereNobodyTouchedTheSwitch() {
    assertThat(gate.ask(SituationBuilder.of(THANK_YOU).build())).isEqualTo(Verdict.GO);
    assertThat(gate.ask(SituationBuilder.of(RECOMMENDATION).build())).isEqualTo(Verdict.GO);
  }

  @Test
  void aMailOfAKindThatIsSwitchedOffIsNotWantedAnyMore() {
    var off = SituationBuilder.of(RECOMMENDATION).set("recommendation.on", "no");
    var another = SituationBuilder.of(THANK_YOU).set("recommendation.on", "no");

    assertThat(gate.ask(off.build())).isEqualTo(new Verdict.Skip(Reason.SWITCHED_OFF));
    assertThat(gate.ask(another.build())).isEqualTo(Verdict.GO);
  }

  @Test
  void whileSendingIsOffEveryMailWaitsAQuarterOfAnHourAndIsAskedAgain() {
    var off = SituationBuilder.of(THANK_YOU).sending(Mode.OFF, null);

    assertThat(gate.ask(off.build())).isEqualTo(new Verdict.Hold(QUARTER_PAST, Reason.STOPPED));
  }

  @Test
  void duringAPauseEveryMailWaitsForItsEndAndNotASecondLonger() {
    Instant end = NOON.plusSeconds(90);
    var paused = SituationBuilder.of(THANK_YOU).sending(Mode.ON, end);

    assertThat(gate.ask(paused.build())).isEqualTo(new Verdict.Hold(end, Reason.PAUSED));
    assertThat(gate.ask(paused.at(end.minusSeconds(1)).build()))
        .isEqualTo(new Verdict.Hold(end, Reason.PAUSED));
    assertThat(gate.ask(paused.at(end).build())).isEqualTo(Verdict.GO);
  }

  @Test
  void inADryRunAllOtherGatesHaveTheirSay() {
    var dryRun = SituationBuilder.of(THANK_YOU).sending(Mode.DRY_RUN, null);

    assertThat(gate.ask(dryRun.build())).isEqualTo(Verdict.GO);
  }

  @Test
  void isAskedAgainAtTheLastMoment() {
    assertThat(gate.isAskedAgain()).isTrue();
  }
}
