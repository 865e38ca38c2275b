package kikkake.local.world;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kikkake.catalog.Item;
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
import kikkake.event.Who;
import kikkake.local.EventMessages;
import kikkake.mail.SendingSwitch;

/** What the people of a small shop do in some days, at the worst moments one can think of. */
final class Script {
  private static final List<String> ZONES =
      List.of("Asia/Tokyo", "America/New_York", "Europe/London");

  /** Shortly before the clocks change in one of the zones, or not. */
  private static final List<Instant> STARTS =
      List.of(
          Instant.parse("2026-03-05T03:00:00Z"),
          Instant.parse("2026-03-26T09:00:00Z"),
          Instant.parse("2026-10-22T15:00:00Z"),
          Instant.parse("2026-10-29T20:00:00Z"),
          Instant.parse("2026-06-10T12:00:00Z"));

  private static final Currency YEN = Currency.getInstance("JPY");
  private static final int ITEMS = 9;

  private final World world;
  private final SplittableRandom chance;
  private final Instant start;

  private Script(World world) {
    this.world = world;
    this.chance = world.chance();
    this.start = world.now();
  }

  static Instant start(long seed) {
    return STARTS.get((int) Math.floorMod(seed, (long) STARTS.size()));
  }

  /** Stocks the shop and writes what is to happen into the world's script. */
  static void write(World world) {
    Script script = new Script(world);
    stock(world);
    int customers = 1 + world.chance().nextInt(2);
    for (int i = 0; i < customers; i++) {
      script.customer("c" + i);
    }
    script.shop();
  }

  static void stock(World world) {
    List<ItemId> popular = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      ItemId id = new ItemId("i" + i);
      popular.add(id);
      world
          .http()
          .catalog
          .put(
              new Item(
                  id,
                  "Item " + i,
                  null,
                  null,
                  BigDecimal.TEN,
                  YEN,
                  5,
                  null,
                  null,
                  true,
                  world.now()));
    }
    world.http().lists.replace(Map.of(), popular);
  }

  private void customer(String id) {
    CustomerId customer = new CustomerId(id);
    String zone = ZONES.get(chance.nextInt(ZONES.size()));
    boolean consents = chance.nextInt(5) > 0;
    Consent consent = new Consent(consents, start.minus(Duration.ofDays(9)), "shop", "v1");
    Contact contact = new Contact(id + "@example.com", null, "en", zone, consent);
    world.witness().knows(customer, ZoneId.of(zone));
    event(start, new Identified(customer, null, start, contact));
    int orders = 1 + chance.nextInt(3);
    Instant mailDue = start;
    for (int i = 0; i < orders; i++) {
      Instant at = start.plusSeconds(chance.nextInt(3 * 86_400));
      order(customer, "o" + i, at, chance.nextInt(3) == 0 ? contact : Contact.NONE);
      mailDue =
          at.atZone(ZoneId.of(zone))
              .toLocalDate()
              .plusDays(3)
              .atTime(LocalTime.of(10, 0))
              .atZone(ZoneId.of(zone))
              .toInstant();
    }
    if (chance.nextInt(2) == 0) {
      browse(customer, start.plusSeconds(chance.nextInt(5 * 86_400)));
    }
    // Refusals come around the moment at which a mail goes.
    if (chance.nextInt(2) == 0) {
      Instant at = mailDue.plusMillis(chance.nextInt(240_000) - 60_000L);
      request(at, "unsubscribe " + id, () -> unsubscribe(customer));
    }
  }

  private void order(CustomerId customer, String order, Instant at, Contact contact) {
    OrderId id = new OrderId(customer.value() + "-" + order);
    Who who = new Who(customer, null);
    OrderLine line = new OrderLine(new ItemId("i" + chance.nextInt(3)), null, 1, BigDecimal.TEN);
    Purchased purchase = new Purchased(id, who, at, contact, YEN, List.of(line), null, null, null);
    Instant arrival = at.plusSeconds(chance.nextInt(4) == 0 ? chance.nextInt(86_400) : 5);
    world.witness().expects(purchase);
    event(arrival, purchase);
    if (chance.nextInt(5) == 0) {
      event(arrival.plusSeconds(chance.nextInt(86_400)), purchase);
    }
    Instant later = arrival.plusSeconds(chance.nextInt(4 * 86_400));
    switch (chance.nextInt(8)) {
      case 0 -> event(later, new Cancelled(id, who, later));
      case 1 -> event(later, new Refunded(new OrderId("r-" + id), id, who, later, List.of()));
      default -> {}
    }
  }

  private void browse(CustomerId customer, Instant at) {
    for (int i = 0; i < 2; i++) {
      Instant looked = at.plusSeconds(i * 700L);
      event(
          looked.plusSeconds(2),
          new Browsed(
              Browsed.Action.VIEWED, new ItemId("i" + (4 + i)), new Who(customer, null), looked));
    }
  }

  private void shop() {
    if (chance.nextInt(4) == 0) {
      Instant off = start.plusSeconds(chance.nextInt(4 * 86_400));
      SendingSwitch.Mode mode =
          chance.nextBoolean() ? SendingSwitch.Mode.OFF : SendingSwitch.Mode.DRY_RUN;
      request(off, "switch " + mode, () -> turn(mode));
      request(
          off.plusSeconds(600 + chance.nextInt(86_400)),
          "switch on",
          () -> turn(SendingSwitch.Mode.ON));
    }
    for (int day = 1; day < 8; day += 3) {
      Instant at = start.plus(Duration.ofDays(day));
      world.add(new World.Action(at, "redrive", false, this::redrive));
    }
    if (chance.nextInt(4) == 0) {
      world.add(
          new World.Action(
              start.plusSeconds(chance.nextInt(86_400)),
              "a broken message",
              false,
              () -> world.events().send("{\"detail\":{\"event\":\"Order")));
    }
  }

  private void redrive() {
    world.events().redrive();
    world.sends().redrive();
    world.feedback().redrive();
  }

  private void unsubscribe(CustomerId customer) {
    world.count("optOuts");
    world.http().unsubscribe.act(Worker.TOKENS.sign(customer), "one-click");
    world.witness().refused(customer);
  }

  private void turn(SendingSwitch.Mode mode) {
    world.witness().turning(mode);
    world.http().switchboard.set(mode, "simulated");
    world.witness().turned(mode);
  }

  private void event(Instant at, ShopEvent event) {
    String message = EventMessages.write(event);
    world.add(
        new World.Action(
            at,
            event.getClass().getSimpleName() + " arrives",
            false,
            () -> world.events().send(message)));
  }

  private void request(Instant at, String name, Runnable what) {
    world.add(new World.Action(at, name, true, what));
  }
}
