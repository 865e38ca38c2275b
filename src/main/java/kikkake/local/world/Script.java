package kikkake.local.world;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kikkake.catalog.Item;
import kikkake.event.CustomerId;
import kikkake.event.ItemId;
import kikkake.mail.SendingSwitch;
import kikkake.recommend.ShopFacts;

/** What happens to a small shop in some days. */
final class Script {
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
      new Person(world, i).live();
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
    world.http().lists.replace(Map.of(), ShopFacts.of(popular));
  }

  private void shop() {
    if (chance.nextInt(4) == 0) {
      SendingSwitch.Mode mode =
          chance.nextBoolean() ? SendingSwitch.Mode.OFF : SendingSwitch.Mode.DRY_RUN;
      Agenda.Action off = new Agenda.Action("switch " + mode, true, () -> turnOff(mode));
      if (chance.nextBoolean()) {
        // Somebody stops everything when a mail is about to go.
        CustomerId customer = new CustomerId("shopper0");
        world.agenda().lieInWait(customer, "send", "", chance.nextInt(40), off);
      } else {
        world.agenda().add(start.plusSeconds(chance.nextInt(4 * 86_400)), off);
      }
    }
    for (int day = 1; day < 8; day += 3) {
      Instant at = start.plus(Duration.ofDays(day));
      world.agenda().add(at, new Agenda.Action("redrive", false, this::redrive));
    }
    if (chance.nextInt(4) == 0) {
      world
          .agenda()
          .add(
              start.plusSeconds(chance.nextInt(86_400)),
              new Agenda.Action(
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

  private void turnOff(SendingSwitch.Mode mode) {
    turn(mode);
    Instant on = world.now().plusSeconds(600 + chance.nextInt(86_400));
    world.agenda().add(on, new Agenda.Action("switch on", true, () -> turn(SendingSwitch.Mode.ON)));
  }

  private void turn(SendingSwitch.Mode mode) {
    world.witness().turning(mode);
    world.http().switchboard.set(mode, "simulated");
    world.witness().turned(mode);
  }
}
