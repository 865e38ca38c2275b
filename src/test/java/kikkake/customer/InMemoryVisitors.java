package kikkake.customer;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kikkake.event.CustomerId;
import kikkake.event.VisitorId;

/** Sign-ins that are forgotten with the test. */
public final class InMemoryVisitors implements Visitors {
  private record SignIn(CustomerId customer, Instant at) {}

  private final Map<VisitorId, SignIn> signIns = new HashMap<>();

  @Override
  public Optional<CustomerId> customerOf(VisitorId visitor) {
    return Optional.ofNullable(signIns.get(visitor)).map(SignIn::customer);
  }

  @Override
  public void signedIn(VisitorId visitor, CustomerId customer, Instant at) {
    SignIn signIn = new SignIn(customer, at);
    signIns.merge(visitor, signIn, (known, next) -> at.isBefore(known.at()) ? known : next);
  }
}
