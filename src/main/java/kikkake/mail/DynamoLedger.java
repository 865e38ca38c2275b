package kikkake.mail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kikkake.event.CustomerId;
import kikkake.event.ItemId;
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
 *  C#{customer}   M#{kind}#{business key}   one planned mail: state, times, owner, attempt, reason
 *
 *  index due: dueShard, dueAt   the mails that still have something to come: PLANNED, HELD, CLAIMED
 * </pre>
 *
 * <p>A claim leaves the index as it is (one write unit), so the tick finds a claim that died. The
 * states that end a mail take it out of the index (two).
 */
public final class DynamoLedger implements Ledger {
  private static final String MAIL = "M#";
  private static final String STATE = "state";
  private static final String REASON = "reason";
  private static final String OWNER = "owner";
  private static final String ATTEMPT = "attempt";
  private static final String LEASE_UNTIL = "leaseUntil";
  private static final String ENDED_AT = "endedAt";
  private static final String MESSAGE_ID = "messageId";
  private static final String HOLDS_CLAIM =
      "#state = :claimed AND #owner = :owner AND #attempt = :attempt";

  private final DynamoTable table;

  public DynamoLedger(DynamoTable table) {
    this.table = table;
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
  public Optional<Claim> claim(MailKey key, String owner, Instant now) {
    Instant leaseUntil = now.plus(LEASE);
    var claimed =
        table.update(
            key(key),
            new DynamoChange()
                .set(STATE, "CLAIMED")
                .set(OWNER, owner)
                .set(LEASE_UNTIL, leaseUntil)
                .increase(ATTEMPT)
                .remove(REASON)
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
    if (claimed.held()) {
      return Optional.of(new Claim(mail(row), owner));
    }
    PlannedMail mail = mail(row);
    if (mail.state() instanceof MailState.Claimed other) {
      if (other.owner().equals(owner)) {
        return Optional.of(
            new Claim(mail, owner)); // The SDK repeated a claim whose answer was lost.
      }
      if (other.leaseUntil().isBefore(now)) {
        inDoubt(new Claim(mail, other.owner()), "lease-ran-out", now);
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean sent(
      Claim claim, String messageId, Instant at, String template, List<ItemId> items) {
    return table.apply(
        key(claim.mail().key()),
        end("SENT", null, at)
            .set(MESSAGE_ID, messageId)
            .set("template", template)
            .set("items", items.stream().map(ItemId::value).toList())
            .onlyIf(
                "(#state = :claimed OR #state = :doubt OR #state = :sent)"
                    + " AND #owner = :owner AND #attempt = :attempt",
                STATE,
                OWNER,
                ATTEMPT)
            .with("claimed", "CLAIMED")
            .with("doubt", "IN_DOUBT")
            .with("sent", "SENT")
            .with("owner", claim.owner())
            .with("attempt", claim.attempt()));
  }

  @Override
  public boolean skipped(Claim claim, String reason, Instant at) {
    return change(claim, end("SKIPPED", reason, at));
  }

  @Override
  public boolean rejected(Claim claim, String reason, Instant at) {
    return change(claim, end("REJECTED", reason, at));
  }

  @Override
  public boolean held(Claim claim, Instant until, String reason) {
    return change(
        claim,
        new DynamoChange()
            .set(STATE, "HELD")
            .set(REASON, reason)
            .set(DynamoTable.DUE_AT, sortable(until))
            .remove(OWNER, LEASE_UNTIL));
  }

  @Override
  public boolean inDoubt(Claim claim, String reason, Instant at) {
    return change(claim, end("IN_DOUBT", reason, at));
  }

  @Override
  public boolean settle(MailKey key, int attempt, String messageId, Instant at) {
    return table.apply(
        key(key),
        end("SENT", null, at)
            .set(MESSAGE_ID, messageId)
            .onlyIf(
                "(#state = :claimed OR #state = :doubt) AND #attempt = :attempt", STATE, ATTEMPT)
            .with("claimed", "CLAIMED")
            .with("doubt", "IN_DOUBT")
            .with("attempt", attempt));
  }

  @Override
  public List<MailKey> due(int shard, Instant now, int max) {
    return table.due(shard(shard), sortable(now), max).stream()
        .filter(key -> MailKind.isKnown(key.sk().split("#", 3)[1]))
        .map(DynamoLedger::key)
        .toList();
  }

  @Override
  public Optional<PlannedMail> find(MailKey key) {
    return table.get(key(key)).map(DynamoLedger::mail);
  }

  @Override
  public List<PlannedMail> of(CustomerId customer) {
    return table.query("C#" + customer, MAIL).stream().map(DynamoLedger::mail).toList();
  }

  @Override
  public void forEach(Consumer<PlannedMail> consumer) {
    table.scan(MAIL, row -> consumer.accept(mail(row)));
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

  private static DynamoChange end(String state, @Nullable String reason, Instant at) {
    return new DynamoChange()
        .set(STATE, state)
        .set(REASON, reason)
        .set(ENDED_AT, at)
        .remove(DynamoTable.DUE_SHARD, LEASE_UNTIL);
  }

  private static PlannedMail mail(DynamoRow row) {
    return new PlannedMail(
        key(row.key()),
        row.requiredTime("occurredAt"),
        row.requiredTime("plannedAt"),
        Instant.parse(row.requiredText(DynamoTable.DUE_AT)),
        row.requiredTime("expiresAt"),
        row.whole(ATTEMPT, 0),
        state(row),
        row.text("template"),
        row.texts("items").stream().map(ItemId::new).toList());
  }

  private static MailState state(DynamoRow row) {
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
          new MailState.InDoubt(row.requiredText(REASON), row.requiredTime(ENDED_AT));
      default -> throw new IllegalStateException("A mail has the state " + row.requiredText(STATE));
    };
  }

  private static DynamoKey key(MailKey key) {
    return new DynamoKey(
        "C#" + key.customer(), MAIL + key.kind().label() + "#" + key.businessKey());
  }

  private static MailKey key(DynamoKey key) {
    String[] parts = key.sk().split("#", 3);
    return new MailKey(new CustomerId(key.pk().substring(2)), MailKind.of(parts[1]), parts[2]);
  }

  private static String shard(MailKey key) {
    return shard(Math.floorMod(key.sendId().hashCode(), SHARDS));
  }

  private static String shard(int shard) {
    return "D" + shard;
  }

  /** A time that sorts as text: always whole seconds, always the same length. */
  private static String sortable(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
