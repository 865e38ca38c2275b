package kikkake.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kikkake.event.Browsed;
import kikkake.event.Cancelled;
import kikkake.event.CustomerId;
import kikkake.event.Identified;
import kikkake.event.ItemUpdated;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.ShopEvent;

/**
 * Reads a shop's past orders from a CSV file in the form of UCI's Online Retail: one line per item
 * of an invoice, perhaps compressed with gzip.
 *
 * <p>All lines of one invoice number are one order, at the time of its earliest line; local times
 * are taken as UTC. An invoice number that begins with C is a refund. An invoice belongs to the
 * first customer that one of its lines names: lines without a customer go with it, and lines of
 * another customer are rejected, because they would show one customer what another one bought. A
 * line that cannot be used is rejected and counted, and never stops the reading.
 */
final class OrdersCsv {
  /** The most complaints that are kept, over all and for one reason. */
  private static final int MAX_COMPLAINTS = 20;

  private static final int MAX_COMPLAINTS_PER_REASON = 3;

  /** The contract allows no more in one message. */
  private static final int MAX_LINES = 2_000;

  /**
   * What is in a file.
   *
   * @param events in the order of their times
   * @param rejected how many lines were not used, by reason
   * @param complaints the first few of them with their line numbers
   */
  record Result(
      List<ShopEvent> events,
      Map<String, Integer> rejected,
      List<String> complaints,
      Counts counts) {
    Result {
      events = List.copyOf(events);
      complaints = List.copyOf(complaints);
    }
  }

  /**
   * How much of everything there is.
   *
   * @param lines below the header, the rejected ones included
   * @param orders with a customer
   * @param customers who ordered at least once
   */
  record Counts(
      int lines, int orders, int ordersWithoutCustomer, int refunds, int customers, int items) {}

  private final Currency currency;
  private final boolean withItems;
  private final Map<String, OrdersCsvInvoice> invoices = new LinkedHashMap<>();
  private final Map<String, Integer> rejected = new TreeMap<>();
  private final List<String> complaints = new ArrayList<>();
  private int lines;

  private OrdersCsv(Currency currency, boolean withItems) {
    this.currency = currency;
    this.withItems = withItems;
  }

  /** Reads a file of prices in pounds, and makes the catalog from it too. */
  static Result read(Path file) throws IOException {
    return read(file, Currency.getInstance("GBP"), true);
  }

  /**
   * Reads a file.
   *
   * @param withItems whether the items are to be made from the orders; no where a catalog is given
   * @throws IllegalArgumentException where the header line lacks a column
   * @throws IOException where the file cannot be read to its end
   */
  static Result read(Path file, Currency currency, boolean withItems) throws IOException {
    OrdersCsv orders = new OrdersCsv(currency, withItems);
    OrdersCsvLines.read(file, orders::add);
    return orders.result();
  }

  private void add(OrdersCsvLines.Line line) {
    lines++;
    try {
      OrdersCsvRow row = line.row();
      OrdersCsvInvoice invoice =
          invoices.computeIfAbsent(
              row.invoice().value(), number -> new OrdersCsvInvoice(row.invoice(), line.number()));
      if (invoice.size() == MAX_LINES) {
        throw new OrdersCsvRow.Rejected(
            "too-many-lines", "an invoice can have at most " + MAX_LINES + " lines");
      }
      invoice.add(row);
    } catch (OrdersCsvRow.Rejected e) {
      reject(e.reason(), 1, line.number(), String.valueOf(e.getMessage()));
    }
  }

  private void reject(String reason, int count, long line, String problem) {
    rejected.merge(reason, count, Integer::sum);
    String ending = " (" + reason + ")";
    if (complaints.size() < MAX_COMPLAINTS
        && complaints.stream().filter(known -> known.endsWith(ending)).count()
            < MAX_COMPLAINTS_PER_REASON) {
      complaints.add("line " + line + ": " + problem + ending);
    }
  }

  private Result result() {
    Map<CustomerId, OrdersCsvInvoice> firstOrders = new HashMap<>();
    List<ShopEvent> events = new ArrayList<>();
    int orders = 0;
    int withoutCustomer = 0;
    int refunds = 0;
    for (OrdersCsvInvoice invoice : invoices.values()) {
      CustomerId customer = invoice.customer();
      if (invoice.size() == 0) {
        continue; // All its lines were rejected.
      }
      if (!invoice.isRefund()) {
        events.add(invoice.purchased(currency));
        if (customer == null) {
          withoutCustomer++;
        } else {
          orders++;
          firstOrders.merge(customer, invoice, OrdersCsvInvoice::earlier);
        }
      } else if (customer != null) {
        events.add(invoice.refunded());
        refunds++;
      } else {
        reject(
            "refund-without-customer",
            invoice.size(),
            invoice.firstLine(),
            "a refund needs a customer");
      }
    }
    events.sort(OrdersCsv::inTime);
    OrdersCsvCatalog catalog = new OrdersCsvCatalog(currency);
    if (withItems) {
      events.forEach(catalog::add);
      events.addAll(catalog.items());
    }
    firstOrders.forEach((customer, order) -> events.add(order.identified(customer)));
    events.sort(OrdersCsv::inTime);
    Counts counts =
        new Counts(
            lines, orders, withoutCustomer, refunds, firstOrders.size(), catalog.items().size());
    return new Result(events, new TreeMap<>(rejected), complaints, counts);
  }

  /** By time; at one time in an order that does not hang on how a map keeps its entries. */
  private static int inTime(ShopEvent a, ShopEvent b) {
    int byTime = a.occurredAt().compareTo(b.occurredAt());
    return byTime != 0 ? byTime : key(a).compareTo(key(b));
  }

  private static String key(ShopEvent event) {
    return switch (event) {
      case ItemUpdated item -> "0" + item.item();
      case Identified identified -> "1" + identified.customer();
      case Purchased purchased -> "2" + purchased.order();
      case Refunded refunded -> "3" + refunded.refund();
      case Cancelled cancelled -> "4" + cancelled.order();
      case Browsed browsed -> "5" + browsed.item();
    };
  }
}
