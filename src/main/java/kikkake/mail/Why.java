package kikkake.mail;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kikkake.customer.Customers;
import kikkake.event.CustomerId;
import kikkake.event.Purchased;
import kikkake.history.CustomerHistory;
import kikkake.history.History;

/**
 * Tells the story of a customer's mails: which were planned, and what became of each, and why; and
 * which the customer's orders gave no rise to, and why.
 */
public final class Why {
  private static final Comparator<PlannedMail> BY_TIME =
      Comparator.comparing(PlannedMail::plannedAt)
          .thenComparing(mail -> mail.key().kind())
          .thenComparing(mail -> mail.key().businessKey());

  private final Ledger ledger;
  private final Customers customers;
  private final SettingsStore settings;
  private final History history;

  public Why(Ledger ledger, Customers customers, SettingsStore settings, History history) {
    this.ledger = ledger;
    this.customers = customers;
    this.settings = settings;
    this.history = history;
  }

  /**
   * What there is to tell.
   *
   * @param mails in the order in which they were planned
   * @param notPlanned in the order of the orders' times
   */
  public record Answer(List<MailStory> mails, List<NotPlanned> notPlanned) {
    /** All of it as lines for a shop clerk. */
    public List<String> lines(boolean japanese) {
      return Stream.concat(
              mails.stream().flatMap(story -> story.lines(japanese).stream()),
              notPlanned.stream().flatMap(story -> story.lines(japanese).stream()))
          .toList();
    }

    /** All of it as a tree of texts, numbers, lists and maps. */
    public Map<String, Object> tree(CustomerId customer, boolean japanese) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("customer", customer.value());
      tree.put("mails", mails.stream().map(story -> story.tree(japanese)).toList());
      tree.put("notPlanned", notPlanned.stream().map(story -> story.tree(japanese)).toList());
      return tree;
    }
  }

  /**
   * The stories of a customer; times are the customer's.
   *
   * @param key only the mails of this business key, or of this {@code kind/business key}; empty for
   *     all
   */
  public Answer tell(CustomerId customer, String key) {
    ZoneId shops = settings.read().zone();
    ZoneId zone = customers.find(customer).map(profile -> profile.zoneOr(shops)).orElse(shops);
    List<MailStory> mails =
        ledger.of(customer).stream()
            .filter(mail -> matches(mail.key(), key))
            .sorted(BY_TIME)
            .map(mail -> new MailStory(mail, zone))
            .toList();
    return new Answer(mails, notPlanned(customer, key, zone));
  }

  private List<NotPlanned> notPlanned(CustomerId customer, String key, ZoneId zone) {
    CustomerHistory past = history.of(customer);
    List<NotPlanned> stories = new ArrayList<>();
    for (Purchased order : past.purchases()) {
      Map<String, String> plans = past.plans().getOrDefault(order.order(), Map.of());
      for (MailKind kind : MailKind.values()) {
        MailKey mail = new MailKey(customer, kind, order.order().value());
        String plan = plans.getOrDefault(kind.label(), CustomerHistory.PLANNED);
        if (!plan.equals(CustomerHistory.PLANNED) && matches(mail, key)) {
          stories.add(new NotPlanned(mail, order.occurredAt(), plan, zone));
        }
      }
    }
    return stories;
  }

  private static boolean matches(MailKey mail, String key) {
    return key.isEmpty()
        || mail.businessKey().equals(key)
        || (mail.kind().label() + "/" + mail.businessKey()).equals(key);
  }
}
