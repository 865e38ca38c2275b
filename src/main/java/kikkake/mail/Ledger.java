package kikkake.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kikkake.event.CustomerId;
import kikkake.event.ItemId;

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
   * Takes the right to send a mail that is PLANNED or HELD and due. A claim whose lease ran out
   * turns IN_DOUBT instead: its mail may have gone.
   */
  Optional<Claim> claim(MailKey key, String owner, Instant now);

  boolean sent(Claim claim, String messageId, Instant at, String template, List<ItemId> items);

  boolean skipped(Claim claim, String reason, Instant at);

  boolean rejected(Claim claim, String reason, Instant at);

  boolean held(Claim claim, Instant until, String reason);

  boolean inDoubt(Claim claim, String reason, Instant at);

  /**
   * Learns from an event of SES that a mail was accepted: CLAIMED or IN_DOUBT turns SENT.
   *
   * @return false where there was nothing to learn
   */
  boolean settle(MailKey key, int attempt, String messageId, Instant at);

  /** What is due in one shard, earliest first; eventually consistent, a hint only. */
  List<MailKey> due(int shard, Instant now, int max);

  Optional<PlannedMail> find(MailKey key);

  List<PlannedMail> of(CustomerId customer);

  void forEach(Consumer<PlannedMail> consumer);
}
