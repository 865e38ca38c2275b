package kikkake.local;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kikkake.event.Cancelled;
import kikkake.event.Contact;
import kikkake.event.OrderId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.VisitorId;
import kikkake.event.Who;
import org.jspecify.annotations.Nullable;

/** Where people of the sample shop pay: the site's checkout and the till in the store. */
final class SampleTills {
  private static final int FREE_SHIPPING = 5_000;
  private static final BigDecimal SHIPPING = BigDecimal.valueOf(600);
  private static final BigDecimal COUPON = BigDecimal.valueOf(500);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

  private final SampleAgenda agenda;
  private final SampleOutbox outbox;
  private final SampleStock stock;
  private final Dice dice;
  private int orders;
  private int refunds;

  SampleTills(SampleAgenda agenda, SampleOutbox outbox, SampleStock stock, Dice dice) {
    this.agenda = agenda;
    this.outbox = outbox;
    this.stock = stock;
    this.dice = dice;
  }

  /** Pays on the site; who is new there signs up first, a guest does not. */
  void checkout(
      @Nullable SamplePerson person,
      VisitorId device,
      Map<SampleItem, Integer> basket,
      Instant now) {
    List<OrderLine> lines = take(basket, person, now);
    if (lines.isEmpty()) {
      return; // All of it was sold out meanwhile.
    }
    if (person != null && !person.isKnown()) {
      Instant at = now.minusSeconds(2);
      outbox.web(person.signUp(device, at, at, "checkout"));
    }
    BigDecimal sum = sum(lines);
    BigDecimal shipping =
        sum.compareTo(BigDecimal.valueOf(FREE_SHIPPING)) < 0 ? SHIPPING : BigDecimal.ZERO;
    boolean coupon = sum.intValue() >= 2_000 && dice.percent(4);
    Purchased order =
        new Purchased(
            new OrderId(String.format(Locale.ROOT, "W-%06d", ++orders)),
            person == null ? new Who(null, device) : person.signedIn(device),
            now,
            person == null ? Contact.NONE : person.contact(),
            SampleItem.YEN,
            lines,
            sum.add(shipping).subtract(coupon ? COUPON : BigDecimal.ZERO),
            shipping,
            coupon ? COUPON : null);
    outbox.web(order);
    if (dice.percent(1.3)) {
      agenda.at(
          now.plus(dice.seconds(600, 10_000)),
          then -> outbox.web(new Cancelled(order.order(), order.who(), then)));
    } else {
      perhapsRefund(order);
    }
  }

  /** Pays in the store; who shows no card is nobody to the shop. */
  void store(@Nullable SamplePerson person, Map<SampleItem, Integer> basket, Instant now) {
    List<OrderLine> lines = take(basket, person, now);
    if (lines.isEmpty()) {
      return;
    }
    if (person != null && !person.isKnown() && dice.percent(50)) {
      Instant at = now.minusSeconds(60);
      outbox.store(person.signUp(null, at, at, "store"));
    }
    boolean card = person != null && person.isKnown();
    String day = DAY.format(now.atZone(SampleShop.ZONE));
    Purchased order =
        new Purchased(
            new OrderId(String.format(Locale.ROOT, "S-%s-%05d", day, ++orders)),
            person != null && card ? new Who(person.id(), null) : Who.NOBODY,
            now,
            Contact.NONE,
            SampleItem.YEN,
            lines,
            sum(lines),
            null,
            null);
    outbox.store(order);
    if (card) {
      perhapsRefund(order);
    }
  }

  private List<OrderLine> take(
      Map<SampleItem, Integer> basket, @Nullable SamplePerson person, Instant now) {
    List<OrderLine> lines = new ArrayList<>();
    basket.forEach((item, wanted) -> {
      int quantity = Math.min(wanted, stock.available(item));
      if (quantity > 0) {
        stock.sell(item, quantity, now);
        lines.add(item.line(quantity));
        if (person != null) {
          person.owns(item);
        }
      }
    });
    return lines;
  }

  private static BigDecimal sum(List<OrderLine> lines) {
    return lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Something was broken on the way, or all of it did not please. */
  private void perhapsRefund(Purchased order) {
    if (!dice.percent(2.2)) {
      return;
    }
    OrderId id = new OrderId(String.format(Locale.ROOT, "R-%04d", ++refunds));
    OrderLine first = order.lines().getFirst();
    List<OrderLine> lines =
        dice.percent(35)
            ? List.of()
            : List.of(new OrderLine(first.item(), first.title(), 1, first.unitPrice()));
    agenda.at(
        order.occurredAt().plus(dice.about(7)),
        then -> outbox.web(new Refunded(id, order.order(), order.who(), then, lines)));
  }
}
