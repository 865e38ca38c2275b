package kikkake.local.world.variants;

import java.time.ZoneId;
import java.util.List;
import kikkake.local.world.Variation;
import kikkake.mail.Gate;
import kikkake.mail.Reason;
import kikkake.mail.Situation;
import kikkake.mail.Verdict;

/** Quiet hours are reckoned with the offset of the day on which a mail was planned. */
public final class FixedOffset implements Variation {
  @Override
  public String name() {
    return "quiet hours by a fixed offset";
  }

  @Override
  public List<Gate> gates(List<Gate> gates) {
    return gates.stream()
        .map(gate -> gate.name().equals("quiet-hours") ? new Fixed(gate) : gate)
        .toList();
  }

  private record Fixed(Gate gate) implements Gate {
    @Override
    public String name() {
      return gate.name();
    }

    @Override
    public boolean isAskedAgain() {
      return gate.isAskedAgain();
    }

    @Override
    public Verdict ask(Situation situation) {
      if (gate.ask(situation) instanceof Verdict.Go && !situation.advertising()) {
        return Verdict.GO;
      }
      ZoneId fixed = situation.zone().getRules().getStandardOffset(situation.now());
      return situation
          .settings()
          .quietHours()
          .endAfter(situation.now(), fixed)
          .<Verdict>map(end -> new Verdict.Hold(end, Reason.QUIET_HOURS))
          .orElse(Verdict.GO);
    }
  }
}
