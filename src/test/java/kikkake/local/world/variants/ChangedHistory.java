package kikkake.local.world.variants;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kikkake.event.Cancelled;
import kikkake.event.CustomerId;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.Who;
import kikkake.history.ConsentChange;
import kikkake.history.CustomerHistory;
import kikkake.history.History;
import kikkake.history.Views;

/** A history that hands on everything; a variant overrides what it breaks. */
abstract class ChangedHistory implements History {
  private final History history;

  ChangedHistory(History history) {
    this.history = history;
  }

  @Override
  public boolean contains(Purchased purchase) {
    return history.contains(purchase);
  }

  @Override
  public boolean add(Purchased purchase, Map<String, String> plans) {
    return history.add(purchase, plans);
  }

  @Override
  public boolean add(Cancelled cancellation) {
    return history.add(cancellation);
  }

  @Override
  public boolean add(Refunded refund) {
    return history.add(refund);
  }

  @Override
  public boolean add(ConsentChange change) {
    return history.add(change);
  }

  @Override
  public List<ConsentChange> consentChanges(CustomerId customer) {
    return history.consentChanges(customer);
  }

  @Override
  public CustomerHistory of(CustomerId customer) {
    return history.of(customer);
  }

  @Override
  public void forEach(Consumer<Purchased> purchases, Consumer<Views> looks) {
    history.forEach(purchases, looks);
  }

  @Override
  public Views views(Who who) {
    return history.views(who);
  }

  @Override
  public boolean save(Who who, Views views) {
    return history.save(who, views);
  }

  @Override
  public void forgetViews(Who who) {
    history.forgetViews(who);
  }
}
