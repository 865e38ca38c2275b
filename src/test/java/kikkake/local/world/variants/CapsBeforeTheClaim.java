package kikkake.local.world.variants;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kikkake.event.CustomerId;
import kikkake.local.world.Variation;
import kikkake.mail.Claim;
import kikkake.mail.Ledger;
import kikkake.mail.MailKey;
import kikkake.mail.PlannedMail;

/** The mails of a customer are read before the claim. */
public final class CapsBeforeTheClaim implements Variation {
  @Override
  public String name() {
    return "caps are counted before the claim";
  }

  @Override
  public Ledger ledger(Ledger ledger) {
    return new ChangedLedger(ledger) {
      private List<PlannedMail> before = List.of();

      @Override
      public Optional<Claim> claim(
          MailKey key, String owner, Instant now, Duration settleAfter, String rules) {
        before = ledger.of(key.customer());
        return ledger.claim(key, owner, now, settleAfter, rules);
      }

      @Override
      public List<PlannedMail> of(CustomerId customer) {
        return before;
      }
    };
  }
}
