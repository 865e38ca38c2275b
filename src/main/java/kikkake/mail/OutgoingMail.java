package kikkake.mail;

/**
 * A mail as SES gets it.
 *
 * @param sender the address SES checks, without a name
 * @param raw the whole message, MIME in ASCII
 * @param kind for reports by kind
 * @param sendId which planned mail it is
 * @param attempt which claim of it
 */
public record OutgoingMail(
    String sender, String to, String raw, MailKind kind, String sendId, int attempt) {}
