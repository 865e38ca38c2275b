package kikkake.customer;

import kikkake.event.CustomerId;

/** Who was erased, and must not come back with a late event. */
public interface Tombstones {
  /** Strongly consistent. */
  boolean contains(CustomerId customer);
}
