package kikkake.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kikkake.event.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * The planned mails and their states. Each change is one conditional write; the answer says whether
 * its condition held.
 */
public interface Ledger {
  /**
   * How many parts the due index has: each takes 1,000 planned mails a second, and costs one read a
   * minute.
   */
  int SHARDS = 4;

  /** How long a claim lasts; longer than a send function may run. */
  Duration LEASE = Duration.ofMinutes(3);

  /** Plans a mail, once for its key. */
  boolean plan(PlannedMail mail);

  /**
   * Takes the right to send a mail that is PLANNED or HELD and due.
   *
   * <p>A claim whose lease ran out turns IN_DOUBT instead: its mail may have gone. A mail that SES
   * said nothing of until {@code settleAfter} had passed is given once more where its kind {@link
   * MailKind#mayGoTwice}; otherwise it leaves the due index and stays IN_DOUBT.
   *
   * @param rules which rules the decision is written down with, where there is one
   * @param settleAfter how long a mail in doubt waits for an event of SES
   */
  Optional<Claim> claim(MailKey key, String owner, Instant now, Duration settleAfter, String rules);

  boolean sent(Claim claim, Acceptance acceptance, List<Decision> decisions);

  /**
   * Ends a mail that is not wanted. One that may have gone already stays IN_DOUBT: nobody can say
   * that it was skipped.
   */
  boolean skipped(Claim claim, Decision decision);

  /** Ends a mail that SES will never take; or leaves it IN_DOUBT, as {@link #skipped} does. */
  boolean rejected(Claim claim, Decision decision);

  /** Puts a mail off until the decision's {@code until}. */
  boolean held(Claim claim, Decision decision);

  /** Nobody knows whether the mail went; looked at again at the decision's {@code until}. */
  boolean inDoubt(Claim claim, Decision decision);

  /**
   * Learns from an event of SES that a mail was accepted: whatever it is, it turns SENT, unless SES
   * refused what is in that message.
   *
   * @param attempt which claim was accepted
   * @return false where there was nothing to learn
   */
  boolean settle(MailKey key, int attempt, String messageId, Instant at);

  /**
   * Learns from an event of SES that it accepted a mail, and then refused what is in it: one that
   * is CLAIMED, IN_DOUBT or SENT in that attempt turns REJECTED, for good. Where an earlier try may
   * have gone it stays IN_DOUBT; where an event told that an earlier try went, nothing changes.
   *
   * @param attempt which claim was refused
   * @return false where there was nothing to learn
   */
  boolean refused(MailKey key, int attempt, String messageId, Instant at);

  /** What is due in one shard, earliest first; eventually consistent, a hint only. */
  List<MailKey> due(int shard, Instant now, int max);

  Optional<PlannedMail> find(MailKey key);

  /** The mails of a customer, strongly consistent. */
  List<PlannedMail> of(CustomerId customer);

  void forEach(Consumer<PlannedMail> consumer);

  /**
   * That SES took a mail.
   *
   * @param template the version that was sent
   * @param shown what it recommended
   */
  record Acceptance(String messageId, Instant at, @Nullable String template, List<Shown> shown) {
    public Acceptance {
      shown = List.copyOf(shown);
    }
  }
}
