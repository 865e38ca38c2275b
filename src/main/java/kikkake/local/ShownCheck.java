package kikkake.local;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.event.CustomerId;
import kikkake.event.ItemId;
import kikkake.event.ItemUpdated;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.ShopEvent;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.MailState;
import kikkake.mail.PlannedMail;

/**
 * Counts the items that mails of a replay showed although they should not have. It shares no rule
 * with the recommender: it goes through the messages in their order again, and looks at each mail
 * when everything before it had come in. What came in the same second as a mail went speaks neither
 * for nor against it, except the mail's own order.
 */
final class ShownCheck {
  /** So many items belong into a recommendation mail. */
  private static final int SLOTS = 4;

  private final Map<CustomerId, Set<ItemId>> bought = new HashMap<>();
  private final Map<ItemId, ItemUpdated> items = new HashMap<>();

  private ShownCheck() {}

  /** The mails that should not have gone as they are, in the order in which they went. */
  record Broken(
      List<MailKey> owned,
      List<MailKey> ofAnOwnedFamily,
      List<MailKey> notForSale,
      List<MailKey> emptySlots) {
    Broken {
      owned = List.copyOf(owned);
      ofAnOwnedFamily = List.copyOf(ofAnOwnedFamily);
      notForSale = List.copyOf(notForSale);
      emptySlots = List.copyOf(emptySlots);
    }

    boolean isEmpty() {
      return owned.isEmpty()
          && ofAnOwnedFamily.isEmpty()
          && notForSale.isEmpty()
          && emptySlots.isEmpty();
    }
  }

  private record Went(PlannedMail mail, Instant at) {}

  /** Which of the mails that went showed what they should not have. */
  static Broken of(List<ReplayInput.Message> messages, List<PlannedMail> mails) {
    Map<MailKey, Set<ItemId>> orders = orders(messages);
    List<Went> went = new ArrayList<>();
    for (PlannedMail mail : mails) {
      if (mail.state() instanceof MailState.Sent sent
          && (!mail.items().isEmpty() || mail.key().kind() == MailKind.RECOMMENDATION)) {
        went.add(new Went(mail, sent.at()));
      }
    }
    went.sort(Comparator.comparing(Went::at));
    ShownCheck check = new ShownCheck();
    List<MailKey> owned = new ArrayList<>();
    List<MailKey> ofAnOwnedFamily = new ArrayList<>();
    List<MailKey> notForSale = new ArrayList<>();
    List<MailKey> emptySlots = new ArrayList<>();
    int next = 0;
    for (Went each : went) {
      while (next < messages.size() && messages.get(next).arrival().at().isBefore(each.at())) {
        messages.get(next++).events().forEach(check::learn);
      }
      PlannedMail mail = each.mail();
      Set<ItemId> has = new HashSet<>(check.bought.getOrDefault(mail.key().customer(), Set.of()));
      has.addAll(orders.getOrDefault(thanks(mail.key()), Set.of()));
      Set<String> families = check.families(has);
      if (mail.items().stream().anyMatch(has::contains)) {
        owned.add(mail.key());
      }
      if (mail.items().stream()
          .anyMatch(item -> check.families(Set.of(item)).stream().anyMatch(families::contains))) {
        ofAnOwnedFamily.add(mail.key());
      }
      if (mail.items().stream().anyMatch(check::isNotForSale)) {
        notForSale.add(mail.key());
      }
      if (mail.key().kind() == MailKind.RECOMMENDATION && Set.copyOf(mail.items()).size() < SLOTS) {
        emptySlots.add(mail.key());
      }
    }
    return new Broken(owned, ofAnOwnedFamily, notForSale, emptySlots);
  }

  /** What each order held, by the mail that thanks for it. */
  private static Map<MailKey, Set<ItemId>> orders(List<ReplayInput.Message> messages) {
    Map<MailKey, Set<ItemId>> orders = new HashMap<>();
    for (ReplayInput.Message message : messages) {
      for (ShopEvent event : message.events()) {
        if (event instanceof Purchased order && order.who().customer() != null) {
          orders.putIfAbsent(
              new MailKey(order.who().customer(), MailKind.THANK_YOU, order.order().value()),
              itemsOf(order));
        }
      }
    }
    return orders;
  }

  private static MailKey thanks(MailKey key) {
    return new MailKey(key.customer(), MailKind.THANK_YOU, key.businessKey());
  }

  private static Set<ItemId> itemsOf(Purchased order) {
    Set<ItemId> items = new HashSet<>();
    order.lines().stream().map(OrderLine::item).forEach(items::add);
    return items;
  }

  private void learn(ShopEvent event) {
    switch (event) {
      case Purchased order -> {
        CustomerId customer = order.who().customer();
        if (customer != null) {
          bought.computeIfAbsent(customer, id -> new HashSet<>()).addAll(itemsOf(order));
        }
      }
      case ItemUpdated item ->
          items.merge(
              item.item(),
              item,
              (known, told) -> told.occurredAt().isBefore(known.occurredAt()) ? known : told);
      default -> {}
    }
  }

  private Set<String> families(Set<ItemId> of) {
    Set<String> families = new HashSet<>();
    for (ItemId id : of) {
      ItemUpdated item = items.get(id);
      if (item != null && item.family() != null) {
        families.add(item.family());
      }
    }
    return families;
  }

  private boolean isNotForSale(ItemId id) {
    ItemUpdated item = items.get(id);
    return item != null && (!item.published() || (item.stock() != null && item.stock() <= 0));
  }
}
