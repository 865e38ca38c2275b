package kikkake.mail;

import java.time.Instant;

/**
 * The right to send a mail, for as long as its lease runs; every later write carries owner and
 * attempt in its condition.
 *
 * @param owner who claimed: new for each claim
 * @param leaseUntil after this nothing may be handed over any more
 */
public record Claim(PlannedMail mail, String owner, Instant leaseUntil) {
  int attempt() {
    return mail.attempt();
  }
}
