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
 */
public record Consent(
    boolean advertising, Instant at, @Nullable String source, @Nullable String wording) {
  public Consent {
    at = at.truncatedTo(ChronoUnit.SECONDS);
  }
}
