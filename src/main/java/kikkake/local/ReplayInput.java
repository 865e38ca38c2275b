package kikkake.local;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kikkake.event.Browsed;
import kikkake.event.CustomerId;
import kikkake.event.EventJson;
import kikkake.event.MalformedEvent;
import kikkake.event.OrderId;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.ShopEvent;

/** What a replay is to run, counted, and sorted into lanes. */
final class ReplayInput {
  /** A message and what it says; nothing where nobody can read it. */
  record Message(Arrival arrival, List<ShopEvent> events) {
    Message {
      events = List.copyOf(events);
    }
  }

  private record OrderKey(CustomerId customer, OrderId order) {}

  private final List<Message> messages = new ArrayList<>();
  private final LaneOf laneOf = new LaneOf();
  private final Set<OrderKey> orders = new HashSet<>();
  private final Set<OrderId> guestOrders = new HashSet<>();
  private final Set<OrderKey> refunds = new HashSet<>();
  private long browses;

  private ReplayInput() {}

  static ReplayInput read(List<Arrival> arrivals) {
    ReplayInput input = new ReplayInput();
    for (Arrival arrival : arrivals) {
      Message message = new Message(arrival, events(arrival.message()));
      input.messages.add(message);
      input.laneOf.learn(message.events());
      message.events().forEach(input::count);
    }
    return input;
  }

  List<Message> messages() {
    return messages;
  }

  /** Where a message runs; empty where it concerns everybody. */
  Optional<Integer> laneOf(Message message, int lanes) {
    return laneOf.of(message.events(), lanes);
  }

  ReplayCounts counts(double seconds) {
    return new ReplayCounts(
        orders.size(), guestOrders.size(), refunds.size(), browses, messages.size(), seconds);
  }

  private static List<ShopEvent> events(String message) {
    try {
      return EventJson.read(message);
    } catch (MalformedEvent e) {
      return List.of(); // It will be counted as a dead letter.
    }
  }

  private void count(ShopEvent event) {
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
