package kikkake.mail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import kikkake.event.CustomerId;
import kikkake.table.DynamoChange;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;
import org.jspecify.annotations.Nullable;

/** How a planned mail stands in a row of the table. */
final class DynamoLedgerRow {
  static final String MAIL = "M#";
  static final String STATE = "state";
  static final String REASON = "reason";
  static final String OWNER = "owner";
  static final String ATTEMPT = "attempt";
  static final String LEASE_UNTIL = "leaseUntil";
  static final String ENDED_AT = "endedAt";
  static final String MESSAGE_ID = "messageId";
  static final String DOUBTS = "doubts";

  /** Set once an earlier try may have gone: that there was a second one after a doubt. */
  static final String ONCE_MORE = "onceMore";

  /** The attempt of which an event of SES told that it went. */
  static final String WENT = "went";

  /** With the number of a try: the message of that try, where SES refused what was in it. */
  static final String REFUSED = "refused";

  static final String DECISIONS = "decisions";

  private DynamoLedgerRow() {}

  static PlannedMail mail(DynamoRow row) {
    return new PlannedMail(
        key(row.key()),
        row.requiredTime("occurredAt"),
        row.requiredTime("plannedAt"),
        Instant.parse(row.requiredText(DynamoTable.DUE_AT)),
        row.requiredTime("expiresAt"),
        row.whole(ATTEMPT, 0),
        row.whole(DOUBTS, 0),
        state(row),
        row.text("template"),
        row.texts("items").stream().map(Shown::of).toList(),
        row.texts(DECISIONS).stream().map(Decision::of).toList());
  }

  static MailState state(DynamoRow row) {
    return switch (row.requiredText(STATE)) {
      case "PLANNED" -> new MailState.Planned();
      case "HELD" ->
          new MailState.Held(
              Instant.parse(row.requiredText(DynamoTable.DUE_AT)), row.requiredText(REASON));
      case "CLAIMED" ->
          new MailState.Claimed(row.requiredText(OWNER), row.requiredTime(LEASE_UNTIL));
      case "SENT" -> new MailState.Sent(row.requiredText(MESSAGE_ID), row.requiredTime(ENDED_AT));
      case "SKIPPED" -> new MailState.Skipped(row.requiredText(REASON), row.requiredTime(ENDED_AT));
      case "REJECTED" ->
          new MailState.Rejected(row.requiredText(REASON), row.requiredTime(ENDED_AT));
      case "IN_DOUBT" ->
          new MailState.InDoubt(
              row.requiredText(REASON),
              row.requiredTime(ENDED_AT),
              row.text(DynamoTable.DUE_SHARD) == null
                  ? null
                  : Instant.parse(row.requiredText(DynamoTable.DUE_AT)));
      default -> throw new IllegalStateException("A mail has the state " + row.requiredText(STATE));
    };
  }

  /** Ends a mail, and takes it out of the due index. */
  static DynamoChange ended(String state, @Nullable String reason, Instant at) {
    return new DynamoChange()
        .set(STATE, state)
        .set(REASON, reason)
        .set(ENDED_AT, at)
        .remove(DynamoTable.DUE_SHARD, LEASE_UNTIL);
  }

  static DynamoKey key(MailKey key) {
    return new DynamoKey(
        "C#" + key.customer(), MAIL + key.kind().label() + "#" + key.businessKey());
  }

  static MailKey key(DynamoKey key) {
    String[] parts = key.sk().split("#", 3);
    return new MailKey(new CustomerId(key.pk().substring(2)), MailKind.of(parts[1]), parts[2]);
  }

  static String shard(MailKey key) {
    return shard(Math.floorMod(key.sendId().hashCode(), Ledger.SHARDS));
  }

  static String shard(int shard) {
    return "D" + shard;
  }

  /** A time that sorts as text: always whole seconds, always the same length. */
  static String sortable(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
