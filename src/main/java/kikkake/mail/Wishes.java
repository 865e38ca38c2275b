package kikkake.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kikkake.customer.Customers;
import kikkake.customer.Profile;
import kikkake.customer.Tombstones;
import kikkake.event.Consent;
import kikkake.event.CustomerId;
import kikkake.history.ConsentChange;
import kikkake.history.History;
import org.jspecify.annotations.Nullable;

/**
 * What customers want of our mails. Each new answer and preference is kept in the history before
 * the profile knows it, so that none can count without its evidence.
 */
public final class Wishes {
  /** Preferences are set on our page only; answers bring their source with them. */
  static final String PAGE = "preference-page";

  private final Customers customers;
  private final History history;
  private final Tombstones tombstones;

  public Wishes(Customers customers, History history, Tombstones tombstones) {
    this.customers = customers;
    this.history = history;
    this.tombstones = tombstones;
  }

  /** Whether the customer was erased; then nothing may be written any more. */
  boolean isErased(CustomerId customer) {
    return tombstones.contains(customer);
  }

  /** The profile of a customer; an empty one where nothing is known. */
  Profile of(CustomerId customer) {
    return customers.find(customer).orElseGet(() -> Profile.unknown(customer));
  }

  /**
   * Changes a profile, and keeps what is new in it. Whether the customer was erased is for the
   * caller to ask before.
   *
   * @param now when, for what brings no time of its own
   */
  public Profile change(CustomerId customer, Instant now, UnaryOperator<Profile> change) {
    return customers.update(
        customer,
        known -> {
          Profile changed = change.apply(known);
          changes(known, changed, now).forEach(history::add);
          return changed;
        });
  }

  /**
   * Records a no to all advertising that holds; of somebody who was erased there is nothing to
   * record.
   *
   * @param source what the customer used
   */
  public void refuse(CustomerId customer, String source, Instant now) {
    if (!isErased(customer)) {
      change(customer, now, profile -> profile.refusing(source, now));
    }
  }

  private static List<ConsentChange> changes(Profile before, Profile after, Instant now) {
    CustomerId customer = after.id();
    List<ConsentChange> changes = new ArrayList<>();
    List<Consent> known = answers(before);
    for (Consent answer : answers(after)) {
      if (!known.contains(answer)) {
        String kind = answer.kind();
        changes.add(
            new ConsentChange(
                customer,
                kind == null ? "advertising" : kind,
                answer.advertising() ? "yes" : "no",
                answer.at(),
                answer.source(),
                answer.wording()));
      }
    }
    add(changes, customer, "paused-until", before.pausedUntil(), after.pausedUntil(), now);
    add(changes, customer, "most-per-week", before.mostPerWeek(), after.mostPerWeek(), now);
    return changes;
  }

  private static void add(
      List<ConsentChange> changes,
      CustomerId customer,
      String what,
      @Nullable Object before,
      @Nullable Object after,
      Instant now) {
    if (!Objects.equals(before, after)) {
      String value = after == null ? "none" : after.toString();
      changes.add(new ConsentChange(customer, what, value, now, PAGE, null));
    }
  }

  private static List<Consent> answers(Profile profile) {
    return Stream.concat(Stream.ofNullable(profile.consent()), profile.kinds().stream()).toList();
  }
}
