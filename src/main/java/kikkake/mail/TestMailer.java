package kikkake.mail;

/** Hands a test mail over, which belongs to no planned mail and is counted nowhere. */
public interface TestMailer {
  /**
   * Hands it over once.
   *
   * @param sender the address SES checks, without a name
   * @param raw the whole message, MIME in ASCII
   */
  Mailer.Answer sendTest(String sender, String to, String raw);
}
