package kikkake.local;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kikkake.event.ShopEvent;

/**
 * How the sample shop's events come in: seconds after they happened, some later, some twice, and
 * the store's in a batch in the night after.
 */
final class SampleOutbox {
  /** Over the Obon holidays nobody noticed that the store's files were not sent. */
  private static final LocalDate FIRST_NIGHT_LOST = LocalDate.of(2026, 8, 14);

  private static final LocalDate NIGHT_OF_REPAIR = LocalDate.of(2026, 8, 18);

  private final Dice dice;
  private final List<Arrival> arrivals = new ArrayList<>();
  private LocalDate night = LocalDate.MIN;
  private int placeInBatch;

  SampleOutbox(Dice dice) {
    this.dice = dice;
  }

  /** Sends what happened on the site or in the back office. */
  void web(ShopEvent event) {
    Duration late = dice.percent(1) ? dice.seconds(300, 5_400) : dice.seconds(1, 4);
    send(event.occurredAt().plus(late), EventWriter.write(event));
  }

  /** Sends what happened in the store. */
  void store(ShopEvent event) {
    ZonedDateTime happened = event.occurredAt().atZone(SampleShop.ZONE);
    LocalDate next = happened.toLocalDate().plusDays(1);
    if (!next.isBefore(FIRST_NIGHT_LOST) && next.isBefore(NIGHT_OF_REPAIR)) {
      next = NIGHT_OF_REPAIR;
    }
    if (!next.equals(night)) {
      night = next;
      placeInBatch = 0;
    }
    Instant arrives = next.atTime(2, 0).atZone(SampleShop.ZONE).toInstant();
    send(arrives.plusSeconds(placeInBatch++), EventWriter.write(event));
  }

  private void send(Instant arrives, String message) {
    arrivals.add(new Arrival(arrives, message));
    if (dice.percent(1.2)) {
      Duration again = dice.percent(10) ? dice.seconds(3_600, 200_000) : dice.seconds(1, 300);
      arrivals.add(new Arrival(arrives.plus(again), message));
    }
  }

  /** Sends three messages that nobody can read, each a minute before the order that it was. */
  private void breakThree() {
    List<Arrival> orders =
        arrivals.stream().filter(a -> a.message().contains("\"Order Completed\"")).toList();
    for (int i = 1; i <= 3; i++) {
      Arrival order = orders.get(orders.size() * i / 4);
      String broken =
          switch (i) {
            case 1 -> order.message().substring(0, order.message().length() / 2);
            case 2 -> order.message().replace("\"products\"", "\"goods\"");
            default -> order.message().replace("\"quantity\":", "\"quantity\":0.");
          };
      arrivals.add(new Arrival(order.at().minusSeconds(60), broken));
    }
  }

  /** All that was sent, in the order in which it comes in. To be called once. */
  List<Arrival> arrivals() {
    breakThree();
    arrivals.sort(Comparator.comparing(Arrival::at));
    return List.copyOf(arrivals);
  }
}
