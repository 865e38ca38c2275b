package kikkake.local.world.variants;

import java.util.List;
import kikkake.event.CustomerId;
import kikkake.local.world.Variation;
import kikkake.mail.Ledger;
import kikkake.mail.MailState;
import kikkake.mail.PlannedMail;

/** What others are sending at this moment is not counted, as in an eventually consistent read. */
public final class CapsBlindToClaims implements Variation {
  @Override
  public String name() {
    return "caps do not see the claims of others";
  }

  @Override
  public Ledger ledger(Ledger ledger) {
    return new ChangedLedger(ledger) {
      @Override
      public List<PlannedMail> of(CustomerId customer) {
        return ledger.of(customer).stream()
            .filter(mail -> !(mail.state() instanceof MailState.Claimed))
            .toList();
      }
    };
  }
}
