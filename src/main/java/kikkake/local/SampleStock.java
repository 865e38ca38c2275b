package kikkake.local;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.event.ItemId;
import org.jspecify.annotations.Nullable;

/** The sample shop's shelves: pieces, deliveries, and what is on the site in which month. */
final class SampleStock {
  private final List<SampleItem> items;
  private final SampleAgenda agenda;
  private final SampleOutbox outbox;
  private final Dice dice;
  private final Map<ItemId, Integer> pieces = new HashMap<>();
  private final Set<ItemId> published = new HashSet<>();

  SampleStock(List<SampleItem> items, SampleAgenda agenda, SampleOutbox outbox, Dice dice) {
    this.items = items;
    this.agenda = agenda;
    this.outbox = outbox;
    this.dice = dice;
  }

  /** Tells of all items, and plans what will change. */
  void open(LocalDate day, YearMonth last) {
    Instant at = SampleShop.hour(day, 0);
    for (SampleItem item : items) {
      if (item.family().delivery() > 0) {
        pieces.put(item.id(), item.family().delivery() * 2 + dice.between(0, 4));
      }
      if (item.family().inSeason(day.getMonthValue())) {
        published.add(item.id());
      }
      tell(item, at);
      at = at.plusSeconds(1);
    }
    for (YearMonth month = YearMonth.from(day).plusMonths(1);
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      int number = month.getMonthValue();
      agenda.at(SampleShop.hour(month.atDay(1), 3), now -> season(number, now));
    }
    for (LocalDate monday = day.plusDays(3);
        !monday.isAfter(last.atEndOfMonth());
        monday = monday.plusDays(7)) {
      agenda.at(SampleShop.hour(monday, 4), this::count);
    }
    // New photos are taken, and something is given up.
    publish("mug-sakura", false, LocalDate.of(2026, 6, 10));
    publish("mug-sakura", true, LocalDate.of(2026, 6, 22));
    publish("banko-large", false, LocalDate.of(2026, 8, 20));
  }

  private void publish(String id, boolean on, LocalDate day) {
    for (SampleItem item : items) {
      if (item.id().value().equals(id)) {
        agenda.at(SampleShop.hour(day, 9), now -> publish(item, on, now));
      }
    }
  }

  private void publish(SampleItem item, boolean on, Instant now) {
    boolean changed = on ? published.add(item.id()) : published.remove(item.id());
    if (changed) {
      tell(item, now);
    }
  }

  private void season(int month, Instant now) {
    for (SampleItem item : items) {
      if (item.family().seasonal()) {
        publish(item, item.family().inSeason(month), now);
      }
    }
  }

  /** Once a week the shop tells how many pieces of everything on the site there are. */
  private void count(Instant now) {
    for (SampleItem item : items) {
      if (stock(item) != null && isPublished(item)) {
        tell(item, now);
      }
    }
  }

  private void tell(SampleItem item, Instant at) {
    outbox.web(item.updated(at, stock(item), isPublished(item)));
  }

  private @Nullable Integer stock(SampleItem item) {
    return pieces.get(item.id());
  }

  boolean isPublished(SampleItem item) {
    return published.contains(item.id());
  }

  /** How many pieces of it can be bought now, many where they are not counted. */
  int available(SampleItem item) {
    Integer stock = stock(item);
    return !isPublished(item) ? 0 : stock == null ? 100 : stock;
  }

  /** Takes pieces off the shelf; where none is left, tells so and orders more. */
  void sell(SampleItem item, int quantity, Instant at) {
    Integer stock = stock(item);
    if (stock == null) {
      return;
    }
    pieces.put(item.id(), stock - quantity);
    if (stock == quantity) {
      tell(item, at.plusSeconds(1));
      agenda.at(at.plus(dice.about(10)), now -> deliver(item, now));
    }
  }

  private void deliver(SampleItem item, Instant now) {
    int delivery = item.family().delivery() + dice.between(0, 4);
    pieces.merge(item.id(), delivery, Integer::sum);
    tell(item, now);
  }
}
