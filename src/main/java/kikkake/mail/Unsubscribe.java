package kikkake.mail;

import java.time.InstantSource;
import java.util.Optional;
import kikkake.customer.Profile;
import kikkake.event.CustomerId;

/** Lets the holder of a signed token refuse advertising mail. */
public final class Unsubscribe {
  private final Tokens tokens;
  private final Wishes wishes;
  private final InstantSource clock;

  public Unsubscribe(Tokens tokens, Wishes wishes, InstantSource clock) {
    this.tokens = tokens;
    this.wishes = wishes;
    this.clock = clock;
  }

  /** Whose token it is, and what is known of them; changes nothing. */
  public Optional<Profile> look(String token) {
    return tokens.verify(token).map(wishes::of);
  }

  /**
   * Withdraws consent; again does no harm.
   *
   * @param source what the customer used: the mail program's button, or our page
   * @return false where the token is not ours
   */
  public boolean act(String token, String source) {
    Optional<CustomerId> customer = tokens.verify(token);
    customer.ifPresent(id -> wishes.refuse(id, source, clock.instant()));
    return customer.isPresent();
  }
}
