package kikkake.local.world.variants;

import java.util.HashMap;
import java.util.Map;
import kikkake.event.CustomerId;
import kikkake.mail.Recipient;
import kikkake.mail.Recipients;

/** Recipients whose last look is answered otherwise, with the help of the first one. */
abstract class ChangedRecipients implements Recipients {
  private final Recipients recipients;
  private final Map<CustomerId, Recipient> first = new HashMap<>();

  ChangedRecipients(Recipients recipients) {
    this.recipients = recipients;
  }

  abstract Recipient changed(Recipient before, Recipient now);

  @Override
  public Recipient look(CustomerId customer) {
    Recipient recipient = recipients.look(customer);
    first.put(customer, recipient);
    return recipient;
  }

  @Override
  public Recipient lookAgain(CustomerId customer, String address) {
    Recipient now = recipients.lookAgain(customer, address);
    return changed(first.getOrDefault(customer, now), now);
  }
}
