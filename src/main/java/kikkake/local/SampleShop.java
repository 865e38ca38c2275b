package kikkake.local;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import kikkake.event.VisitorId;
import org.jspecify.annotations.Nullable;

/**
 * A small Japanese shop of tea and tableware that does not exist, over six months: what its site,
 * its store and its back office would have sent. People have tastes, drink up their tea, come back,
 * sign in late, and change their minds.
 */
final class SampleShop {
  static final String NAME = "茶と器 きっかけ堂";
  static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
  static final LocalDate FIRST_DAY = LocalDate.of(2026, 5, 1);
  static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

  private static final int PEOPLE = 300;

  /** When people are on the site, by the hour of their own day. */
  private static final List<Integer> WEB_HOURS =
      List.of(
          7, 8, 8, 9, 10, 11, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 20, 20, 21, 21, 21, 22, 22,
          23);

  private final Dice dice;
  private final SampleAgenda agenda = new SampleAgenda();
  private final SampleOutbox outbox;
  private final SampleStock stock;
  private final SampleBasket baskets;
  private final SampleTills tills;
  private final SampleVisits visits;
  private final List<SampleItem> items = SampleItem.all();

  private SampleShop(long seed) {
    dice = new Dice(seed);
    outbox = new SampleOutbox(dice);
    stock = new SampleStock(items, agenda, outbox, dice);
    baskets = new SampleBasket(items, stock, dice);
    tills = new SampleTills(agenda, outbox, stock, dice);
    visits = new SampleVisits(agenda, outbox, stock, baskets, tills, dice);
  }

  /** Everything that comes in over the six months, in the order in which it comes in. */
  static List<Arrival> arrivals(long seed) {
    return new SampleShop(seed).run();
  }

  /** An hour of a day of the shop's. */
  static Instant hour(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(ZONE).toInstant();
  }

  private List<Arrival> run() {
    stock.open(FIRST_DAY, YearMonth.from(LAST_DAY));
    List<String> categories = items.stream().map(it -> it.family().category()).distinct().toList();
    Instant opening = hour(FIRST_DAY, 1);
    for (int i = 1; i <= PEOPLE; i++) {
      SamplePerson person = new SamplePerson(i, categories, dice);
      if (dice.percent(65)) {
        Instant told = opening.plusSeconds(i);
        Instant answered = told.minus(dice.about(dice.between(10, 300)));
        outbox.web(person.signUp(null, told, answered, "sign-up"));
        live(person, hour(FIRST_DAY, 6));
      } else {
        live(person, hour(FIRST_DAY.plusDays(dice.between(0, 150)), 6));
      }
    }
    for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
      strangers(day);
    }
    agenda.runUntil(end());
    return outbox.arrivals();
  }

  private static Instant end() {
    return hour(LAST_DAY.plusDays(1), 0);
  }

  /** Plans what a person will do from a time on. */
  private void live(SamplePerson person, Instant from) {
    int visitEvery = person.visitEveryDays();
    for (Instant at = from.plus(dice.gap(visitEvery));
        at.isBefore(end());
        at = at.plus(dice.gap(visitEvery))) {
      errand(person, null, at);
    }
    if (person.teaEveryDays() > 0) {
      SampleItem tea = baskets.tea(person, FIRST_DAY.getMonthValue());
      Duration first = dice.gap(person.teaEveryDays() / 2.0);
      for (Instant at = from.plus(first);
          at.isBefore(end());
          at = at.plus(dice.about(person.teaEveryDays()))) {
        errand(person, tea, at);
      }
    }
    if (dice.percent(person.wantsAdvertising() ? 7 : 4)) {
      boolean answer = !person.wantsAdvertising();
      agenda.at(
          from.plus(dice.seconds(86_400, 150 * 86_400)),
          now -> {
            if (person.isKnown()) {
              outbox.web(person.answers(answer, now));
            }
          });
    }
  }

  private void errand(SamplePerson person, @Nullable SampleItem tea, Instant about) {
    boolean inStore = dice.percent(person.storePercent());
    ZoneId zone = inStore ? ZONE : person.zone();
    LocalDate day = about.atZone(zone).toLocalDate();
    Instant at = day.atTime(0, 0).atZone(zone).toInstant().plus(timeOfDay(inStore));
    agenda.at(
        at,
        now -> {
          if (!inStore) {
            if (tea == null) {
              visits.look(person, person.device(dice), 40, now);
            } else {
              visits.fetch(person, person.device(dice), tea, now);
            }
          } else if (tea != null || dice.percent(65)) {
            int month = now.atZone(ZONE).getMonthValue();
            SampleItem item = tea != null ? tea : baskets.choose(person, month);
            tills.store(person, baskets.fill(item), now);
          }
        });
  }

  private Duration timeOfDay(boolean inStore) {
    int hour = inStore ? dice.between(10, 18) : dice.pick(WEB_HOURS);
    return Duration.ofHours(hour).plus(dice.seconds(0, 3_599));
  }

  /** Those of a day who never tell who they are: most look around, a few buy. */
  private void strangers(LocalDate day) {
    Instant midnight = hour(day, 0);
    for (int i = dice.between(2, 7); i > 0; i--) {
      VisitorId device = new VisitorId("g-" + day + "-" + i);
      agenda.at(midnight.plus(timeOfDay(false)), now -> visits.look(null, device, 9, now));
    }
    for (int i = dice.between(0, 2); i > 0; i--) {
      agenda.at(
          midnight.plus(timeOfDay(true)),
          now -> {
            int month = now.atZone(ZONE).getMonthValue();
            tills.store(null, baskets.fill(baskets.choose(null, month)), now);
          });
    }
  }
}
