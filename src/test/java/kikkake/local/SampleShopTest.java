package kikkake.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kikkake.event.Browsed;
import kikkake.event.Cancelled;
import kikkake.event.Consent;
import kikkake.event.CustomerId;
import kikkake.event.EventJson;
import kikkake.event.Identified;
import kikkake.event.ItemId;
import kikkake.event.ItemUpdated;
import kikkake.event.MalformedEvent;
import kikkake.event.OrderId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.ShopEvent;
import org.junit.jupiter.api.Test;

class SampleShopTest {
  private static final List<Arrival> ARRIVALS = SampleShop.arrivals(1);

  /** Every event once, in the order in which they happened. */
  private static final List<ShopEvent> EVENTS = events();

  @Test
  void givesTheSameBytesForTheSameSeedAndOthersForAnother() {
    assertThat(lines(SampleShop.arrivals(1))).isEqualTo(lines(ARRIVALS));
    assertThat(lines(SampleShop.arrivals(2))).isNotEqualTo(lines(ARRIVALS));
  }

  @Test
  void isTheSizeOfASmallShop() {
    assertThat(of(Purchased.class)).hasSizeBetween(2_000, 2_500);
    assertThat(of(Browsed.class)).hasSizeBetween(10_000, 15_000);
    assertThat(of(Cancelled.class)).hasSizeBetween(5, 60);
    assertThat(of(Refunded.class)).hasSizeBetween(15, 90);
    assertThat(SampleItem.all()).hasSizeBetween(55, 70);
    assertThat(SampleItem.all().stream().map(SampleItem::family).distinct()).hasSizeBetween(18, 28);
    assertThat(of(Identified.class).stream().map(Identified::customer).distinct())
        .hasSizeBetween(270, 300);
    long guests = of(Purchased.class).stream().filter(p -> p.who().customer() == null).count();
    assertThat(guests).isBetween(100L, 500L);
    long inStore = of(Purchased.class).stream().filter(SampleShopTest::inStore).count();
    assertThat(inStore).isBetween(300L, 1_000L);
  }

  @Test
  void hasThreeMessagesThatNobodyCanRead() {
    List<String> broken = new ArrayList<>();
    for (Arrival arrival : ARRIVALS) {
      try {
        assertThat(EventJson.read(arrival.message())).hasSize(1);
      } catch (MalformedEvent e) {
        broken.add(e.field());
      }
    }
    assertThat(broken)
        .containsExactly(
            "message", "detail.properties.products", "detail.properties.products[0].quantity");
  }

  @Test
  void ordersOnlyWhatIsOnTheSiteAndInStock() {
    Map<ItemId, ItemUpdated> catalog = new HashMap<>();
    for (ShopEvent event : EVENTS) {
      if (event instanceof ItemUpdated item) {
        catalog.put(item.item(), item);
      } else if (event instanceof Purchased order) {
        for (OrderLine line : order.lines()) {
          ItemUpdated item = requireNonNull(catalog.get(line.item()), line::toString);
          assertThat(item.published()).as("%s in %s", line.item(), order).isTrue();
          assertThat(Integer.valueOf(0).equals(item.stock())).as(order.toString()).isFalse();
          assertThat(line.title()).isEqualTo(item.title());
          assertThat(line.unitPrice()).isEqualTo(item.price());
        }
      }
    }
  }

  @Test
  void looksOnlyAtItemsThatThereAre() {
    Set<ItemId> items = new HashSet<>();
    SampleItem.all().forEach(item -> items.add(item.id()));
    assertThat(of(Browsed.class)).allMatch(browsed -> items.contains(browsed.item()));
  }

  @Test
  void takesThingsOffTheSiteAndRunsOutOfThemAndHasThemAgain() {
    int back = 0;
    for (SampleItem item : SampleItem.all()) {
      List<ItemUpdated> updates = updates(item.id().value());
      for (int i = 1; i < updates.size(); i++) {
        Integer before = updates.get(i - 1).stock();
        Integer after = updates.get(i).stock();
        back += before != null && before == 0 && after != null && after > 0 ? 1 : 0;
        assertThat(after == null || after >= 0).isTrue();
      }
    }
    assertThat(back).isGreaterThan(20);
    assertThat(updates("shincha-100").getLast().published()).isFalse();
    assertThat(updates("kuri-6").getFirst().published()).isFalse();
    assertThat(updates("kuri-6").getLast().published()).isTrue();
    assertThat(updates("mug-sakura"))
        .extracting(ItemUpdated::published)
        .containsSequence(true, false, true);
  }

  @Test
  void asksForConsentAndSomeTakeItBack() {
    Map<CustomerId, Consent> latest = new HashMap<>();
    Map<CustomerId, Consent> first = new HashMap<>();
    Set<CustomerId> people = new HashSet<>();
    for (Identified identified : of(Identified.class)) {
      people.add(identified.customer());
      Consent consent = identified.contact().consent();
      if (consent != null) {
        first.putIfAbsent(identified.customer(), consent);
        latest.put(identified.customer(), consent);
      }
    }
    double yes = first.values().stream().filter(Consent::advertising).count();
    assertThat(yes / people.size()).isBetween(0.62, 0.78);
    List<CustomerId> changed = new ArrayList<>();
    first.forEach((id, consent) -> {
      Consent now = latest.get(id);
      if (consent.advertising() && now != null && !now.advertising()) {
        changed.add(id);
      }
    });
    assertThat(changed).hasSizeBetween(5, 30);
  }

  @Test
  void looksAroundBeforeItSignsIn() {
    Set<String> anonymous = new HashSet<>();
    Set<String> signedInLater = new HashSet<>();
    for (ShopEvent event : EVENTS) {
      if (event instanceof Browsed browsed && browsed.who().customer() == null) {
        anonymous.add(String.valueOf(browsed.who().visitor()));
      } else if (event instanceof Identified identified
          && anonymous.contains(String.valueOf(identified.visitor()))) {
        signedInLater.add(String.valueOf(identified.visitor()));
      }
    }
    assertThat(signedInLater).hasSizeGreaterThan(100);
    assertThat(anonymous).hasSizeGreaterThan(signedInLater.size() + 300);
  }

  @Test
  void bringsTheStoresOrdersInTheNightAfterAndSomeMuchLater() {
    int veryLate = 0;
    for (Arrival arrival : ARRIVALS) {
      if (read(arrival) instanceof Purchased order && inStore(order)) {
        Duration late = Duration.between(order.occurredAt(), arrival.at());
        assertThat(late).isGreaterThan(Duration.ofHours(6));
        veryLate += late.toDays() >= 2 ? 1 : 0;
      }
    }
    assertThat(veryLate).isBetween(3, 60);
    assertThat(ARRIVALS).isSortedAccordingTo(Comparator.comparing(Arrival::at));
  }

  @Test
  void bringsSomeMessagesTwiceButNoOrderNumberForTwoOrders() {
    Set<String> messages = new HashSet<>();
    ARRIVALS.forEach(arrival -> messages.add(arrival.message()));
    assertThat(ARRIVALS.size() - messages.size()).isBetween(100, 400);
    assertThat(of(Purchased.class)).extracting(Purchased::order).doesNotHaveDuplicates();
    Set<OrderId> orders = new HashSet<>();
    of(Purchased.class).forEach(order -> orders.add(order.order()));
    assertThat(of(Refunded.class)).allMatch(refund -> orders.contains(refund.order()));
    assertThat(of(Cancelled.class)).allMatch(cancel -> orders.contains(cancel.order()));
  }

  @Test
  void sellsTheSameTeaToTheSamePersonAgain() {
    Map<String, Integer> times = new HashMap<>();
    for (Purchased order : of(Purchased.class)) {
      CustomerId customer = order.who().customer();
      if (customer != null) {
        order.lines().forEach(line -> times.merge(customer + " " + line.item(), 1, Integer::sum));
      }
    }
    assertThat(times.values().stream().filter(count -> count >= 3)).hasSizeGreaterThan(100);
  }

  @Test
  void sellsCupsWithATeapot() {
    List<Set<String>> families = new ArrayList<>();
    for (Purchased order : of(Purchased.class)) {
      Set<String> together = new HashSet<>();
      order.lines().forEach(line -> together.add(line.item().value().replaceFirst("-.*", "")));
      families.add(together);
    }
    double cups = share(families, "yunomi", "tokoname");
    assertThat(cups).isGreaterThan(3 * share(families, "yunomi", "fukamushi"));
  }

  @Test
  void keepsItsPeopleUnderExampleComAndItsPagesToo() {
    assertThat(of(Identified.class))
        .map(identified -> String.valueOf(identified.contact().email()))
        .allMatch(email -> email.equals("null") || email.endsWith("@example.com"));
    assertThat(of(ItemUpdated.class))
        .allMatch(item -> item.image() == null)
        .allMatch(i -> ("https://shop.example.com/items/" + i.item()).equals(i.url()));
  }

  @Test
  void staysWithinItsSixMonths() {
    Instant first = SampleShop.hour(SampleShop.FIRST_DAY, 0);
    Instant end = SampleShop.hour(SampleShop.LAST_DAY.plusDays(1), 2);
    assertThat(EVENTS)
        .allMatch(it -> !it.occurredAt().isBefore(first) && it.occurredAt().isBefore(end));
  }

  private static double share(List<Set<String>> orders, String family, String among) {
    List<Set<String>> with = orders.stream().filter(order -> order.contains(among)).toList();
    return (double) with.stream().filter(order -> order.contains(family)).count() / with.size();
  }

  private static boolean inStore(Purchased order) {
    return order.order().value().startsWith("S-");
  }

  private static String lines(List<Arrival> arrivals) {
    return arrivals.stream().map(Arrival::toString).collect(Collectors.joining("\n"));
  }

  private static <T> List<T> of(Class<T> kind) {
    return EVENTS.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static List<ItemUpdated> updates(String item) {
    return of(ItemUpdated.class).stream()
        .filter(update -> update.item().value().equals(item))
        .toList();
  }

  private static Object read(Arrival arrival) {
    try {
      return EventJson.read(arrival.message()).getFirst();
    } catch (MalformedEvent e) {
      return e;
    }
  }

  private static List<ShopEvent> events() {
    Set<ShopEvent> events = new LinkedHashSet<>();
    for (Arrival arrival : ARRIVALS) {
      if (read(arrival) instanceof ShopEvent event) {
        events.add(event);
      }
    }
    return events.stream().sorted(Comparator.comparing(ShopEvent::occurredAt)).toList();
  }
}
