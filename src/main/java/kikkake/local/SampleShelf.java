package kikkake.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kikkake.event.Contact;
import kikkake.event.OrderId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.Who;

/**
 * The sample shop's items on an empty table, with orders of guests from which the first lists are
 * made, so that there is something to look at.
 */
final class SampleShelf {
  private SampleShelf() {}

  /** Sends the events as a shop would, works them off, and rebuilds. */
  static void fill(LocalFunctions functions, InstantSource clock) {
    Instant now = clock.instant();
    List<SampleItem> items = SampleItem.all();
    items.forEach(item ->
        functions.put(
            EventWriter.write(item.updated(now, null, item.family().inSeason(month(now))))));
    Map<String, SampleItem> firstOfFamily = new LinkedHashMap<>();
    items.forEach(item -> firstOfFamily.putIfAbsent(item.family().code(), item));
    int number = 0;
    for (SampleItem item : items) {
      List<OrderLine> lines = new ArrayList<>(List.of(item.line(1)));
      item.family().companions().stream()
          .map(companion -> firstOfFamily.get(companion.family()))
          .filter(companion -> companion != null)
          .forEach(companion -> lines.add(companion.line(1)));
      Purchased order =
          new Purchased(
              new OrderId("sample-" + ++number),
              Who.NOBODY,
              now.minus(Duration.ofHours(number)),
              Contact.NONE,
              SampleItem.YEN,
              lines,
              null,
              null,
              null);
      functions.put(EventWriter.write(order));
    }
    functions.drain(clock.instant());
    functions.rebuild();
  }

  private static int month(Instant now) {
    return now.atZone(SampleShop.ZONE).getMonthValue();
  }
}
