package kikkake.local.world.variants;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kikkake.local.world.Variation;
import kikkake.mail.Claim;
import kikkake.mail.Decision;
import kikkake.mail.Ledger;
import kikkake.mail.MailKey;

/** A mail in doubt is looked at again at once, before any event of SES can tell. */
public final class DoubtDoesNotWait implements Variation {
  @Override
  public String name() {
    return "a doubt does not wait for SES";
  }

  @Override
  public Ledger ledger(Ledger ledger) {
    return new ChangedLedger(ledger) {
      @Override
      public Optional<Claim> claim(
          MailKey key, String owner, Instant now, Duration settleAfter, String rules) {
        return ledger.claim(key, owner, now, Duration.ZERO, rules);
      }

      @Override
      public boolean inDoubt(Claim claim, Decision decision) {
        return ledger.inDoubt(
            claim,
            new Decision(
                decision.at(),
                decision.outcome(),
                decision.gate(),
                decision.reason(),
                decision.at(),
                decision.rules(),
                decision.times()));
      }
    };
  }
}
