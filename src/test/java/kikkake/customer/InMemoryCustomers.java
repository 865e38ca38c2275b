package kikkake.customer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kikkake.event.CustomerId;

/** Customers that are forgotten with the test. */
public final class InMemoryCustomers implements Customers {
  private final Map<CustomerId, Profile> profiles = new HashMap<>();

  @Override
  public synchronized Optional<Profile> find(CustomerId customer) {
    return Optional.ofNullable(profiles.get(customer));
  }

  @Override
  public synchronized boolean save(Profile profile) {
    Profile known = profiles.get(profile.id());
    if (profile.version() != (known == null ? 1 : known.version() + 1)) {
      return false;
    }
    profiles.put(profile.id(), profile);
    return true;
  }
}
