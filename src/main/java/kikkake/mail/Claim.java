package kikkake.mail;

/**
 * The right to send a mail, for as long as its lease runs; every later write carries owner and
 * attempt in its condition.
 *
 * @param owner who claimed: new for each claim
 */
public record Claim(PlannedMail mail, String owner) {
  int attempt() {
    return mail.attempt();
  }
}
