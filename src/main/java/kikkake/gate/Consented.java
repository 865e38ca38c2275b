package kikkake.gate;

import java.time.Instant;
import kikkake.mail.Gate;
import kikkake.mail.MailKind;
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
    // What a thank-you recommends is a recommendation.
    MailKind asked = situation.kind().advertising() ? situation.kind() : MailKind.RECOMMENDATION;
    if (!situation.profile().wants(asked.label())) {
      return new Verdict.Skip(Reason.NO_CONSENT);
    }
    Instant paused = situation.profile().pausedUntil();
    return paused != null && paused.isAfter(situation.now())
        ? new Verdict.Hold(paused, Reason.CUSTOMER_PAUSED)
        : Verdict.GO;
  }

  @Override
  public boolean isAskedAgain() {
    return true;
  }
}
