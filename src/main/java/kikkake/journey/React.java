package kikkake.journey;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kikkake.catalog.Catalog;
import kikkake.catalog.Item;
import kikkake.customer.Customers;
import kikkake.customer.Profile;
import kikkake.customer.Tombstones;
import kikkake.customer.Visitors;
import kikkake.event.Browsed;
import kikkake.event.Cancelled;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import kikkake.event.Identified;
import kikkake.event.ItemUpdated;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.ShopEvent;
import kikkake.event.VisitorId;
import kikkake.event.Who;
import kikkake.history.CustomerHistory;
import kikkake.history.History;
import kikkake.history.Views;
import kikkake.mail.Ledger;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.PlannedMail;
import kikkake.mail.Settings;
import kikkake.mail.SettingsStore;
import kikkake.mail.Wishes;
import org.jspecify.annotations.Nullable;

/**
 * Turns the shop's events into history and planned mails. Everything before the last write may be
 * done twice without harm, and the last write says that all is done: so a message that comes again
 * costs a read, and a crash in between loses nothing.
 */
public final class React {
  private final History history;
  private final Customers customers;
  private final Wishes wishes;
  private final Visitors visitors;
  private final Owners owners;
  private final Catalog catalog;
  private final Ledger ledger;
  private final SettingsStore settings;
  private final Tombstones tombstones;
  private final InstantSource clock;

  public React(
      History history,
      Customers customers,
      Visitors visitors,
      Catalog catalog,
      Ledger ledger,
      SettingsStore settings,
      Tombstones tombstones,
      InstantSource clock) {
    this.history = history;
    this.customers = customers;
    this.wishes = new Wishes(customers, history, tombstones);
    this.visitors = visitors;
    this.owners = new Owners(visitors, tombstones);
    this.catalog = catalog;
    this.ledger = ledger;
    this.settings = settings;
    this.tombstones = tombstones;
    this.clock = clock;
  }

  /**
   * Reacts to the events of one message.
   *
   * @return the mails that are due at once
   */
  public List<MailKey> on(List<ShopEvent> events) {
    return on(events, () -> {});
  }

  /**
   * Reacts to the events of one message.
   *
   * @param dropped is told of each event that names a customer who was erased
   * @return the mails that are due at once
   */
  public List<MailKey> on(List<ShopEvent> events, Runnable dropped) {
    List<MailKey> due = new ArrayList<>();
    Map<Who, List<Browsed>> browses = new LinkedHashMap<>();
    Map<Who, Who> known = new HashMap<>();
    Map<CustomerId, Boolean> erased = new HashMap<>();
    Instant ahead = clock.instant().plus(Plan.TOLERANCE);
    for (ShopEvent event : events) {
      CustomerId customer = customer(event);
      // A purchase in the history has been reacted to in full: no need to ask anything else.
      if (event instanceof Purchased purchase && history.contains(purchase)) {
        continue;
      }
      if (customer != null && erased.computeIfAbsent(customer, tombstones::contains)) {
        dropped.run();
        continue;
      }
      switch (event) {
        case Purchased purchased -> purchased(purchased, due);
        case Cancelled cancelled -> history.add(cancelled);
        case Refunded refunded -> history.add(refunded);
        case Identified identified -> identified(identified);
        case ItemUpdated item -> catalog.put(item(item, notAfterNow(item.occurredAt())));
        case Browsed browsed -> {
          // A look dated ahead would keep a place among the latest until then.
          if (!browsed.occurredAt().isAfter(ahead)) {
            Who owner = known.computeIfAbsent(browsed.who(), owners::of);
            browses.computeIfAbsent(owner, who -> new ArrayList<>()).add(browsed);
          }
        }
      }
    }
    browses.forEach((who, looked) -> look(who, views -> views.with(looked)));
    return due;
  }

  /** The customer whom an event names, if any. */
  private static @Nullable CustomerId customer(ShopEvent event) {
    return switch (event) {
      case Purchased purchased -> purchased.who().customer();
      case Cancelled cancelled -> cancelled.who().customer();
      case Refunded refunded -> refunded.who().customer();
      case Browsed browsed -> browsed.who().customer();
      case Identified identified -> identified.customer();
      case ItemUpdated item -> null;
    };
  }

  private void purchased(Purchased purchase, List<MailKey> due) {
    Map<String, String> plans = new LinkedHashMap<>();
    CustomerId customer = purchase.who().customer();
    if (customer != null) {
      Instant now = clock.instant();
      Settings current = settings.read();
      Profile profile = profile(customer, purchase.contact(), purchase.occurredAt());
      ZoneId zone = profile.zoneOr(current.zone());
      for (MailKind kind : List.of(MailKind.THANK_YOU, MailKind.RECOMMENDATION)) {
        plan(kind, Plan.forOrder(kind, purchase, customer, zone, current, now), plans, due);
      }
    }
    history.add(purchase, plans);
  }

  private void plan(MailKind kind, Plan plan, Map<String, String> plans, List<MailKey> due) {
    switch (plan) {
      case Plan.Nothing nothing -> plans.put(kind.label(), nothing.reason().label());
      case Plan.Mail planned -> {
        PlannedMail mail = planned.mail();
        ledger.plan(mail);
        plans.put(kind.label(), CustomerHistory.PLANNED);
        if (!mail.dueAt().isAfter(mail.plannedAt())) {
          due.add(mail.key());
        }
      }
    }
  }

  private Profile profile(CustomerId customer, Contact told, Instant at) {
    if (told.isEmpty()) {
      return customers.find(customer).orElseGet(() -> Profile.unknown(customer));
    }
    Instant now = clock.instant();
    return wishes.change(
        customer,
        now,
        known -> known.with(told.notAfter(now, known::hasAnswered), notAfterNow(at)));
  }

  /** Where the latest counts, a time in the future would lock out all that comes after it. */
  private Instant notAfterNow(Instant at) {
    Instant now = clock.instant();
    return at.isAfter(now) ? now : at;
  }

  private void identified(Identified event) {
    profile(event.customer(), event.contact(), event.occurredAt());
    VisitorId visitor = event.visitor();
    if (visitor == null) {
      return;
    }
    visitors.signedIn(visitor, event.customer(), notAfterNow(event.occurredAt()));
    Who before = new Who(null, visitor);
    Views looked = history.views(before);
    if (!looked.recent().isEmpty()) {
      look(new Who(event.customer(), null), views -> views.join(looked));
      history.forgetViews(before);
    }
  }

  private void look(Who who, UnaryOperator<Views> change) {
    CustomerId customer = who.customer();
    history.updateViews(
        who,
        known -> {
          Views changed = change.apply(known);
          return customer == null || changed.equals(known) ? changed : followUp(changed, customer);
        });
  }

  private Views followUp(Views views, CustomerId customer) {
    Optional<Plan.Mail> plan =
        BrowseFollowUp.plan(views, customer, settings.read(), clock.instant());
    plan.ifPresent(mail -> ledger.plan(mail.mail()));
    @Nullable String key = plan.map(mail -> mail.mail().key().businessKey()).orElse(null);
    return key == null ? views : views.planned(key);
  }

  private static Item item(ItemUpdated event, Instant at) {
    return new Item(
        event.item(),
        event.title(),
        event.url(),
        event.image(),
        event.price(),
        event.currency(),
        event.stock(),
        event.category(),
        event.family(),
        event.published(),
        at);
  }
}
