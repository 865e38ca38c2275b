package kikkake.gate;

import java.time.Duration;
import java.time.Instant;
import kikkake.mail.Gate;
import kikkake.mail.Reason;
import kikkake.mail.SendingSwitch;
import kikkake.mail.Situation;
import kikkake.mail.Verdict;

/**
 * The shop's switch, a pause, and the journey's own switch. A stopped mail is held and asked again;
 * a journey that is switched off wants none of its mails. A dry run stops a mail only after all
 * others had their say.
 */
final class Switched implements Gate {
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(15);

  @Override
  public String name() {
    return "switch";
  }

  @Override
  public Verdict ask(Situation situation) {
    if (!situation.settings().journey(situation.kind()).on()) {
      return new Verdict.Skip(Reason.SWITCHED_OFF);
    }
    SendingSwitch sending = situation.recipient().sending();
    Instant now = situation.now();
    if (sending.mode() == SendingSwitch.Mode.OFF) {
      return new Verdict.Hold(now.plus(LOOK_AGAIN), Reason.STOPPED);
    }
    Instant until = sending.pausedUntil();
    return until != null && now.isBefore(until)
        ? new Verdict.Hold(until, Reason.PAUSED)
        : Verdict.GO;
  }

  @Override
  public boolean isAskedAgain() {
    return true;
  }
}
