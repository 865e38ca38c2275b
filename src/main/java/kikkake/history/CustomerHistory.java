package kikkake.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kikkake.event.ItemId;
import kikkake.event.OrderId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.Refunded;

/**
 * What a customer bought, and what became of it.
 *
 * @param purchases in the order of time
 * @param plans what each journey made of an order when it arrived, by kind of mail: {@link
 *     #PLANNED}, or why not
 */
public record CustomerHistory(
    List<Purchased> purchases,
    Set<OrderId> cancelled,
    List<Refunded> refunds,
    Map<OrderId, Map<String, String>> plans) {
  /** What a journey made of an order where it planned a mail. */
  public static final String PLANNED = "planned";

  public CustomerHistory {
    purchases =
        purchases.stream()
            .sorted(
                Comparator.comparing(Purchased::occurredAt)
                    .thenComparing(purchase -> purchase.order()))
            .toList();
    cancelled = Set.copyOf(cancelled);
    refunds = List.copyOf(refunds);
    plans = Map.copyOf(plans);
  }

  public Optional<Purchased> purchase(OrderId order) {
    return purchases.stream().filter(purchase -> purchase.order().equals(order)).findFirst();
  }

  /** Whether the order is void: cancelled, or given back as a whole. */
  public boolean isVoid(OrderId order) {
    return cancelled.contains(order)
        || refunds.stream()
            .anyMatch(refund -> order.equals(refund.order()) && refund.lines().isEmpty());
  }

  /** The orders that stand and had happened at {@code now}, in the order of time. */
  public List<Purchased> standing(Instant now) {
    return purchases.stream()
        .filter(purchase -> !purchase.occurredAt().isAfter(now) && !isVoid(purchase.order()))
        .toList();
  }

  /** Every item of every order, void ones included: nobody is advised to buy these again. */
  public Set<ItemId> everBought() {
    Set<ItemId> items = new LinkedHashSet<>();
    purchases.forEach(
        purchase -> purchase.lines().stream().map(OrderLine::item).forEach(items::add));
    return items;
  }
}
