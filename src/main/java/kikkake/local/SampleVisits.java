package kikkake.local;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kikkake.event.Browsed;
import kikkake.event.VisitorId;
import kikkake.event.Who;
import org.jspecify.annotations.Nullable;

/** How people of the sample shop look around on its site, until they pay or leave. */
final class SampleVisits {
  private final SampleAgenda agenda;
  private final SampleOutbox outbox;
  private final SampleStock stock;
  private final SampleBasket baskets;
  private final SampleTills tills;
  private final Dice dice;

  SampleVisits(
      SampleAgenda agenda,
      SampleOutbox outbox,
      SampleStock stock,
      SampleBasket baskets,
      SampleTills tills,
      Dice dice) {
    this.agenda = agenda;
    this.outbox = outbox;
    this.stock = stock;
    this.baskets = baskets;
    this.tills = tills;
    this.dice = dice;
  }

  /** Somebody comes to see what there is. */
  void look(@Nullable SamplePerson person, VisitorId device, int percentWhoBuy, Instant now) {
    Visit visit = new Visit(person, device, now);
    int month = now.atZone(SampleShop.ZONE).getMonthValue();
    List<SampleItem> seen = new ArrayList<>();
    SampleItem item = baskets.choose(person, month);
    for (int left = dice.between(1, 5); left > 0; left--) {
      visit.view(item);
      seen.add(item);
      if (dice.percent(25)) {
        visit.perhapsSignIn();
      }
      item = baskets.next(item, person, month);
    }
    List<SampleItem> there = seen.stream().filter(stock::isPublished).toList();
    SampleItem favourite = dice.pick(there, it -> Math.min(stock.available(it), 1));
    if (favourite == null) {
      return;
    }
    if (dice.percent(percentWhoBuy)) {
      visit.buy(baskets.fill(favourite));
    } else if (dice.percent(14)) {
      visit.act(Browsed.Action.ADDED, favourite);
      if (dice.percent(35)) {
        visit.act(Browsed.Action.REMOVED, favourite);
      }
    }
  }

  /** Somebody comes for one thing, or orders it again without a look at the site. */
  void fetch(SamplePerson person, VisitorId device, SampleItem item, Instant now) {
    Visit visit = new Visit(person, device, now);
    if (dice.percent(25)) {
      tills.checkout(person, device, baskets.fill(item), now);
      return;
    }
    visit.view(item);
    visit.perhapsSignIn();
    int month = now.atZone(SampleShop.ZONE).getMonthValue();
    for (int left = dice.between(0, 2); left > 0; left--) {
      visit.view(baskets.next(item, person, month));
    }
    if (dice.percent(94)) {
      visit.buy(baskets.fill(item));
    }
  }

  /** One visit with its own time; signed in from the start or on the way, or never. */
  private final class Visit {
    private final @Nullable SamplePerson person;
    private final VisitorId device;
    private Who who;
    private Instant time;

    Visit(@Nullable SamplePerson person, VisitorId device, Instant now) {
      this.person = person;
      this.device = device;
      time = now;
      who =
          person != null && person.isKnown() && dice.percent(55)
              ? person.signedIn(device)
              : new Who(null, device);
    }

    void act(Browsed.Action action, SampleItem item) {
      outbox.web(new Browsed(action, item.id(), who, time));
      time = time.plus(dice.seconds(8, 60));
    }

    void view(SampleItem item) {
      if (stock.isPublished(item)) {
        act(Browsed.Action.VIEWED, item);
        time = time.plus(dice.seconds(5, 150));
      }
    }

    void perhapsSignIn() {
      if (person != null && person.isKnown() && who.customer() == null && dice.percent(70)) {
        outbox.web(person.signIn(device, time));
        who = person.signedIn(device);
        time = time.plus(dice.seconds(2, 20));
      }
    }

    void buy(Map<SampleItem, Integer> basket) {
      boolean first = true;
      for (SampleItem item : basket.keySet()) {
        if (!first && dice.percent(70)) {
          view(item);
        }
        act(Browsed.Action.ADDED, item);
        first = false;
      }
      if (basket.size() > 1 && dice.percent(15)) {
        SampleItem unwanted = List.copyOf(basket.keySet()).getLast();
        act(Browsed.Action.REMOVED, unwanted);
        basket.remove(unwanted);
      }
      perhapsSignIn();
      agenda.at(
          time.plus(dice.seconds(60, 900)), then -> tills.checkout(person, device, basket, then));
    }
  }
}
