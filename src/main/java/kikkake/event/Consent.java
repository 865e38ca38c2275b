package kikkake.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A customer's yes or no to advertising mail, with the evidence Japanese law asks the sender to
 * keep.
 *
 * @param advertising whether advertising mail is wanted
 * @param at when the customer said so, in whole seconds as it is stored: else an earlier yes of the
 *     same second would seem later than the stored no
 * @param source where, for example {@code checkout} or {@code unsubscribe}
 * @param wording which version of the question was shown
 * @param kind the kind of mail it is about, one of {@link AdvertisingKinds#ALL}; null means all
 */
public record Consent(
    boolean advertising,
    Instant at,
    @Nullable String source,
    @Nullable String wording,
    @Nullable String kind) {
  public Consent {
    at = at.truncatedTo(ChronoUnit.SECONDS);
  }

  /** An answer to all advertising. */
  public Consent(
      boolean advertising, Instant at, @Nullable String source, @Nullable String wording) {
    this(advertising, at, source, wording, null);
  }

  /** Whether this counts and not the other: the later one does, and of two at once the no. */
  public boolean outweighs(@Nullable Consent other) {
    return other == null
        || at.isAfter(other.at)
        || (at.equals(other.at) && other.advertising && !advertising);
  }
}
