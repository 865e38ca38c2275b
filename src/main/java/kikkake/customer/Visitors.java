package kikkake.customer;

import java.time.Instant;
import java.util.Optional;
import kikkake.event.CustomerId;
import kikkake.event.VisitorId;

/** Which visitor turned out to be which customer. */
public interface Visitors {
  Optional<CustomerId> customerOf(VisitorId visitor);

  /** Remembers a sign-in; an older one than the known does not count. */
  void signedIn(VisitorId visitor, CustomerId customer, Instant at);
}
