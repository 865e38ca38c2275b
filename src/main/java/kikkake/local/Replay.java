package kikkake.local;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import kikkake.event.Browsed;
import kikkake.event.CustomerId;
import kikkake.event.EventJson;
import kikkake.event.MalformedEvent;
import kikkake.event.OrderId;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.ShopEvent;
import org.jspecify.annotations.Nullable;

/**
 * Runs past events through everything, on a clock that jumps from one event or due mail to the
 * next. One thread, one order: the same input gives the same decisions.
 */
final class Replay {
  /** The item lists are made at this hour of the shop's day. */
  private static final LocalTime REBUILD_AT = LocalTime.of(3, 0);

  private static final Duration LONGEST_WAIT = Duration.ofDays(60);

  private final LocalStack stack;
  private final VirtualClock clock;
  private final int rebuildDays;
  private final Set<OrderKey> orders = new HashSet<>();
  private final Set<OrderId> guestOrders = new HashSet<>();
  private final Set<OrderKey> refunds = new HashSet<>();
  private long browses;
  private long messages;

  private record OrderKey(CustomerId customer, OrderId order) {}

  /**
   * What came in.
   *
   * @param orders of customers, each counted once
   * @param guestOrders of nobody known
   * @param seconds it took
   */
  record Counts(
      int orders, int guestOrders, int refunds, long browses, long messages, double seconds) {}

  /**
   * A replay into a stack that stands on the same clock.
   *
   * @param rebuildDays every how many days the item lists are made anew
   */
  Replay(LocalStack stack, VirtualClock clock, int rebuildDays) {
    this.stack = stack;
    this.clock = clock;
    this.rebuildDays = rebuildDays;
  }

  /**
   * Runs the messages, in the order of their arrival.
   *
   * @param until where to stop the clock; null lets every planned mail come to its end
   * @param progress hears how many messages are done
   */
  Counts run(List<Arrival> arrivals, @Nullable Instant until, LongConsumer progress) {
    long start = System.nanoTime();
    ZoneId zone = stack.wiring().settings().read().zone();
    Instant nextRebuild =
        clock
            .instant()
            .atZone(zone)
            .toLocalDate()
            .plusDays(1)
            .atTime(REBUILD_AT)
            .atZone(zone)
            .toInstant();
    for (Arrival arrival : arrivals) {
      if (until != null && arrival.at().isAfter(until)) {
        break;
      }
      while (!nextRebuild.isAfter(arrival.at())) {
        advanceTo(nextRebuild);
        stack.rebuild();
        nextRebuild = nextRebuild.atZone(zone).plusDays(rebuildDays).toInstant();
      }
      advanceTo(arrival.at());
      count(arrival.message());
      stack.put(arrival.message());
      stack.drain(clock.instant());
      progress.accept(++messages);
    }
    advanceTo(until == null ? clock.instant().plus(LONGEST_WAIT) : until);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Counts(
        orders.size(), guestOrders.size(), refunds.size(), browses, messages, seconds);
  }

  /** Moves the clock, with a tick at every minute in which something is due. */
  private void advanceTo(Instant target) {
    Optional<Instant> next = stack.next();
    while (next.isPresent() && !nextMinute(next.get()).isAfter(target)) {
      clock.advanceTo(nextMinute(next.get()));
      stack.release();
      stack.drain(clock.instant());
      next = stack.next();
    }
    clock.advanceTo(target);
  }

  /** The first whole minute, later than now, at which something due at {@code time} is seen. */
  private Instant nextMinute(Instant time) {
    Instant due = time.isAfter(clock.instant()) ? time : clock.instant().plusMillis(1);
    long minutes = Math.ceilDiv(due.toEpochMilli(), 60_000L);
    return Instant.ofEpochMilli(minutes * 60_000L);
  }

  private void count(String message) {
    List<ShopEvent> events;
    try {
      events = EventJson.read(message);
    } catch (MalformedEvent e) {
      return; // It is counted as a dead letter.
    }
    for (ShopEvent event : events) {
      switch (event) {
        case Purchased order -> {
          CustomerId customer = order.who().customer();
          if (customer == null) {
            guestOrders.add(order.order());
          } else {
            orders.add(new OrderKey(customer, order.order()));
          }
        }
        case Refunded refund -> {
          CustomerId customer = refund.who().customer();
          if (customer != null) {
            refunds.add(new OrderKey(customer, refund.refund()));
          }
        }
        case Browsed browsed -> browses++;
        default -> {}
      }
    }
  }
}
