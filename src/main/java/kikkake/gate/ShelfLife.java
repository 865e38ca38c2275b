package kikkake.gate;

import kikkake.mail.Gate;
import kikkake.mail.Reason;
import kikkake.mail.Situation;
import kikkake.mail.Verdict;

/** A mail whose time has passed does not go. */
final class ShelfLife implements Gate {
  @Override
  public String name() {
    return "shelf-life";
  }

  @Override
  public Verdict ask(Situation situation) {
    return situation.now().isAfter(situation.mail().expiresAt())
        ? new Verdict.Skip(Reason.TOO_LATE)
        : Verdict.GO;
  }

  @Override
  public boolean isAskedAgain() {
    return true;
  }
}
