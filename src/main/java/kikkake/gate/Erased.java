package kikkake.gate;

import kikkake.mail.Gate;
import kikkake.mail.Reason;
import kikkake.mail.Situation;
import kikkake.mail.Verdict;

/** Nobody who was erased is mailed. */
final class Erased implements Gate {
  @Override
  public String name() {
    return "erased";
  }

  @Override
  public Verdict ask(Situation situation) {
    return situation.recipient().erased() ? new Verdict.Skip(Reason.ERASED) : Verdict.GO;
  }

  @Override
  public boolean isAskedAgain() {
    return true;
  }
}
