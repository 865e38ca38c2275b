package kikkake.local.world.variants;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kikkake.event.CustomerId;
import kikkake.mail.Claim;
import kikkake.mail.Decision;
import kikkake.mail.Ledger;
import kikkake.mail.MailKey;
import kikkake.mail.PlannedMail;

/** A ledger that hands on everything; a variant overrides what it breaks. */
abstract class ChangedLedger implements Ledger {
  final Ledger ledger;

  ChangedLedger(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public boolean plan(PlannedMail mail) {
    return ledger.plan(mail);
  }

  @Override
  public Optional<Claim> claim(
      MailKey key, String owner, Instant now, Duration settleAfter, String rules) {
    return ledger.claim(key, owner, now, settleAfter, rules);
  }

  @Override
  public boolean sent(Claim claim, Acceptance acceptance, List<Decision> decisions) {
    return ledger.sent(claim, acceptance, decisions);
  }

  @Override
  public boolean skipped(Claim claim, Decision decision) {
    return ledger.skipped(claim, decision);
  }

  @Override
  public boolean rejected(Claim claim, Decision decision) {
    return ledger.rejected(claim, decision);
  }

  @Override
  public boolean held(Claim claim, Decision decision) {
    return ledger.held(claim, decision);
  }

  @Override
  public boolean inDoubt(Claim claim, Decision decision) {
    return ledger.inDoubt(claim, decision);
  }

  @Override
  public boolean settle(MailKey key, int attempt, String messageId, Instant at) {
    return ledger.settle(key, attempt, messageId, at);
  }

  @Override
  public boolean refused(MailKey key, int attempt, String messageId, Instant at) {
    return ledger.refused(key, attempt, messageId, at);
  }

  @Override
  public List<MailKey> due(int shard, Instant now, int max) {
    return ledger.due(shard, now, max);
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
