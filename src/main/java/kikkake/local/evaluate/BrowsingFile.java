package kikkake.local.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kikkake.event.Browsed;
import kikkake.event.CustomerId;
import kikkake.event.EventJson;
import kikkake.event.Identified;
import kikkake.event.ItemId;
import kikkake.event.MalformedEvent;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.ShopEvent;
import kikkake.event.VisitorId;
import kikkake.event.Who;
import kikkake.local.UserError;
import kikkake.recommend.Basket;
import kikkake.recommend.Look;
import kikkake.recommend.Shopper;

/**
 * Reads who looked at what and who bought what from events of the contract. A visitor who signs in
 * anywhere in the file is that customer. Refunds and cancellations change nothing: what was bought
 * was wanted. An event that cannot be understood is complained about and left out, as a replay
 * does.
 */
final class BrowsingFile {
  /** After so long without a look a new visit begins. */
  private static final Duration PAUSE = Duration.ofMinutes(30);

  private final Path path;
  private final Complaints complaints;
  private final List<Browsed> looks = new ArrayList<>();
  private final List<Purchased> purchases = new ArrayList<>();
  private final Map<VisitorId, CustomerId> signedIn = new HashMap<>();
  private final Set<List<String>> orders = new HashSet<>();
  private final Reading reading = new Reading();

  private BrowsingFile(Path path, Complaints complaints) {
    this.path = path;
    this.complaints = complaints;
  }

  /** What one person did, before the cut and within the horizon after it. */
  private static final class Trail {
    private final List<Look> looks = new ArrayList<>();
    private final TreeMap<Integer, Set<ItemId>> bought = new TreeMap<>();
    private final Set<ItemId> truth = new LinkedHashSet<>();

    Shopper shopper() {
      List<Basket> baskets = new ArrayList<>();
      bought.forEach((day, items) -> baskets.add(new Basket(day, List.copyOf(items))));
      return new Shopper(baskets);
    }
  }

  /** A visit as it grows. */
  private record Visit(Instant end, List<ItemId> items) {}

  /**
   * Reads a file.
   *
   * @param cutDay the first day that is not learned from, in UTC
   * @param horizonDays how long after it purchases count
   */
  static RetargetData read(Path path, LocalDate cutDay, int horizonDays, Complaints complaints)
      throws IOException {
    BrowsingFile file = new BrowsingFile(path, complaints);
    Reading.read(path, file::add);
    if (file.looks.isEmpty() && file.purchases.isEmpty()) {
      throw new UserError(
          path + " has no event of browsing or buying (docs/events.md)" + complaints.first());
    }
    Instant cut = cutDay.atStartOfDay(ZoneOffset.UTC).toInstant();
    return file.data(cut, cut.plus(Duration.ofDays(horizonDays)));
  }

  private void add(String line, long number) {
    List<ShopEvent> events;
    try {
      events = EventJson.read(line);
    } catch (MalformedEvent e) {
      complaints.add(path, number, String.valueOf(e.getMessage()));
      return;
    }
    for (ShopEvent event : events) {
      switch (event) {
        case Browsed browsed -> {
          learn(browsed.who());
          if (browsed.action() != Browsed.Action.REMOVED) {
            looks.add(browsed);
          }
        }
        case Purchased purchased -> {
          learn(purchased.who());
          if (orders.add(List.of(String.valueOf(purchased.who()), purchased.order().value()))) {
            purchases.add(purchased);
          }
        }
        case Identified identified -> learn(new Who(identified.customer(), identified.visitor()));
        default -> {}
      }
    }
  }

  private void learn(Who who) {
    CustomerId customer = who.customer();
    VisitorId visitor = who.visitor();
    if (customer != null && visitor != null) {
      signedIn.put(visitor, customer);
    }
  }

  private RetargetData data(Instant cut, Instant end) {
    looks.sort(
        Comparator.comparing(Browsed::occurredAt)
            .thenComparing(Browsed::item)
            .thenComparing(Browsed::action));
    Map<String, Trail> trails = new TreeMap<>();
    for (Browsed look : looks) {
      if (look.occurredAt().isBefore(cut)) {
        trail(trails, key(look.who()))
            .looks
            .add(
                new Look(
                    shared(look.item()), look.occurredAt(), look.action() == Browsed.Action.ADDED));
      }
    }
    for (Purchased purchase : purchases) {
      Trail trail =
          trail(
              trails,
              purchase.who().equals(Who.NOBODY) ? "g" + purchase.order() : key(purchase.who()));
      List<ItemId> items =
          purchase.lines().stream().map(OrderLine::item).map(this::shared).toList();
      if (purchase.occurredAt().isBefore(cut)) {
        int day = Basket.dayOf(purchase.occurredAt());
        trail.bought.computeIfAbsent(day, fresh -> new LinkedHashSet<>()).addAll(items);
      } else if (purchase.occurredAt().isBefore(end)) {
        trail.truth.addAll(items);
      }
    }
    List<Shopper> shoppers = new ArrayList<>();
    List<RetargetData.Person> people = new ArrayList<>();
    for (Trail trail : trails.values()) {
      Shopper shopper = trail.shopper();
      if (!shopper.baskets().isEmpty()) {
        shoppers.add(shopper);
      }
      if (!trail.looks.isEmpty() && !trail.truth.isEmpty()) {
        people.add(
            new RetargetData.Person(
                new Browsing(trail.looks, shopper, cut), List.copyOf(trail.truth)));
      }
    }
    return new RetargetData(
        shoppers,
        visits(trails.values()),
        people,
        cut,
        (long) looks.size() + purchases.size(),
        complaints.count());
  }

  private ItemId shared(ItemId item) {
    return reading.item("item", item.value());
  }

  private static Trail trail(Map<String, Trail> trails, String key) {
    return trails.computeIfAbsent(key, fresh -> new Trail());
  }

  /** Customers, visitors and guests cannot be mistaken for each other. */
  private String key(Who who) {
    CustomerId customer = who.customer();
    VisitorId visitor = who.visitor();
    if (customer == null && visitor != null) {
      customer = signedIn.get(visitor);
    }
    return customer != null ? "c" + customer : "v" + visitor;
  }

  /** All looks before the cut as visits, the latest last. */
  private static List<List<ItemId>> visits(Iterable<Trail> trails) {
    List<Visit> visits = new ArrayList<>();
    for (Trail trail : trails) {
      List<ItemId> items = new ArrayList<>();
      Instant last = Instant.MIN;
      for (Look look : trail.looks) {
        if (!items.isEmpty() && look.at().isAfter(last.plus(PAUSE))) {
          visits.add(new Visit(last, items));
          items = new ArrayList<>();
        }
        items.add(look.item());
        last = look.at();
      }
      if (!items.isEmpty()) {
        visits.add(new Visit(last, items));
      }
    }
    return visits.stream()
        .sorted(Comparator.comparing(Visit::end))
        .map(visit -> List.copyOf(visit.items()))
        .toList();
  }
}
