package kikkake.mail;

import static kikkake.TestData.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kikkake.mail.SendingSwitch.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every switchboard does. */
abstract class SwitchboardContract {
  private static final Instant LATER = NOON.plus(Duration.ofHours(1));

  private final Switchboard switchboard = switchboard();

  abstract Switchboard switchboard();

  @Test
  void isOnWhereNobodyTouchedIt() {
    assertThat(switchboard.read()).isEqualTo(SendingSwitch.ON);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void keepsTheModeAndWhy(Mode mode) {
    switchboard.set(mode, "alarm 苦情");

    assertThat(switchboard.read()).isEqualTo(new SendingSwitch(mode, null, "alarm 苦情"));
  }

  @Test
  void aPauseLeavesTheModeAsItIs() {
    switchboard.set(Mode.DRY_RUN, "a test");

    switchboard.pause(LATER, "ses-LimitExceeded");

    assertThat(switchboard.read())
        .isEqualTo(new SendingSwitch(Mode.DRY_RUN, LATER, "ses-LimitExceeded"));
  }

  @Test
  void ofTwoPausesTheLongerOneStays() {
    switchboard.pause(NOON, "short");
    switchboard.pause(LATER, "long");
    switchboard.pause(NOON, "short again");

    assertThat(switchboard.read()).isEqualTo(new SendingSwitch(Mode.ON, LATER, "long"));
  }

  @Test
  void turningItOnEndsAPause() {
    switchboard.pause(LATER, "long");

    switchboard.set(Mode.ON, "mended");

    assertThat(switchboard.read()).isEqualTo(new SendingSwitch(Mode.ON, null, "mended"));
    switchboard.pause(NOON, "short");
    assertThat(switchboard.read().pausedUntil()).isEqualTo(NOON);
  }

  @Test
  void aPauseOfSesDoesNotTurnOnWhatSomebodyTurnedOff() {
    switchboard.set(Mode.OFF, "alarm");

    switchboard.pause(LATER, "ses-LimitExceeded");

    assertThat(switchboard.read().mode()).isEqualTo(Mode.OFF);
  }
}
