package kikkake.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import kikkake.event.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * What a customer answered to advertising, or set as a preference; the law asks senders to keep it.
 *
 * @param what {@code advertising} for all of it, the name of a kind of mail, or the name of a
 *     preference
 * @param value {@code yes} or {@code no}, or what was preferred
 * @param at when the customer said so, in whole seconds
 * @param source where, for example {@code checkout} or {@code one-click}
 * @param wording which version of the question was shown
 */
public record ConsentChange(
    CustomerId customer,
    String what,
    String value,
    Instant at,
    @Nullable String source,
    @Nullable String wording) {
  public ConsentChange {
    at = at.truncatedTo(ChronoUnit.SECONDS);
  }
}
