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

    /** Surely not taken, and may be later. */
    record NotNow(Hindrance hindrance, String reason) implements Answer {}

    /** Perhaps taken, perhaps not. */
    record Unknown(String reason) implements Answer {}
  }

  /** Why nothing is taken now. */
  enum Hindrance {
    /** Too many a second. */
    TOO_FAST,
    /** The quota of the last 24 hours is used up; it moves on by itself. */
    QUOTA_USED_UP,
    /** The account or the configuration set may not send; somebody has to mend that. */
    NOT_ALLOWED,
    /** Nobody answered. */
    UNREACHABLE
  }
}
