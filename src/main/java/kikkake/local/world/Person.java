package kikkake.local.world;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import kikkake.event.Browsed;
import kikkake.event.Cancelled;
import kikkake.event.Consent;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import kikkake.event.Identified;
import kikkake.event.ItemId;
import kikkake.event.OrderId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.ShopEvent;
import kikkake.event.VisitorId;
import kikkake.event.Who;
import kikkake.local.EventWriter;

/** What one customer of a small shop does in some days. */
final class Person {
  private static final List<String> ZONES =
      List.of("Asia/Tokyo", "America/New_York", "Europe/London");
  private static final Currency YEN = Currency.getInstance("JPY");
  private static final int DAY = 86_400;

  private final World world;
  private final SplittableRandom chance;
  private final Instant start;
  private final CustomerId id;
  private final Who who;
  private final ZoneId zone;
  private final Contact contact;
  private Instant mailDue;
  private int orders;

  /** A customer; the id is of letters that no hash has. */
  Person(World world, int number) {
    this.world = world;
    this.chance = world.chance();
    this.start = world.now();
    this.id = new CustomerId("shopper" + number);
    this.who = new Who(id, null);
    this.zone = ZoneId.of(ZONES.get(chance.nextInt(ZONES.size())));
    boolean consents = chance.nextInt(5) > 0;
    Consent consent = new Consent(consents, start.minus(Duration.ofDays(9)), "shop", "v1");
    this.contact = new Contact(id + "@example.com", null, "en", zone.getId(), consent);
    this.mailDue = start;
  }

  /** Writes what the customer does into the world's agenda. */
  void live() {
    world.witness().knows(id, zone);
    signIn();
    shop();
    if (chance.nextInt(2) == 0) {
      browse(start.plusSeconds(chance.nextInt(5 * DAY)));
    }
    new SecondThoughts(world, id, contact, mailDue).come();
  }

  private void signIn() {
    VisitorId visitor = chance.nextInt(3) == 0 ? new VisitorId("visitor-of-" + start) : null;
    if (visitor != null) {
      look("i4", new Who(null, visitor), start.minusSeconds(60), start);
    }
    event(start, new Identified(id, visitor, start, contact));
    if (visitor != null) {
      Instant at = start.plusSeconds(chance.nextInt(2 * DAY));
      look("i6", new Who(null, visitor), at, at);
    }
  }

  private void shop() {
    int wanted = 1 + chance.nextInt(3);
    // Now and then all on one day, some at the same moment, so that the caps are reached.
    boolean isBurst = chance.nextInt(3) == 0;
    Instant burst = start.plusSeconds(chance.nextInt(2 * DAY));
    for (int i = 0; i < wanted; i++) {
      Instant at =
          isBurst
              ? burst.plusSeconds(chance.nextBoolean() ? 0 : chance.nextInt(DAY / 2))
              : start.plusSeconds(chance.nextInt(3 * DAY));
      order(at, chance.nextInt(4) == 0 ? chance.nextInt(DAY) : 5);
      mailDue =
          at.atZone(zone)
              .toLocalDate()
              .plusDays(3)
              .atTime(LocalTime.of(10, 0))
              .atZone(zone)
              .toInstant();
    }
  }

  private void order(Instant at, int secondsUnderWay) {
    OrderId order = new OrderId(id + "-o" + orders++);
    OrderLine line = new OrderLine(new ItemId("i" + chance.nextInt(6)), null, 1, BigDecimal.TEN);
    Contact told = chance.nextInt(3) == 0 ? contact : Contact.NONE;
    Purchased purchase = new Purchased(order, who, at, told, YEN, List.of(line), null, null, null);
    Instant arrival = at.plusSeconds(secondsUnderWay);
    world.witness().expects(purchase);
    event(arrival, purchase);
    if (chance.nextInt(4) == 0) {
      event(arrival.plusSeconds(chance.nextInt(2 * DAY)), purchase);
    }
    Instant later = arrival.plusSeconds(chance.nextInt(4 * DAY));
    switch (chance.nextInt(8)) {
      case 0 -> {
        world.witness().isCalledOff(order);
        event(later, new Cancelled(order, who, later));
      }
      case 1 -> {
        world.witness().isCalledOff(order);
        OrderId refund = new OrderId("r-" + order);
        event(later, new Refunded(refund, order, who, later, List.of()));
      }
      default -> {}
    }
  }

  /** Looks twice; and buys then, on the site or in a store whose tills tell it late. */
  private void browse(Instant at) {
    for (int i = 0; i < 2; i++) {
      Instant looked = at.plusSeconds(i * 700L);
      look("i" + (4 + i), who, looked, looked.plusSeconds(2));
    }
    if (chance.nextInt(2) == 0) {
      boolean isInStore = chance.nextBoolean();
      order(
          at.plusSeconds(900 + chance.nextInt(DAY / 5)),
          isInStore ? chance.nextInt(DAY) : chance.nextInt(30));
    }
  }

  private void look(String item, Who by, Instant at, Instant arrival) {
    event(arrival, new Browsed(Browsed.Action.VIEWED, new ItemId(item), by, at));
  }

  private void event(Instant at, ShopEvent event) {
    tell(world, at, event);
  }

  /** Lets an event arrive on the queue at that time. */
  static void tell(World world, Instant at, ShopEvent event) {
    String message = EventWriter.write(event);
    String name = event.getClass().getSimpleName() + " arrives";
    world.agenda().add(at, new Agenda.Action(name, false, () -> world.events().send(message)));
  }
}
