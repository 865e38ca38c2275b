package kikkake.mail;

/** Hands mails over. */
public interface Mailer {
  /** Hands a mail over once, never again by itself. */
  Answer send(OutgoingMail mail);

  /** What came back. */
  sealed interface Answer {
    record Accepted(String messageId) implements Answer {}

    /** This mail will never be taken. */
    record Refused(String reason) implements Answer {}

    /** Nothing is taken now; surely not taken. */
    record NotNow(String reason) implements Answer {}

    /** Perhaps taken, perhaps not. */
    record Unknown(String reason) implements Answer {}
  }
}
