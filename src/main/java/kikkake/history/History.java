package kikkake.history;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import kikkake.event.Cancelled;
import kikkake.event.CustomerId;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.Who;

/**
 * The shop's past: what was bought, called off and looked at. An event that is in it has been
 * reacted to in full, so it is added last.
 */
public interface History {
  boolean contains(Purchased purchase);

  /**
   * Adds a purchase, once per order and customer.
   *
   * @param plans what each journey made of it, by kind of mail: {@link CustomerHistory#PLANNED}, or
   *     why not
   * @return false where it was there already
   */
  boolean add(Purchased purchase, Map<String, String> plans);

  boolean add(Cancelled cancellation);

  boolean add(Refunded refund);

  /**
   * Adds what a customer answered or preferred; before the profile knows it.
   *
   * @return false where it was there already
   */
  boolean add(ConsentChange change);

  /** All that a customer ever answered or preferred, in the order of time. */
  List<ConsentChange> consentChanges(CustomerId customer);

  /** What a customer bought, strongly consistent. */
  CustomerHistory of(CustomerId customer);

  /**
   * Goes once through everybody's past, in no order. The consumers are called on any thread, by one
   * at a time.
   *
   * @param purchases takes every purchase, those of nobody known included
   * @param looks takes what each customer and each visitor looked at
   */
  void forEach(Consumer<Purchased> purchases, Consumer<Views> looks);

  /** What a customer, or else a visitor, looked at last. */
  Views views(Who who);

  /**
   * Writes views over the version before them.
   *
   * @return false where somebody else wrote meanwhile; then nothing was written
   */
  boolean save(Who who, Views views);

  void forgetViews(Who who);

  /** Changes views, again on top of the newer ones where somebody else wrote meanwhile. */
  default Views updateViews(Who who, UnaryOperator<Views> change) {
    for (int tries = 0; tries < 5; tries++) {
      Views known = views(who);
      Views changed = change.apply(known);
      if (changed.equals(known)) {
        return known;
      }
      Views next = new Views(changed.recent(), changed.followUp(), known.version() + 1);
      if (save(who, next)) {
        return next;
      }
    }
    throw new IllegalStateException("Views were written by others five times in a row");
  }
}
