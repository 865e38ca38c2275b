package kikkake.customer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import kikkake.event.CustomerId;
import kikkake.table.DynamoKey;

/**
 * Erases a customer so that it holds. The tombstone comes first: from then on every event that
 * names the customer is dropped. What was being worked on at that moment may still put rows back,
 * so all is removed once more when nothing of that time can be running any longer.
 */
public final class Erasure {
  /** The longest time that a function may run. */
  static final Duration IN_FLIGHT = Duration.ofMinutes(15);

  private static final int MAX_SWEEPS = 25;

  private final DynamoTombstones tombstones;
  private final DynamoTraces traces;
  private final Customers customers;
  private final BiConsumer<String, Instant> suppress;
  private final InstantSource clock;
  private boolean keyIsChecked;

  /**
   * An erasure with all that it touches.
   *
   * @param suppress takes the address of who is erased, which must not be mailed from now on
   */
  public Erasure(
      DynamoTombstones tombstones,
      DynamoTraces traces,
      Customers customers,
      BiConsumer<String, Instant> suppress,
      InstantSource clock) {
    this.tombstones = tombstones;
    this.traces = traces;
    this.customers = customers;
    this.suppress = suppress;
    this.clock = clock;
  }

  /**
   * Lets the table know the key of its tombstones; reads once, and nothing after that. Called by
   * what runs with the stack's own key, so that a wrong one is noticed when somebody erases by
   * hand.
   *
   * @throws IllegalArgumentException where the table knows another key
   */
  public void checkKey() {
    if (!keyIsChecked) {
      tombstones.checkKey();
      keyIsChecked = true;
    }
  }

  /**
   * Erases a customer, known or not; again does no harm. Should it end halfway, the sweep does the
   * rest.
   *
   * @return how many rows were removed
   * @throws IllegalArgumentException where the key of the tombstones is not the table's; then
   *     nothing was changed
   */
  public int erase(CustomerId customer) {
    checkKey();
    Instant now = clock.instant();
    tombstones.put(customer, now, now.plus(IN_FLIGHT));
    return remove(customer, now);
  }

  /**
   * Does the second sweeps that are due, at most 25; one read where there are none.
   *
   * @return how many
   */
  public int sweep() {
    Instant now = clock.instant();
    List<DynamoTombstones.Open> due = tombstones.due(now, MAX_SWEEPS);
    for (DynamoTombstones.Open open : due) {
      remove(open.customer(), now);
      tombstones.close(open);
    }
    return due.size();
  }

  private int remove(CustomerId customer, Instant now) {
    customers
        .find(customer)
        .map(Profile::email)
        .ifPresent(address -> suppress.accept(address, now));
    List<DynamoKey> keys = traces.of(customer);
    traces.remove(customer, keys, tombstones.remember(customer, DynamoTraces.visitors(keys)));
    return keys.size();
  }
}
