package kikkake.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one sender to its share of SES's sending rate: a bucket that holds one second's worth of
 * mails and fills evenly (token bucket, as in RFC 2697). As many senders as may run at once share
 * the rate, so that nobody has to ask SES.
 */
public final class Pace {
  private final int senders;
  private final InstantSource clock;
  private final Consumer<Duration> sleep;
  private double tokens;
  private @Nullable Instant filledAt;

  /**
   * A pace.
   *
   * @param senders how many may run at once; 0 where nothing limits the rate
   * @param sleep waits for so long
   */
  public Pace(int senders, InstantSource clock, Consumer<Duration> sleep) {
    this.senders = senders;
    this.clock = clock;
    this.sleep = sleep;
  }

  /** For a sender that nothing limits. */
  public static Pace unlimited() {
    return new Pace(0, InstantSource.fixed(Instant.EPOCH), duration -> {});
  }

  /**
   * Waits until the next mail may go.
   *
   * @param rate mails a second, all senders together
   */
  synchronized void await(int rate) {
    if (senders == 0) {
      return;
    }
    double share = (double) rate / senders;
    double room = Math.max(1, share);
    Instant now = clock.instant();
    if (filledAt == null) {
      tokens = room;
    } else {
      double seconds = Math.max(0, Duration.between(filledAt, now).toNanos() / 1e9);
      tokens = Math.min(room, tokens + seconds * share);
    }
    filledAt = now;
    tokens -= 1;
    if (tokens < 0) {
      sleep.accept(Duration.ofNanos((long) Math.ceil(-tokens / share * 1e9)));
    }
  }
}
