package kikkake.mail;

import static kikkake.mail.DynamoLedgerRow.ATTEMPT;
import static kikkake.mail.DynamoLedgerRow.DECISIONS;
import static kikkake.mail.DynamoLedgerRow.DOUBTS;
import static kikkake.mail.DynamoLedgerRow.ENDED_AT;
import static kikkake.mail.DynamoLedgerRow.LEASE_UNTIL;
import static kikkake.mail.DynamoLedgerRow.MAIL;
import static kikkake.mail.DynamoLedgerRow.MESSAGE_ID;
import static kikkake.mail.DynamoLedgerRow.ONCE_MORE;
import static kikkake.mail.DynamoLedgerRow.OWNER;
import static kikkake.mail.DynamoLedgerRow.REASON;
import static kikkake.mail.DynamoLedgerRow.REFUSED;
import static kikkake.mail.DynamoLedgerRow.STATE;
import static kikkake.mail.DynamoLedgerRow.ended;
import static kikkake.mail.DynamoLedgerRow.key;
import static kikkake.mail.DynamoLedgerRow.mail;
import static kikkake.mail.DynamoLedgerRow.shard;
import static kikkake.mail.DynamoLedgerRow.sortable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kikkake.event.CustomerId;
import kikkake.table.DynamoChange;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the ledger in the table.
 *
 * <pre>
 *  pk             sk                        what
 *  C#{customer}   M#{kind}#{business key}   one planned mail: state, times, owner, attempt, reason,
 *                                           decisions
 *
 *  index due: dueShard, dueAt   the mails that still have something to come: PLANNED, HELD, CLAIMED,
 *                               and IN_DOUBT until it is given up
 * </pre>
 *
 * <p>A claim leaves the index as it is (one write unit), so the tick finds a claim that died. The
 * states that end a mail take it out of the index (two). What SES's events tell is written by
 * {@link DynamoSettlement}.
 */
public final class DynamoLedger implements Ledger {
  private static final String HOLDS_CLAIM =
      "#state = :claimed AND #owner = :owner AND #attempt = :attempt";

  private final DynamoTable table;
  private final DynamoSettlement settlement;

  public DynamoLedger(DynamoTable table) {
    this.table = table;
    this.settlement = new DynamoSettlement(table);
  }

  @Override
  public boolean plan(PlannedMail mail) {
    return table.putIfAbsent(
        DynamoRow.of(key(mail.key()))
            .text(STATE, mail.state().label())
            .time("occurredAt", mail.occurredAt())
            .time("plannedAt", mail.plannedAt())
            .time("expiresAt", mail.expiresAt())
            .text(DynamoTable.DUE_SHARD, shard(mail.key()))
            .text(DynamoTable.DUE_AT, sortable(mail.dueAt())));
  }

  @Override
  public Optional<Claim> claim(
      MailKey key, String owner, Instant now, Duration settleAfter, String rules) {
    var claimed =
        table.update(
            key(key),
            taking(owner, now)
                .onlyIf(
                    "(#state = :planned OR #state = :held) AND #dueAt <= :now",
                    STATE,
                    DynamoTable.DUE_AT)
                .with("planned", "PLANNED")
                .with("held", "HELD")
                .with("now", sortable(now)));
    DynamoRow row = claimed.row();
    if (row == null) {
      return Optional.empty();
    }
    PlannedMail mail = mail(row);
    if (claimed.held()) {
      return Optional.of(new Claim(mail, owner, now.plus(LEASE)));
    }
    switch (mail.state()) {
      case MailState.Claimed other -> {
        Claim theirs = new Claim(mail, other.owner(), other.leaseUntil());
        if (other.owner().equals(owner)) {
          return Optional.of(theirs); // The SDK repeated a claim whose answer was lost.
        }
        if (other.leaseUntil().isBefore(now)) {
          inDoubt(theirs, doubt(Reason.LEASE_RAN_OUT, now, now.plus(settleAfter), rules));
        }
      }
      case MailState.InDoubt doubt when doubt.until() != null && !doubt.until().isAfter(now) -> {
        return key.kind().mayGoTwice() && mail.doubts() == 1
            ? claimOnceMore(mail, owner, now)
            : giveUp(mail, doubt(Reason.NO_EVENT, now, null, rules));
      }
      default -> {}
    }
    return Optional.empty();
  }

  private static DynamoChange taking(String owner, Instant now) {
    return new DynamoChange()
        .set(STATE, "CLAIMED")
        .set(OWNER, owner)
        .set(LEASE_UNTIL, now.plus(LEASE))
        .increase(ATTEMPT)
        .remove(REASON);
  }

  private Optional<Claim> claimOnceMore(PlannedMail mail, String owner, Instant now) {
    var claimed =
        table.update(
            key(mail.key()),
            stillInDoubt(taking(owner, now).set(ONCE_MORE, true).remove(ENDED_AT), mail.attempt()));
    DynamoRow row = claimed.row();
    if (row == null) {
      return Optional.empty();
    }
    PlannedMail found = mail(row);
    // Also where the condition failed: the SDK repeats a claim whose answer was lost.
    return found.state() instanceof MailState.Claimed taken && taken.owner().equals(owner)
        ? Optional.of(new Claim(found, owner, taken.leaseUntil()))
        : Optional.empty();
  }

  private Optional<Claim> giveUp(PlannedMail mail, Decision decision) {
    DynamoChange change =
        new DynamoChange()
            .set(REASON, decision.reason())
            .set(DECISIONS, texts(decision.after(mail.decisions())))
            .remove(DynamoTable.DUE_SHARD);
    table.apply(key(mail.key()), stillInDoubt(change, mail.attempt()));
    return Optional.empty();
  }

  private static DynamoChange stillInDoubt(DynamoChange change, int attempt) {
    return change
        .onlyIf("#state = :doubt AND #attempt = :attempt", STATE, ATTEMPT)
        .with("doubt", "IN_DOUBT")
        .with("attempt", attempt);
  }

  private static Decision doubt(Reason reason, Instant at, @Nullable Instant until, String rules) {
    return new Decision(at, Decision.Outcome.IN_DOUBT, "ledger", reason.label(), until, rules, 1);
  }

  @Override
  public boolean sent(Claim claim, Acceptance acceptance, List<Decision> decisions) {
    List<Decision> all = claim.mail().decisions();
    for (Decision decision : decisions) {
      all = decision.after(all);
    }
    return table.apply(
        key(claim.mail().key()),
        ended("SENT", null, acceptance.at())
            .set(MESSAGE_ID, acceptance.messageId())
            .set("template", acceptance.template())
            .set("items", acceptance.shown().stream().map(Shown::line).toList())
            .set(DECISIONS, texts(all))
            .onlyIf(
                "(#state = :claimed OR #state = :sent OR #state = :doubt)"
                    + " AND #owner = :owner AND #attempt = :attempt"
                    + DynamoSettlement.notRefused(claim.attempt()),
                STATE,
                OWNER,
                ATTEMPT,
                REFUSED + claim.attempt())
            .with("claimed", "CLAIMED")
            .with("doubt", "IN_DOUBT")
            .with("sent", "SENT")
            .with("owner", claim.owner())
            .with("attempt", claim.attempt()));
  }

  @Override
  public boolean skipped(Claim claim, Decision decision) {
    return change(claim, end("SKIPPED", claim, decision));
  }

  @Override
  public boolean rejected(Claim claim, Decision decision) {
    return change(claim, end("REJECTED", claim, decision));
  }

  /** One that may have gone already stays in doubt, for good. */
  private static DynamoChange end(String state, Claim claim, Decision decision) {
    boolean mayHaveGone = claim.mail().mayHaveGone();
    return ended(mayHaveGone ? "IN_DOUBT" : state, decision.reason(), decision.at())
        .set(DECISIONS, texts(decision.after(claim.mail().decisions())));
  }

  @Override
  public boolean held(Claim claim, Decision decision) {
    return change(
        claim,
        new DynamoChange()
            .set(STATE, "HELD")
            .set(REASON, decision.reason())
            .set(DynamoTable.DUE_AT, sortable(until(decision)))
            .set(DECISIONS, texts(decision.after(claim.mail().decisions())))
            .remove(OWNER, LEASE_UNTIL));
  }

  @Override
  public boolean inDoubt(Claim claim, Decision decision) {
    return change(
        claim,
        new DynamoChange()
            .set(STATE, "IN_DOUBT")
            .set(REASON, decision.reason())
            .set(ENDED_AT, decision.at())
            .set(DynamoTable.DUE_AT, sortable(until(decision)))
            .set(DECISIONS, texts(decision.after(claim.mail().decisions())))
            .increase(DOUBTS)
            .remove(LEASE_UNTIL));
  }

  private static Instant until(Decision decision) {
    Instant until = decision.until();
    if (until == null) {
      throw new IllegalArgumentException("A mail that waits needs to know until when");
    }
    return until;
  }

  private static List<String> texts(List<Decision> decisions) {
    return decisions.stream().map(Decision::text).toList();
  }

  @Override
  public boolean settle(MailKey key, int attempt, String messageId, Instant at) {
    return settlement.settle(key, attempt, messageId, at);
  }

  @Override
  public boolean refused(MailKey key, int attempt, String messageId, Instant at) {
    return settlement.refused(key, attempt, messageId, at);
  }

  @Override
  public List<MailKey> due(int shard, Instant now, int max) {
    return table.due(shard(shard), sortable(now), max).stream()
        .filter(DynamoLedger::isKnown)
        .map(DynamoLedgerRow::key)
        .toList();
  }

  @Override
  public Optional<PlannedMail> find(MailKey key) {
    return table.get(key(key)).map(DynamoLedgerRow::mail);
  }

  @Override
  public List<PlannedMail> of(CustomerId customer) {
    return table.query("C#" + customer, MAIL).stream()
        .filter(row -> isKnown(row.key()))
        .map(DynamoLedgerRow::mail)
        .toList();
  }

  @Override
  public void forEach(Consumer<PlannedMail> consumer) {
    table.scan(
        List.of(MAIL),
        row -> {
          if (isKnown(row.key())) {
            consumer.accept(mail(row));
          }
        });
  }

  /** A newer version may have planned kinds that this one does not know. */
  private static boolean isKnown(DynamoKey key) {
    return MailKind.isKnown(key.sk().split("#", 3)[1]);
  }

  private boolean change(Claim claim, DynamoChange change) {
    return table.apply(
        key(claim.mail().key()),
        change
            .onlyIf(HOLDS_CLAIM, STATE, OWNER, ATTEMPT)
            .with("claimed", "CLAIMED")
            .with("owner", claim.owner())
            .with("attempt", claim.attempt()));
  }
}
