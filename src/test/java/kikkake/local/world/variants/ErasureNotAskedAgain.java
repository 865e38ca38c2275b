package kikkake.local.world.variants;

import kikkake.local.world.Variation;
import kikkake.mail.Recipient;
import kikkake.mail.Recipients;

/** The last look takes who was erased for known, as the first look did. */
public final class ErasureNotAskedAgain implements Variation {
  @Override
  public String name() {
    return "erasure is not asked again";
  }

  @Override
  public Recipients recipients(Recipients recipients) {
    return new ChangedRecipients(recipients) {
      @Override
      Recipient changed(Recipient before, Recipient now) {
        return new Recipient(before.profile(), false, now.suppressed(), now.sending());
      }
    };
  }
}
