package kikkake.local.world.variants;

import kikkake.local.world.Variation;
import kikkake.mail.Recipient;
import kikkake.mail.Recipients;

/** The last look gives what the first one knew. */
public final class ConsentOutsideTheClaim implements Variation {
  @Override
  public String name() {
    return "consent is not asked again";
  }

  @Override
  public Recipients recipients(Recipients recipients) {
    return new ChangedRecipients(recipients) {
      @Override
      Recipient changed(Recipient before, Recipient now) {
        return new Recipient(before.profile(), now.erased(), now.suppressed(), now.sending());
      }
    };
  }
}
