package kikkake.customer;

import java.util.Optional;
import java.util.function.UnaryOperator;
import kikkake.event.CustomerId;

/** The shop's customers. */
public interface Customers {
  /** What is known of a customer at this moment, strongly consistent. */
  Optional<Profile> find(CustomerId customer);

  /**
   * Writes a profile over the version before it.
   *
   * @return false where somebody else wrote meanwhile; then nothing was written
   */
  boolean save(Profile profile);

  /** Changes a profile, again on top of the newer one where somebody else wrote meanwhile. */
  default Profile update(CustomerId customer, UnaryOperator<Profile> change) {
    for (int tries = 0; tries < 5; tries++) {
      Profile known = find(customer).orElseGet(() -> Profile.unknown(customer));
      Profile changed = change.apply(known);
      if (changed.equals(known)) {
        return known;
      }
      Profile next = changed.version(known.version() + 1);
      if (save(next)) {
        return next;
      }
    }
    throw new IllegalStateException("A profile was written by others five times in a row");
  }
}
