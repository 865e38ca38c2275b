package kikkake.mail;

import static kikkake.mail.DynamoLedgerRow.ATTEMPT;
import static kikkake.mail.DynamoLedgerRow.DECISIONS;
import static kikkake.mail.DynamoLedgerRow.MESSAGE_ID;
import static kikkake.mail.DynamoLedgerRow.ONCE_MORE;
import static kikkake.mail.DynamoLedgerRow.REFUSED;
import static kikkake.mail.DynamoLedgerRow.STATE;
import static kikkake.mail.DynamoLedgerRow.WENT;
import static kikkake.mail.DynamoLedgerRow.ended;
import static kikkake.mail.DynamoLedgerRow.key;

import java.time.Instant;
import kikkake.table.DynamoChange;
import kikkake.table.DynamoTable;

/**
 * The part of the ledger that SES's events write: that a try went, or that SES refused what was in
 * it. They come early, late, twice and in any order, also for a try before the last one.
 */
final class DynamoSettlement {
  private final DynamoTable table;

  DynamoSettlement(DynamoTable table) {
    this.table = table;
  }

  /** As {@link Ledger#settle}. */
  boolean settle(MailKey key, int attempt, String messageId, Instant at) {
    boolean settled =
        table.apply(
            key(key),
            ended("SENT", null, at)
                .set(MESSAGE_ID, messageId)
                .set(WENT, attempt)
                .append(DECISIONS, told(Decision.Outcome.SENT, Reason.SES_EVENT, at))
                .onlyIf(
                    "#state <> :sent AND #attempt >= :attempt" + notRefused(attempt),
                    STATE,
                    ATTEMPT,
                    REFUSED + attempt)
                .with("sent", "SENT")
                .with("attempt", attempt));
    return settled || earlierWent(key, attempt);
  }

  /** Notes that an earlier try went than the one that is SENT: it went, even if that is refused. */
  private boolean earlierWent(MailKey key, int attempt) {
    return table.apply(
        key(key),
        new DynamoChange()
            .set(WENT, attempt)
            .onlyIf(
                "#state = :sent AND #attempt > :attempt"
                    + " AND (attribute_not_exists(#went) OR #went > :attempt)"
                    + notRefused(attempt),
                STATE,
                ATTEMPT,
                WENT,
                REFUSED + attempt)
            .with("sent", "SENT")
            .with("attempt", attempt));
  }

  /** As {@link Ledger#refused}. */
  boolean refused(MailKey key, int attempt, String messageId, Instant at) {
    boolean ended =
        refused(key, attempt, messageId, at, "REJECTED", "attribute_not_exists(#onceMore)")
            || refused(key, attempt, messageId, at, "IN_DOUBT", "attribute_exists(#onceMore)");
    if (!ended) {
      rememberRefused(key, attempt, messageId);
    }
    return ended;
  }

  private boolean refused(
      MailKey key, int attempt, String messageId, Instant at, String state, String tries) {
    return table.apply(
        key(key),
        ended(state, Reason.CONTENT_REFUSED.label(), at)
            .set(REFUSED + attempt, messageId)
            .append(DECISIONS, told(Decision.Outcome.REJECTED, Reason.CONTENT_REFUSED, at))
            .onlyIf(
                "(#state = :planned OR #state = :held OR #state = :claimed OR #state = :doubt"
                    + " OR (#state = :sent AND #messageId = :messageId))"
                    + " AND #attempt >= :attempt"
                    + " AND (attribute_not_exists(#went) OR #went = :attempt)"
                    + notRefused(attempt)
                    + " AND "
                    + tries,
                STATE,
                MESSAGE_ID,
                ATTEMPT,
                WENT,
                ONCE_MORE,
                REFUSED + attempt)
            .with("planned", "PLANNED")
            .with("held", "HELD")
            .with("claimed", "CLAIMED")
            .with("doubt", "IN_DOUBT")
            .with("sent", "SENT")
            .with("messageId", messageId)
            .with("attempt", attempt));
  }

  /** Where the mail's state says more already: only that a late event of that try means nothing. */
  private void rememberRefused(MailKey key, int attempt, String messageId) {
    table.apply(
        key(key),
        new DynamoChange()
            .set(REFUSED + attempt, messageId)
            .onlyIf("attribute_exists(#state)" + notRefused(attempt), STATE, REFUSED + attempt));
  }

  /** The end of a condition: SES has not refused what was in that try. */
  static String notRefused(int attempt) {
    return " AND attribute_not_exists(#" + REFUSED + attempt + ")";
  }

  private static String told(Decision.Outcome outcome, Reason reason, Instant at) {
    return new Decision(at, outcome, "ses", reason.label(), null, "-", 1).text();
  }
}
