package kikkake.mail;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.shown;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kikkake.event.CustomerId;
import org.jspecify.annotations.NullMarked;

/** Builds a row of the ledger: of {@link kikkake.TestData#ANNA}, planned and due at noon. */
@NullMarked
public final class MailBuilder {
  private final MailKind kind;
  private final String businessKey;
  private CustomerId customer = ANNA;
  private Instant occurredAt = NOON;
  private Instant dueAt = NOON;
  private Instant expiresAt = NOON.plus(Duration.ofDays(2));
  private int doubts;
  private MailState state = new MailState.Planned();
  private List<Shown> shown = List.of();
  private List<Decision> decisions = List.of();

  private MailBuilder(MailKind kind, String businessKey) {
    this.kind = kind;
    this.businessKey = businessKey;
  }

  public static MailBuilder mail(MailKind kind, String businessKey) {
    return new MailBuilder(kind, businessKey);
  }

  public MailBuilder to(CustomerId who) {
    customer = who;
    return this;
  }

  public MailBuilder occurredAt(Instant at) {
    occurredAt = at;
    return this;
  }

  public MailBuilder dueAt(Instant at) {
    dueAt = at;
    return this;
  }

  public MailBuilder expiresAt(Instant at) {
    expiresAt = at;
    return this;
  }

  public MailBuilder recommending(String... ids) {
    shown = shown(ids);
    return this;
  }

  public MailBuilder decided(Decision... all) {
    decisions = List.of(all);
    return this;
  }

  /** How often nobody knew whether it went. */
  public MailBuilder doubts(int times) {
    doubts = times;
    return this;
  }

  public MailBuilder in(MailState other) {
    state = other;
    return this;
  }

  public MailBuilder sent(Instant at) {
    return in(new MailState.Sent("ses-1", at));
  }

  public MailBuilder held(Instant until) {
    return dueAt(until).in(new MailState.Held(until, "quiet-hours"));
  }

  public MailBuilder claimed(Instant now) {
    return in(new MailState.Claimed("somebody", now.plus(Ledger.LEASE)));
  }

  public MailBuilder inDoubt(Instant at) {
    return doubts(1).in(new MailState.InDoubt("ses-no-answer", at, at.plus(Duration.ofDays(1))));
  }

  public MailBuilder skipped(Instant at) {
    return in(new MailState.Skipped("no-consent", at));
  }

  public MailBuilder rejected(Instant at) {
    return in(new MailState.Rejected("ses-MessageRejected", at));
  }

  public PlannedMail build() {
    int attempt = state instanceof MailState.Planned ? 0 : 1 + doubts;
    String template = state instanceof MailState.Sent ? kind.label() + "/ja/1" : null;
    return new PlannedMail(
        new MailKey(customer, kind, businessKey),
        occurredAt,
        occurredAt,
        dueAt,
        expiresAt,
        attempt,
        doubts,
        state,
        template,
        shown,
        decisions);
  }
}
