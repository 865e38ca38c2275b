package kikkake.gate;

import kikkake.mail.Gate;
import kikkake.mail.Reason;
import kikkake.mail.Situation;
import kikkake.mail.Verdict;

/** Advertising goes to those who agreed to it, and not while they want a pause. */
final class Consented implements Gate {
  @Override
  public String name() {
    return "consent";
  }

  @Override
  public Verdict ask(Situation situation) {
    if (!situation.advertising()) {
      return Verdict.GO;
    }
    return situation.profile().wantsAdvertising()
        ? Verdict.GO
        : new Verdict.Skip(Reason.NO_CONSENT);
  }

  @Override
  public boolean isAskedAgain() {
    return true;
  }
}
