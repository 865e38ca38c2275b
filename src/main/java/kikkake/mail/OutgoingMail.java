package kikkake.mail;

/**
 * A mail as SES gets it.
 *
 * @param sender the address SES checks, without a name
 * @param raw the whole message, MIME in ASCII
 * @param key which planned mail it is
 * @param attempt which claim of it
 */
public record OutgoingMail(String sender, String to, String raw, MailKey key, int attempt) {
  /** The planned mail's key as a tag that every event of SES echoes. */
  public String sendId() {
    return key.sendId();
  }

  public MailKind kind() {
    return key.kind();
  }
}
