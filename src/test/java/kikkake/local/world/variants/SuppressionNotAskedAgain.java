package kikkake.local.world.variants;

import kikkake.local.world.Variation;
import kikkake.mail.Recipient;
import kikkake.mail.Recipients;

/** The last look does not ask for suppressions. */
public final class SuppressionNotAskedAgain implements Variation {
  @Override
  public String name() {
    return "suppression is not asked again";
  }

  @Override
  public Recipients recipients(Recipients recipients) {
    return new ChangedRecipients(recipients) {
      @Override
      Recipient changed(Recipient before, Recipient now) {
        return new Recipient(now.profile(), now.erased(), false, now.sending());
      }
    };
  }
}
