package kikkake.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kikkake.event.Cancelled;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import kikkake.event.ItemId;
import kikkake.event.OrderId;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.Who;
import kikkake.table.DynamoChange;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;

/**
 * Keeps the history in the table.
 *
 * <pre>
 *  pk             sk              what
 *  C#{customer}   E#P#{order}     a purchase: time, currency, lines (compressed), what was planned
 *  C#{customer}   E#C#{order}     a cancellation
 *  C#{customer}   E#R#{refund}    a refund: its order, what came back
 *  C#{customer}   E#K#{time}#{what}#{value}   an answer to advertising, or a preference: source, wording
 *  C#{customer}   B               what the customer looked at: the last 20 items
 *  V#{visitor}    B               what a visitor looked at; forgotten after 30 days
 *  O#{order}      E#...           the same events of nobody known: for the item lists only
 * </pre>
 */
public final class DynamoHistory implements History {
  private static final String PURCHASE = "E#P#";
  private static final String CANCELLATION = "E#C#";
  private static final String REFUND = "E#R#";
  private static final String CONSENT = "E#K#";
  private static final String VIEWS = "B";
  private static final Duration VISITORS_VIEWS_KEPT = Duration.ofDays(30);

  private final DynamoTable table;

  public DynamoHistory(DynamoTable table) {
    this.table = table;
  }

  @Override
  public boolean contains(Purchased purchase) {
    return table.get(key(purchase.who(), PURCHASE, purchase.order())).isPresent();
  }

  @Override
  public boolean add(Purchased purchase, Map<String, String> plans) {
    DynamoRow row =
        DynamoRow.of(key(purchase.who(), PURCHASE, purchase.order()))
            .time("at", purchase.occurredAt())
            .text("currency", purchase.currency().getCurrencyCode())
            .packed("lines", OrderLines.text(purchase.lines()))
            .number("total", purchase.total())
            .number("shipping", purchase.shipping())
            .number("discount", purchase.discount());
    List<String> made = new ArrayList<>();
    plans.forEach((kind, plan) -> made.add(kind + " " + plan));
    return table.putIfAbsent(made.isEmpty() ? row : row.texts("plans", made));
  }

  @Override
  public boolean add(Cancelled cancellation) {
    return table.putIfAbsent(
        DynamoRow.of(key(cancellation.who(), CANCELLATION, cancellation.order()))
            .time("at", cancellation.occurredAt()));
  }

  @Override
  public boolean add(Refunded refund) {
    OrderId order = refund.order();
    return table.putIfAbsent(
        DynamoRow.of(key(refund.who(), REFUND, refund.refund()))
            .time("at", refund.occurredAt())
            .text("order", order == null ? null : order.value())
            .packed("lines", OrderLines.text(refund.lines())));
  }

  @Override
  public boolean add(ConsentChange change) {
    // Whole seconds, so that the times sort as text.
    String sk = CONSENT + change.at() + "#" + change.what() + "#" + change.value();
    return table.putIfAbsent(
        DynamoRow.of(new DynamoKey("C#" + change.customer(), sk))
            .time("at", change.at())
            .text("what", change.what())
            .text("value", change.value())
            .text("source", change.source())
            .text("wording", change.wording()));
  }

  @Override
  public List<ConsentChange> consentChanges(CustomerId customer) {
    return table.query("C#" + customer, CONSENT).stream()
        .map(row ->
            new ConsentChange(
                customer,
                row.requiredText("what"),
                row.requiredText("value"),
                row.requiredTime("at"),
                row.text("source"),
                row.text("wording")))
        .toList();
  }

  @Override
  public CustomerHistory of(CustomerId customer) {
    Who who = new Who(customer, null);
    List<Purchased> purchases = new ArrayList<>();
    Set<OrderId> cancelled = new HashSet<>();
    List<Refunded> refunds = new ArrayList<>();
    Map<OrderId, Map<String, String>> plans = new HashMap<>();
    for (DynamoRow row : table.query("C#" + customer, "E#")) {
      String sk = row.key().sk();
      if (sk.startsWith(CONSENT)) {
        continue;
      }
      OrderId id = new OrderId(sk.substring(PURCHASE.length()));
      if (sk.startsWith(PURCHASE)) {
        purchases.add(purchase(who, id, row));
        plans.put(id, plans(row));
      } else if (sk.startsWith(CANCELLATION)) {
        cancelled.add(id);
      } else if (sk.startsWith(REFUND)) {
        refunds.add(refund(who, id, row));
      }
    }
    return new CustomerHistory(purchases, cancelled, refunds, plans);
  }

  @Override
  public void forEach(Consumer<Purchased> purchases, Consumer<Views> looks) {
    // Taking rows apart is most of the work.
    table.scanInParts(
        List.of(PURCHASE, VIEWS),
        row -> {
          if (row.key().sk().equals(VIEWS)) {
            Views views = views(row);
            return () -> looks.accept(views);
          }
          Optional<Purchased> purchase = purchase(row);
          return () -> purchase.ifPresent(purchases);
        });
  }

  /** The purchase that a row of the table tells of, where it does. */
  public static Optional<Purchased> purchase(DynamoRow row) {
    DynamoKey key = row.key();
    if (!key.sk().startsWith(PURCHASE)) {
      return Optional.empty();
    }
    Who who = key.pk().startsWith("C#") ? Who.customer(key.pk().substring(2)) : Who.NOBODY;
    return Optional.of(purchase(who, new OrderId(key.sk().substring(PURCHASE.length())), row));
  }

  @Override
  public Views views(Who who) {
    return table.get(viewsKey(who)).map(DynamoHistory::views).orElse(Views.NONE);
  }

  @Override
  public boolean save(Who who, Views views) {
    DynamoRow row =
        DynamoRow.of(viewsKey(who))
            .texts("recent", views.recent().stream().map(DynamoHistory::text).toList())
            .text("followUp", views.followUp())
            .number("version", views.version());
    if (who.customer() == null && !views.recent().isEmpty()) {
      row.expires(views.recent().get(0).at().plus(VISITORS_VIEWS_KEPT));
    }
    DynamoChange condition =
        views.version() == 1
            ? new DynamoChange().onlyIf("attribute_not_exists(#pk)", "pk")
            : new DynamoChange()
                .onlyIf("#version = :before", "version")
                .with("before", views.version() - 1);
    return table.put(row, condition);
  }

  @Override
  public void forgetViews(Who who) {
    table.delete(viewsKey(who));
  }

  private static Purchased purchase(Who who, OrderId order, DynamoRow row) {
    return new Purchased(
        order,
        who,
        row.requiredTime("at"),
        Contact.NONE,
        Currency.getInstance(row.requiredText("currency")),
        OrderLines.read(row.requiredPacked("lines")),
        row.number("total"),
        row.number("shipping"),
        row.number("discount"));
  }

  /** A plan is a kind of mail, a space, and what became of it. */
  private static Map<String, String> plans(DynamoRow row) {
    return row.texts("plans").stream()
        .map(plan -> plan.split(" ", 2))
        .collect(Collectors.toMap(plan -> plan[0], plan -> plan[1]));
  }

  private static Refunded refund(Who who, OrderId refund, DynamoRow row) {
    String order = row.text("order");
    return new Refunded(
        refund,
        order == null ? null : new OrderId(order),
        who,
        row.requiredTime("at"),
        OrderLines.read(row.requiredPacked("lines")));
  }

  private static Views views(DynamoRow row) {
    return new Views(
        row.texts("recent").stream().map(DynamoHistory::view).toList(),
        row.text("followUp"),
        row.whole("version", 1));
  }

  /** A view as text: when, whether in the cart, and the item. */
  private static String text(Views.View view) {
    return view.at().getEpochSecond() + (view.inCart() ? "+" : "-") + view.item();
  }

  private static Views.View view(String text) {
    int mark = 0;
    while (Character.isDigit(text.charAt(mark))) {
      mark++;
    }
    return new Views.View(
        new ItemId(text.substring(mark + 1)),
        Instant.ofEpochSecond(Long.parseLong(text.substring(0, mark))),
        text.charAt(mark) == '+');
  }

  private static DynamoKey key(Who who, String kind, OrderId id) {
    return new DynamoKey(who.customer() == null ? "O#" + id : "C#" + who.customer(), kind + id);
  }

  private static DynamoKey viewsKey(Who who) {
    return new DynamoKey(
        who.customer() == null ? "V#" + who.visitor() : "C#" + who.customer(), VIEWS);
  }
}
