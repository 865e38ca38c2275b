package kikkake.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import kikkake.event.Cancelled;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import kikkake.event.OrderId;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.Who;

/** A history that is forgotten with the test, and can be made to fail once. */
public final class InMemoryHistory implements History {
  private final Set<ConsentChange> consents = new LinkedHashSet<>();

  @Override
  public boolean add(ConsentChange change) {
    return consents.stream()
            .noneMatch(known ->
                known.customer().equals(change.customer())
                    && known.at().equals(change.at())
                    && known.what().equals(change.what())
                    && known.value().equals(change.value()))
        && consents.add(change);
  }

  @Override
  public List<ConsentChange> consentChanges(CustomerId customer) {
    return consents.stream()
        .filter(change -> change.customer().equals(customer))
        .sorted(Comparator.comparing(ConsentChange::at).thenComparing(ConsentChange::what))
        .toList();
  }

  private record Key(Who who, OrderId order) {}

  private final Map<Key, Purchased> purchases = new LinkedHashMap<>();
  private final Map<Key, Map<String, String>> plans = new HashMap<>();
  private final Set<Key> cancelled = new HashSet<>();
  private final Map<Key, Refunded> refunds = new LinkedHashMap<>();
  private final Map<Who, Views> views = new HashMap<>();
  private boolean failing;

  @Override
  public boolean contains(Purchased purchase) {
    return purchases.containsKey(key(purchase.who(), purchase.order()));
  }

  @Override
  public boolean add(Purchased purchase, Map<String, String> planned) {
    if (failing) {
      failing = false;
      throw new IllegalStateException("The history does not answer");
    }
    Key key = key(purchase.who(), purchase.order());
    Purchased kept =
        new Purchased(
            purchase.order(),
            key.who(),
            whole(purchase.occurredAt()),
            Contact.NONE,
            purchase.currency(),
            purchase.lines(),
            purchase.total(),
            purchase.shipping(),
            purchase.discount());
    if (purchases.putIfAbsent(key, kept) != null) {
      return false;
    }
    plans.put(key, Map.copyOf(planned));
    return true;
  }

  @Override
  public boolean add(Cancelled cancellation) {
    return cancelled.add(key(cancellation.who(), cancellation.order()));
  }

  @Override
  public boolean add(Refunded refund) {
    Key key = key(refund.who(), refund.refund());
    Refunded kept =
        new Refunded(
            refund.refund(), refund.order(), key.who(), whole(refund.occurredAt()), refund.lines());
    return refunds.putIfAbsent(key, kept) == null;
  }

  @Override
  public CustomerHistory of(CustomerId customer) {
    Who who = new Who(customer, null);
    Set<OrderId> calledOff = new HashSet<>();
    cancelled.stream().filter(key -> key.who().equals(who)).forEach(k -> calledOff.add(k.order()));
    List<Refunded> back = new ArrayList<>(refunds.values());
    back.removeIf(refund -> !refund.who().equals(who));
    List<Purchased> bought = new ArrayList<>(purchases.values());
    bought.removeIf(purchase -> !purchase.who().equals(who));
    return new CustomerHistory(bought, calledOff, back);
  }

  @Override
  public void forEachPurchase(Consumer<Purchased> consumer) {
    List.copyOf(purchases.values()).forEach(consumer);
  }

  @Override
  public Views views(Who who) {
    return views.getOrDefault(owner(who), Views.NONE);
  }

  @Override
  public boolean save(Who who, Views next) {
    if (next.version() != views(who).version() + 1) {
      return false;
    }
    views.put(owner(who), next);
    return true;
  }

  @Override
  public void forgetViews(Who who) {
    views.remove(owner(who));
  }

  /** The next purchase is not added, but fails. */
  public void failOnNextAdd() {
    failing = true;
  }

  /** What the journeys made of a purchase. */
  public Map<String, String> plans(Purchased purchase) {
    return plans.getOrDefault(key(purchase.who(), purchase.order()), Map.of());
  }

  private static Key key(Who who, OrderId order) {
    return new Key(who.customer() == null ? Who.NOBODY : new Who(who.customer(), null), order);
  }

  private static Who owner(Who who) {
    return who.customer() == null ? who : new Who(who.customer(), null);
  }

  private static Instant whole(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
