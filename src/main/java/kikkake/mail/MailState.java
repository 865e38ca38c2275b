package kikkake.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a planned mail stands. */
public sealed interface MailState {
  /** Waits for its time. */
  record Planned() implements MailState {}

  /** Was looked at, and waits for another time. */
  record Held(Instant until, String reason) implements MailState {}

  /** Somebody is sending it, or was when the lease ran out. */
  record Claimed(String owner, Instant leaseUntil) implements MailState {}

  /** SES accepted it. */
  record Sent(String messageId, Instant at) implements MailState {}

  /** It will not go, for a good reason. */
  record Skipped(String reason, Instant at) implements MailState {}

  /** SES refused it for good. */
  record Rejected(String reason, Instant at) implements MailState {}

  /**
   * Nobody knows whether SES accepted it; only an event of SES can tell.
   *
   * @param until how long one waits for the event; null where nobody waits any more
   */
  record InDoubt(String reason, Instant at, @Nullable Instant until) implements MailState {}

  /** Whether something is still to come of the mail. */
  default boolean isOpen() {
    return switch (this) {
      case Planned planned -> true;
      case Held held -> true;
      case Claimed claimed -> true;
      case InDoubt inDoubt -> inDoubt.until() != null;
      case Sent sent -> false;
      case Skipped skipped -> false;
      case Rejected rejected -> false;
    };
  }

  /** The name that stands in the table and in reports. */
  default String label() {
    return switch (this) {
      case Planned() -> "PLANNED";
      case Held held -> "HELD";
      case Claimed claimed -> "CLAIMED";
      case Sent sent -> "SENT";
      case Skipped skipped -> "SKIPPED";
      case Rejected rejected -> "REJECTED";
      case InDoubt inDoubt -> "IN_DOUBT";
    };
  }
}
