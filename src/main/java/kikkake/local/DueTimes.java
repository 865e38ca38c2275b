package kikkake.local;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import kikkake.event.CustomerId;
import kikkake.mail.Claim;
import kikkake.mail.Decision;
import kikkake.mail.Ledger;
import kikkake.mail.MailKey;
import kikkake.mail.PlannedMail;

/**
 * A ledger that also remembers when its next mail is due, so that a virtual clock can jump there
 * instead of ticking through every minute of a year. In a lane of a replay it finds only the lane's
 * own mails due.
 */
final class DueTimes implements Ledger {
  private final Ledger ledger;
  private final Map<MailKey, Instant> dueOf = new HashMap<>();
  private final TreeMap<Instant, Integer> mailsDueAt = new TreeMap<>();
  private volatile boolean onlyOwn;

  DueTimes(Ledger ledger) {
    this.ledger = ledger;
  }

  /** From now on finds only mails due that were planned through this ledger, or loaded by it. */
  void onlyOwn(boolean onlyOwn) {
    this.onlyOwn = onlyOwn;
  }

  /** Learns what earlier runs left open. */
  void load() {
    ledger.forEach(this::learn);
  }

  private void learn(PlannedMail mail) {
    if (mail.state().isOpen()) {
      moved(mail.key(), mail.dueAt());
    } else {
      ended(mail.key());
    }
  }

  /** When the next mail is due that has not ended. */
  synchronized Optional<Instant> next() {
    return mailsDueAt.isEmpty() ? Optional.empty() : Optional.of(mailsDueAt.firstKey());
  }

  private synchronized void moved(MailKey key, Instant due) {
    ended(key);
    dueOf.put(key, due);
    mailsDueAt.merge(due, 1, Integer::sum);
  }

  private synchronized void ended(MailKey key) {
    Instant due = dueOf.remove(key);
    if (due != null) {
      mailsDueAt.computeIfPresent(due, (time, mails) -> mails == 1 ? null : mails - 1);
    }
  }

  private boolean ended(boolean changed, MailKey key) {
    if (changed) {
      ended(key);
    }
    return changed;
  }

  @Override
  public boolean plan(PlannedMail mail) {
    boolean planned = ledger.plan(mail);
    if (planned) {
      moved(mail.key(), mail.dueAt());
    }
    return planned;
  }

  @Override
  public Optional<Claim> claim(
      MailKey key, String owner, Instant now, Duration settleAfter, String rules) {
    Optional<Claim> claim = ledger.claim(key, owner, now, settleAfter, rules);
    if (claim.isEmpty() && isOpenAt(key, now)) {
      // The hint was wrong, or the mail changed its state: what became of it stands in the ledger.
      ledger.find(key).ifPresentOrElse(this::learn, () -> ended(key));
    }
    return claim;
  }

  private synchronized boolean isOpenAt(MailKey key, Instant now) {
    Instant due = dueOf.get(key);
    return due != null && !due.isAfter(now);
  }

  @Override
  public boolean held(Claim claim, Decision decision) {
    return moved(ledger.held(claim, decision), claim, decision);
  }

  @Override
  public boolean inDoubt(Claim claim, Decision decision) {
    return moved(ledger.inDoubt(claim, decision), claim, decision);
  }

  private boolean moved(boolean changed, Claim claim, Decision decision) {
    Instant until = decision.until();
    if (changed && until != null) {
      moved(claim.mail().key(), until);
    }
    return changed;
  }

  @Override
  public boolean sent(Claim claim, Acceptance acceptance, List<Decision> decisions) {
    return ended(ledger.sent(claim, acceptance, decisions), claim.mail().key());
  }

  @Override
  public boolean skipped(Claim claim, Decision decision) {
    return ended(ledger.skipped(claim, decision), claim.mail().key());
  }

  @Override
  public boolean rejected(Claim claim, Decision decision) {
    return ended(ledger.rejected(claim, decision), claim.mail().key());
  }

  @Override
  public boolean settle(MailKey key, int attempt, String messageId, Instant at) {
    return ended(ledger.settle(key, attempt, messageId, at), key);
  }

  @Override
  public boolean refused(MailKey key, int attempt, String messageId, Instant at) {
    return ended(ledger.refused(key, attempt, messageId, at), key);
  }

  @Override
  public List<MailKey> due(int shard, Instant now, int max) {
    if (!onlyOwn) {
      return ledger.due(shard, now, max);
    }
    // The other lane's mails may stand before ours.
    List<MailKey> due = ledger.due(shard, now, Integer.MAX_VALUE);
    synchronized (this) {
      return due.stream().filter(dueOf::containsKey).limit(max).toList();
    }
  }

  @Override
  public Optional<PlannedMail> find(MailKey key) {
    return ledger.find(key);
  }

  @Override
  public List<PlannedMail> of(CustomerId customer) {
    return ledger.of(customer);
  }

  @Override
  public void forEach(Consumer<PlannedMail> consumer) {
    ledger.forEach(consumer);
  }
}
