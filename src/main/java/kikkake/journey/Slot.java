package kikkake.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.customer.Tombstones;
import kikkake.customer.Visitors;
import kikkake.event.CustomerId;
import kikkake.event.ItemId;
import kikkake.event.Who;
import kikkake.history.CustomerHistory;
import kikkake.history.History;
import kikkake.history.Views;
import kikkake.mail.SettingsStore;
import kikkake.recommend.Recommendation;
import kikkake.recommend.Recommendation.Reason;
import kikkake.recommend.Recommender;

/**
 * Fills a slot on the shop's pages: what the person looked at and did not buy, what goes with it,
 * what is new to somebody with these purchases, and then what is popular. It changes nothing.
 */
public final class Slot {
  /** How many items a slot has at most. */
  public static final int MOST = 12;

  private static final Duration LOOKS_COUNT = Duration.ofDays(30);
  private static final CustomerHistory NOTHING_BOUGHT =
      new CustomerHistory(List.of(), Set.of(), List.of(), Map.of());

  private final Owners owners;
  private final Tombstones tombstones;
  private final History history;
  private final Recommender recommender;
  private final SettingsStore settings;
  private final String shopUrl;
  private final InstantSource clock;

  /**
   * A slot of a shop.
   *
   * @param settings name the zone by which days of the week are told
   * @param shopUrl is linked where an item has no page of its own
   */
  public Slot(
      Visitors visitors,
      Tombstones tombstones,
      History history,
      Recommender recommender,
      SettingsStore settings,
      String shopUrl,
      InstantSource clock) {
    this.owners = new Owners(visitors, tombstones);
    this.tombstones = tombstones;
    this.history = history;
    this.recommender = recommender;
    this.settings = settings;
    this.shopUrl = shopUrl;
    this.clock = clock;
  }

  /**
   * Items for somebody. A visitor who signed in is the customer; a customer who was erased is
   * nobody known.
   *
   * @param wanted from 1 to {@link #MOST}; fewer come only where the shop has no more to show
   * @param language of the texts, {@code ja} or else English
   */
  public List<ShownItem> fill(Who who, int wanted, String language) {
    Instant now = clock.instant();
    Who person = person(who);
    CustomerId customer = person.customer();
    CustomerHistory bought = customer == null ? NOTHING_BOUGHT : history.of(customer);
    Recommender.Ask ask = new Recommender.Ask(now, Set.of(), wanted);
    Views views = person.equals(Who.NOBODY) ? Views.NONE : history.views(person);
    List<Recommendation> chosen =
        views.recent().isEmpty()
            ? List.of()
            : recommender.afterBrowsing(views, bought, now.minus(LOOKS_COUNT), ask);
    // Without purchases nothing would come between these and what is popular.
    boolean complete =
        chosen.size() == wanted && (bought.purchases().isEmpty() || told(chosen).size() == wanted);
    if (!complete) {
      chosen = followed(told(chosen), recommender.newForYou(bought, ask), wanted);
    }
    return ShownItem.of(chosen, shopUrl, new Reader(language, settings.read().zone(), now));
  }

  /**
   * What a customer buys again and again; nothing for somebody unknown.
   *
   * @param wanted from 1 to {@link #MOST}; mostly fewer come
   * @param language of the texts, {@code ja} or else English
   */
  public List<ShownItem> again(Who who, int wanted, String language) {
    Instant now = clock.instant();
    CustomerId customer = person(who).customer();
    if (customer == null) {
      return List.of();
    }
    List<Recommendation> chosen =
        recommender.buyAgain(history.of(customer), new Recommender.Ask(now, Set.of(), wanted));
    return ShownItem.of(chosen, shopUrl, new Reader(language, settings.read().zone(), now));
  }

  private Who person(Who who) {
    CustomerId named = who.customer();
    return named == null
        ? owners.of(who)
        : tombstones.contains(named) ? Who.NOBODY : new Who(named, null);
  }

  /** Those that are more than popular. */
  private static List<Recommendation> told(List<Recommendation> chosen) {
    return chosen.stream()
        .filter(recommendation -> !(recommendation.reason() instanceof Reason.Popular))
        .toList();
  }

  /** The first, and then others until there are enough, none of a family that is there. */
  private static List<Recommendation> followed(
      List<Recommendation> first, List<Recommendation> others, int wanted) {
    List<Recommendation> all = new ArrayList<>(first);
    Set<ItemId> taken = new HashSet<>();
    Set<String> families = new HashSet<>();
    for (Recommendation recommendation : first) {
      String family = recommendation.item().family();
      taken.add(recommendation.item().id());
      if (family != null) {
        families.add(family);
      }
    }
    for (Recommendation other : others) {
      if (all.size() < wanted
          && !taken.contains(other.item().id())
          && !families.contains(other.item().family())) {
        all.add(other);
      }
    }
    return all;
  }
}
