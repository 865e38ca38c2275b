package kikkake.local.world;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.event.CustomerId;
import kikkake.event.OrderId;
import kikkake.event.Purchased;
import kikkake.mail.SendingSwitch;
import org.jspecify.annotations.Nullable;

/** Remembers what was recorded in a world, and from which moment on it holds. */
final class Witness {
  private final World world;
  private final List<String> complaints = new ArrayList<>();
  private final Map<CustomerId, ZoneId> zones = new HashMap<>();
  private final List<Purchased> purchases = new ArrayList<>();
  private final Set<OrderId> calledOff = new HashSet<>();
  private final Map<String, Moment> inHistory = new HashMap<>();
  private final Map<CustomerId, Moment> refused = new HashMap<>();
  private final List<Wish> wishes = new ArrayList<>();
  private final Map<CustomerId, Moment> erased = new HashMap<>();
  private final Map<String, Moment> suppressed = new HashMap<>();
  private final Map<String, Moment> heard = new HashMap<>();
  private final Set<String> refusals = new HashSet<>();
  private final List<Off> offs = new ArrayList<>();
  private @Nullable CustomerId erasing;

  /** From when on something holds: the number of requests finished before, and the time. */
  record Moment(long step, Instant at) {}

  /**
   * What a customer chose on the preference page.
   *
   * @param refusedKind null where no kind was refused
   * @param pausedUntil null where nothing was paused
   * @param mostPerWeek null where that was left to the shop
   */
  record Wish(
      CustomerId customer,
      @Nullable String refusedKind,
      @Nullable Instant pausedUntil,
      @Nullable Integer mostPerWeek,
      Moment since) {}

  /** A time in which nothing may go, from one step to another. */
  static final class Off {
    private final long from;
    private long to = Long.MAX_VALUE;

    Off(long from) {
      this.from = from;
    }

    boolean contains(long step) {
      return step > from && step < to;
    }
  }

  Witness(World world) {
    this.world = world;
  }

  private Moment now() {
    return new Moment(world.step(), world.now());
  }

  void knows(CustomerId customer, ZoneId zone) {
    zones.put(customer, zone);
  }

  void expects(Purchased purchase) {
    purchases.add(purchase);
  }

  void isCalledOff(OrderId order) {
    calledOff.add(order);
  }

  void refused(CustomerId customer) {
    refused.putIfAbsent(customer, now());
  }

  void wished(
      CustomerId customer,
      @Nullable String refusedKind,
      @Nullable Instant pausedUntil,
      @Nullable Integer mostPerWeek) {
    wishes.add(new Wish(customer, refusedKind, pausedUntil, mostPerWeek, now()));
  }

  /** Somebody asks for an erasure; it counts from its first write on. */
  void erasing(CustomerId customer) {
    erasing = customer;
  }

  void suppressed(String address) {
    suppressed.putIfAbsent(address, now());
  }

  void turning(SendingSwitch.Mode mode) {
    if (mode == SendingSwitch.Mode.ON && !offs.isEmpty()) {
      offs.getLast().to = Math.min(offs.getLast().to, world.step());
    }
  }

  void turned(SendingSwitch.Mode mode) {
    if (mode != SendingSwitch.Mode.ON) {
      offs.add(new Off(world.step()));
    }
  }

  /** Looks on at every request that was done. */
  void sees(String request) {
    if (request.startsWith("UpdateItem T#") && erasing != null) {
      erased.putIfAbsent(erasing, now());
    } else if (request.startsWith("PutItem C#") && request.contains(" E#P#")) {
      inHistory.putIfAbsent(request.substring(request.indexOf(" E#P#") + 5), now());
    }
  }

  /** A message was worked through and is not needed any more. */
  void understood(String queue, String message) {
    if (queue.equals("feedback")) {
      int begin = message.indexOf("ses-");
      String messageId = message.substring(begin, message.indexOf('"', begin));
      heard.putIfAbsent(messageId, now());
      if (message.contains("\"eventType\":\"Reject\"")) {
        refusals.add(messageId);
      }
    }
  }

  void complain(String what) {
    complaints.add(what);
  }

  /** What was broken; empty where nothing was. */
  List<String> judge() {
    new Judgement(world, this).pass();
    return List.copyOf(complaints);
  }

  @Nullable ZoneId zone(CustomerId customer) {
    return zones.get(customer);
  }

  List<Purchased> purchases() {
    return purchases;
  }

  boolean wasCalledOff(OrderId order) {
    return calledOff.contains(order);
  }

  /** Since when an order is in the history for sure; null where it is not. */
  @Nullable Moment inHistory(OrderId order) {
    return inHistory.get(order.value());
  }

  @Nullable Moment refusedAt(CustomerId customer) {
    return refused.get(customer);
  }

  List<Wish> wishes() {
    return wishes;
  }

  Map<CustomerId, Moment> erased() {
    return erased;
  }

  @Nullable Moment suppressedAt(String address) {
    return suppressed.get(address);
  }

  /** Since when an event of SES about that message is known; null where none is. */
  @Nullable Moment heardOf(String messageId) {
    return heard.get(messageId);
  }

  /** Whether an event of SES told that it refused what is in that message. */
  boolean heardRefused(String messageId) {
    return refusals.contains(messageId);
  }

  boolean wasOff(long step) {
    return offs.stream().anyMatch(off -> off.contains(step));
  }
}
