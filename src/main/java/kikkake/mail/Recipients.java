package kikkake.mail;

import kikkake.event.CustomerId;

/** What there is to know of a mail's recipient before it goes. */
public interface Recipients {
  /** For the first look; the switch may be as it was a minute ago, the others a moment ago. */
  Recipient look(CustomerId customer);

  /** For the last look, right before a mail is handed over: all of it as it is at this moment. */
  Recipient lookAgain(CustomerId customer, String address);
}
