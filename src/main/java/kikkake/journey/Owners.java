package kikkake.journey;

import kikkake.customer.Tombstones;
import kikkake.customer.Visitors;
import kikkake.event.CustomerId;
import kikkake.event.VisitorId;
import kikkake.event.Who;

/** Whose looks are whose. */
record Owners(Visitors visitors, Tombstones tombstones) {
  /** The customer's, also where only the visitor is known by now. */
  Who of(Who who) {
    CustomerId customer = who.customer();
    VisitorId visitor = who.visitor();
    if (customer == null && visitor != null) {
      // Who was erased is a visitor again.
      customer =
          visitors.customerOf(visitor).filter(known -> !tombstones.contains(known)).orElse(null);
    }
    return customer == null ? new Who(null, visitor) : new Who(customer, null);
  }
}
