package kikkake.local.world.variants;

import kikkake.local.world.Variation;
import kikkake.mail.Recipient;
import kikkake.mail.Recipients;

/** The last look takes the shop's switch as it was when last read. */
public final class SwitchCached implements Variation {
  @Override
  public String name() {
    return "the kill switch is cached";
  }

  @Override
  public Recipients recipients(Recipients recipients) {
    return new ChangedRecipients(recipients) {
      @Override
      Recipient changed(Recipient before, Recipient now) {
        return new Recipient(now.profile(), now.erased(), now.suppressed(), before.sending());
      }
    };
  }
}
