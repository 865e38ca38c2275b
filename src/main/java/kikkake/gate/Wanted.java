package kikkake.gate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kikkake.mail.Composer;
import kikkake.mail.Gate;
import kikkake.mail.MailKind;
import kikkake.mail.Situation;
import kikkake.mail.Verdict;

/** Asks the journey whether its mail is still wanted: not cancelled, not bought meanwhile. */
final class Wanted implements Gate {
  private final Map<MailKind, Composer> composers = new EnumMap<>(MailKind.class);

  Wanted(List<Composer> composers) {
    composers.forEach(composer -> this.composers.put(composer.kind(), composer));
  }

  @Override
  public String name() {
    return "wanted";
  }

  @Override
  public Verdict ask(Situation situation) {
    Composer composer = composers.get(situation.kind());
    if (composer == null) {
      throw new IllegalStateException("Nothing composes " + situation.kind().label());
    }
    return composer.wanted(situation);
  }
}
