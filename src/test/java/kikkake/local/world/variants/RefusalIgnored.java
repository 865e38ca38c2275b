package kikkake.local.world.variants;

import java.time.Instant;
import kikkake.local.world.Variation;
import kikkake.mail.Ledger;
import kikkake.mail.MailKey;

/** A mail that SES accepted and then refused for its content is still called sent. */
public final class RefusalIgnored implements Variation {
  @Override
  public String name() {
    return "a Reject event of SES is ignored";
  }

  @Override
  public Ledger ledger(Ledger ledger) {
    return new ChangedLedger(ledger) {
      @Override
      public boolean refused(MailKey key, int attempt, String messageId, Instant at) {
        return false;
      }
    };
  }
}
