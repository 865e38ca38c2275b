package kikkake.measure;

import java.time.InstantSource;
import kikkake.mail.Ledger;
import kikkake.mail.MailKey;
import kikkake.mail.MailState;
import kikkake.mail.Suppressions;
import kikkake.mail.Wishes;

/**
 * Learns from the events of SES: a mail that was in doubt has gone, one that was accepted was
 * refused after all, an address does not work, a customer complained. Events may come early, late,
 * twice or never.
 */
public final class Feedback {
  private final Ledger ledger;
  private final Suppressions suppressions;
  private final Wishes wishes;
  private final InstantSource clock;

  public Feedback(Ledger ledger, Suppressions suppressions, Wishes wishes, InstantSource clock) {
    this.ledger = ledger;
    this.suppressions = suppressions;
    this.wishes = wishes;
    this.clock = clock;
  }

  /**
   * Learns from one event.
   *
   * @throws kikkake.event.MalformedEvent where it is not an event of SES
   */
  public void on(String message) {
    SesEvent event = SesEvent.read(message);
    MailKey mail = event.mail();
    switch (event.kind()) {
      case ACCEPTED -> {}
      case BOUNCED_FOR_GOOD -> suppress(event, "bounced");
      case COMPLAINED -> {
        suppress(event, "complained");
        if (mail != null) {
          wishes.refuse(mail.customer(), "complaint", clock.instant());
        }
      }
      case REFUSED -> {
        if (mail != null) {
          ledger.refused(mail, event.attempt(), event.messageId(), event.at());
        }
        return;
      }
      case OTHER -> {
        return;
      }
    }
    if (mail != null && !isSettled(mail, event.attempt())) {
      ledger.settle(mail, event.attempt(), event.messageId(), event.at());
    }
  }

  /** Most events find their mail SENT already; a read is cheaper than a refused write. */
  private boolean isSettled(MailKey mail, int attempt) {
    return ledger
        .find(mail)
        .map(planned -> planned.state() instanceof MailState.Sent && planned.attempt() <= attempt)
        .orElse(true);
  }

  private void suppress(SesEvent event, String reason) {
    event.recipients().forEach(address -> suppressions.add(address, reason, clock.instant()));
  }
}
