package kikkake.mail;

import java.time.InstantSource;
import java.util.List;

/** The tick: puts what is due on the send queue. A hint twice is harmless, the claim decides. */
public final class Release {
  /**
   * With so many hints waiting, the senders are busy enough for minutes. More would only be told
   * twice, and what comes in between would wait behind them.
   */
  static final int MAX_WAITING = 3_000;

  private static final int MAX_PER_SHARD = 1_000;

  private final Ledger ledger;
  private final SendQueue queue;
  private final InstantSource clock;

  public Release(Ledger ledger, SendQueue queue, InstantSource clock) {
    this.ledger = ledger;
    this.queue = queue;
    this.clock = clock;
  }

  /** Says how many mails it put on the queue. */
  public int tick() {
    int room = MAX_WAITING - queue.waiting();
    if (room <= 0) {
      return 0;
    }
    int perShard = Math.min(MAX_PER_SHARD, Math.ceilDiv(room, Ledger.SHARDS));
    int released = 0;
    for (int shard = 0; shard < Ledger.SHARDS; shard++) {
      List<MailKey> due = ledger.due(shard, clock.instant(), perShard);
      queue.hint(due);
      released += due.size();
    }
    return released;
  }
}
