package kikkake.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kikkake.event.Browsed;
import kikkake.event.Cancelled;
import kikkake.event.Identified;
import kikkake.event.ItemUpdated;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.ShopEvent;
import kikkake.event.Who;

/**
 * Says which messages of a replay may run beside each other: those of people who have nothing to do
 * with each other. A customer and the visitors who turned out to be that customer belong together.
 */
final class LaneOf {
  private final Map<String, String> parents = new HashMap<>();

  /** Learns who belongs together; every message is shown once before the first question. */
  void learn(List<ShopEvent> message) {
    String first = null;
    for (ShopEvent event : message) {
      Who who = who(event);
      for (String name : names(who)) {
        if (first == null) {
          first = root(name);
        } else {
          parents.put(root(name), first);
        }
      }
    }
  }

  /**
   * The lane of a message; empty where it concerns everybody, and has to find all lanes at its
   * time.
   *
   * @param lanes how many there are
   */
  Optional<Integer> of(List<ShopEvent> message, int lanes) {
    if (message.stream().anyMatch(ItemUpdated.class::isInstance)) {
      return Optional.empty();
    }
    return Optional.of(
        message.stream()
            .flatMap(event -> names(who(event)).stream())
            .findFirst()
            .map(name -> Math.floorMod(root(name).hashCode(), lanes))
            .orElse(0));
  }

  private String root(String name) {
    String at = name;
    String parent = parents.get(at);
    while (parent != null && !parent.equals(at)) {
      at = parent;
      parent = parents.get(at);
    }
    return at;
  }

  private static List<String> names(Who who) {
    if (who.customer() != null && who.visitor() != null) {
      return List.of("C" + who.customer(), "V" + who.visitor());
    }
    if (who.customer() != null) {
      return List.of("C" + who.customer());
    }
    return who.visitor() == null ? List.of() : List.of("V" + who.visitor());
  }

  private static Who who(ShopEvent event) {
    return switch (event) {
      case Purchased purchased -> purchased.who();
      case Cancelled cancelled -> cancelled.who();
      case Refunded refunded -> refunded.who();
      case Browsed browsed -> browsed.who();
      case Identified identified -> new Who(identified.customer(), identified.visitor());
      case ItemUpdated item -> Who.NOBODY;
    };
  }
}
