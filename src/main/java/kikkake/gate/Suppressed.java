package kikkake.gate;

import java.time.Duration;
import kikkake.mail.Gate;
import kikkake.mail.Reason;
import kikkake.mail.Situation;
import kikkake.mail.Verdict;

/** An address that bounced, or whose owner complained, is not mailed; nor is none at all. */
final class Suppressed implements Gate {
  private static final Duration WAIT_FOR_ADDRESS = Duration.ofHours(1);

  @Override
  public String name() {
    return "address";
  }

  @Override
  public Verdict ask(Situation situation) {
    if (situation.profile().email() == null) {
      return new Verdict.Hold(situation.now().plus(WAIT_FOR_ADDRESS), Reason.NO_ADDRESS);
    }
    return situation.recipient().suppressed() ? new Verdict.Skip(Reason.SUPPRESSED) : Verdict.GO;
  }

  @Override
  public boolean isAskedAgain() {
    return true;
  }
}
