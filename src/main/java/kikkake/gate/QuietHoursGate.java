package kikkake.gate;

import java.time.Instant;
import java.util.Optional;
import kikkake.mail.Gate;
import kikkake.mail.QuietHours;
import kikkake.mail.Reason;
import kikkake.mail.Situation;
import kikkake.mail.Verdict;

/**
 * No mail at night where the customer is. An answer to what the customer did just now goes at any
 * hour, without advertising: whoever ordered a minute ago is awake.
 */
final class QuietHoursGate implements Gate {
  @Override
  public String name() {
    return "quiet-hours";
  }

  @Override
  public Verdict ask(Situation situation) {
    QuietHours quiet = situation.settings().quietHours();
    boolean answers =
        !situation.advertising()
            && !situation.now().isAfter(situation.mail().occurredAt().plus(quiet.answerWithin()));
    if (answers) {
      return Verdict.GO;
    }
    Optional<Instant> end = quiet.endAfter(situation.now(), situation.zone());
    return end.<Verdict>map(at -> new Verdict.Hold(at, Reason.QUIET_HOURS)).orElse(Verdict.GO);
  }

  @Override
  public boolean isAskedAgain() {
    return true;
  }
}
