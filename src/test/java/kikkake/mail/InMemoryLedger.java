package kikkake.mail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import kikkake.event.CustomerId;
import kikkake.event.ItemId;
import org.jspecify.annotations.Nullable;

/** A ledger that is forgotten with the test. */
public final class InMemoryLedger implements Ledger {
  private record Row(PlannedMail mail, @Nullable String owner) {}

  private final Map<MailKey, Row> rows =
      new TreeMap<>(
          Comparator.comparing(MailKey::customer)
              .thenComparing(MailKey::kind)
              .thenComparing(MailKey::businessKey));

  @Override
  public synchronized boolean plan(PlannedMail mail) {
    return rows.putIfAbsent(mail.key(), new Row(mail, null)) == null;
  }

  @Override
  public synchronized Optional<Claim> claim(MailKey key, String owner, Instant now) {
    Row row = rows.get(key);
    if (row == null) {
      return Optional.empty();
    }
    PlannedMail mail = row.mail();
    switch (mail.state()) {
      case MailState.Planned planned -> {}
      case MailState.Held held -> {}
      case MailState.Claimed claimed when claimed.owner().equals(owner) -> {
        return Optional.of(new Claim(mail, owner));
      }
      case MailState.Claimed claimed when claimed.leaseUntil().isBefore(now) -> {
        put(row, mail.dueAt(), mail.attempt(), new MailState.InDoubt("lease-ran-out", whole(now)));
        return Optional.empty();
      }
      default -> {
        return Optional.empty();
      }
    }
    if (mail.dueAt().isAfter(now)) {
      return Optional.empty();
    }
    MailState claimed = new MailState.Claimed(owner, whole(now.plus(LEASE)));
    PlannedMail next = put(new Row(mail, owner), mail.dueAt(), mail.attempt() + 1, claimed);
    return Optional.of(new Claim(next, owner));
  }

  @Override
  public synchronized boolean sent(
      Claim claim, String messageId, Instant at, String template, List<ItemId> items) {
    Row row = rows.get(claim.mail().key());
    if (row == null || !isOf(claim, row)) {
      return false;
    }
    PlannedMail mail = row.mail();
    boolean open =
        switch (mail.state()) {
          case MailState.Claimed claimed -> true;
          case MailState.InDoubt inDoubt -> true;
          case MailState.Sent sent -> true;
          default -> false;
        };
    if (open) {
      rows.put(
          mail.key(),
          new Row(
              new PlannedMail(
                  mail.key(),
                  mail.occurredAt(),
                  mail.plannedAt(),
                  mail.dueAt(),
                  mail.expiresAt(),
                  mail.attempt(),
                  new MailState.Sent(messageId, whole(at)),
                  template,
                  items),
              row.owner()));
    }
    return open;
  }

  @Override
  public boolean skipped(Claim claim, String reason, Instant at) {
    return end(claim, new MailState.Skipped(reason, whole(at)));
  }

  @Override
  public boolean rejected(Claim claim, String reason, Instant at) {
    return end(claim, new MailState.Rejected(reason, whole(at)));
  }

  @Override
  public boolean inDoubt(Claim claim, String reason, Instant at) {
    return end(claim, new MailState.InDoubt(reason, whole(at)));
  }

  @Override
  public synchronized boolean held(Claim claim, Instant until, String reason) {
    Row row = claimed(claim);
    if (row == null) {
      return false;
    }
    MailState held = new MailState.Held(whole(until), reason);
    put(new Row(row.mail(), null), until, row.mail().attempt(), held);
    return true;
  }

  @Override
  public synchronized boolean settle(MailKey key, int attempt, String messageId, Instant at) {
    Row row = rows.get(key);
    if (row == null || row.mail().attempt() != attempt) {
      return false;
    }
    boolean open =
        row.mail().state() instanceof MailState.Claimed
            || row.mail().state() instanceof MailState.InDoubt;
    if (open) {
      put(row, row.mail().dueAt(), attempt, new MailState.Sent(messageId, whole(at)));
    }
    return open;
  }

  @Override
  public synchronized List<MailKey> due(int shard, Instant now, int max) {
    return rows.values().stream()
        .map(Row::mail)
        .filter(mail -> Math.floorMod(mail.key().hashCode(), SHARDS) == shard)
        .filter(mail -> !mail.dueAt().isAfter(now))
        .filter(mail ->
            mail.state() instanceof MailState.Planned
                || mail.state() instanceof MailState.Held
                || mail.state() instanceof MailState.Claimed)
        .sorted(Comparator.comparing(PlannedMail::dueAt))
        .limit(max)
        .map(PlannedMail::key)
        .toList();
  }

  @Override
  public synchronized Optional<PlannedMail> find(MailKey key) {
    return Optional.ofNullable(rows.get(key)).map(Row::mail);
  }

  @Override
  public synchronized List<PlannedMail> of(CustomerId customer) {
    return rows.values().stream()
        .map(Row::mail)
        .filter(mail -> mail.key().customer().equals(customer))
        .toList();
  }

  @Override
  public synchronized void forEach(Consumer<PlannedMail> consumer) {
    List.copyOf(rows.values()).forEach(row -> consumer.accept(row.mail()));
  }

  private synchronized boolean end(Claim claim, MailState state) {
    Row row = claimed(claim);
    if (row == null) {
      return false;
    }
    put(row, row.mail().dueAt(), row.mail().attempt(), state);
    return true;
  }

  private @Nullable Row claimed(Claim claim) {
    Row row = rows.get(claim.mail().key());
    return row != null && isOf(claim, row) && row.mail().state() instanceof MailState.Claimed
        ? row
        : null;
  }

  private static boolean isOf(Claim claim, Row row) {
    return claim.owner().equals(row.owner()) && claim.attempt() == row.mail().attempt();
  }

  private PlannedMail put(Row row, Instant dueAt, int attempt, MailState state) {
    PlannedMail mail = row.mail();
    PlannedMail next =
        new PlannedMail(
            mail.key(),
            mail.occurredAt(),
            mail.plannedAt(),
            dueAt,
            mail.expiresAt(),
            attempt,
            state,
            mail.template(),
            mail.items());
    rows.put(mail.key(), new Row(next, row.owner()));
    return next;
  }

  private static Instant whole(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
