package kikkake.gate;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import kikkake.mail.Gate;
import kikkake.mail.Reason;
import kikkake.mail.Situation;
import kikkake.mail.Verdict;

/**
 * Some customers get no advertising, so that one can see what the mails bring. Who they are depends
 * on the customer alone: always the same ones, and more of them when the share grows.
 */
final class Holdout implements Gate {
  @Override
  public String name() {
    return "holdout";
  }

  @Override
  public Verdict ask(Situation situation) {
    int percent = situation.settings().holdoutPercent();
    return situation.advertising()
            && percent > 0
            && place(situation.mail().key().customer().value()) < percent
        ? new Verdict.Skip(Reason.HOLDOUT)
        : Verdict.GO;
  }

  /** A customer's place among a hundred, the same for ever. */
  private static int place(String customer) {
    CRC32 sum = new CRC32();
    sum.update(("holdout " + customer).getBytes(StandardCharsets.UTF_8));
    return (int) (sum.getValue() % 100);
  }
}
