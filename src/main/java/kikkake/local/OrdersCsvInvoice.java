package kikkake.local;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import kikkake.event.Consent;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import kikkake.event.Identified;
import kikkake.event.OrderId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.Who;
import org.jspecify.annotations.Nullable;

/** The lines of one invoice number, as they come in from an orders file. */
final class OrdersCsvInvoice {
  private final OrderId number;
  private final long firstLine;
  private final List<OrderLine> lines = new ArrayList<>();
  private Instant at = Instant.MAX;
  private String country = "";
  private @Nullable CustomerId customer;

  OrdersCsvInvoice(OrderId number, long firstLine) {
    this.number = number;
    this.firstLine = firstLine;
  }

  void add(OrdersCsvRow row) throws OrdersCsvRow.Rejected {
    CustomerId named = row.customer();
    if (named != null && customer != null && !named.equals(customer)) {
      throw new OrdersCsvRow.Rejected(
          "other-customer", "CustomerID is not the one of the invoice's lines before");
    }
    if (customer == null && (named != null || lines.isEmpty())) {
      customer = named;
      country = row.country();
    }
    if (row.at().isBefore(at)) {
      at = row.at();
    }
    lines.add(row.line());
  }

  int size() {
    return lines.size();
  }

  long firstLine() {
    return firstLine;
  }

  boolean isRefund() {
    return OrdersCsvRow.isRefund(number);
  }

  @Nullable CustomerId customer() {
    return customer;
  }

  static OrdersCsvInvoice earlier(OrdersCsvInvoice a, OrdersCsvInvoice b) {
    return b.at.isBefore(a.at) ? b : a;
  }

  Purchased purchased(Currency currency) {
    return new Purchased(number, who(), at, Contact.NONE, currency, lines, null, null, null);
  }

  Refunded refunded() {
    return new Refunded(number, null, who(), at, lines);
  }

  private Who who() {
    return customer == null ? Who.NOBODY : new Who(customer, null);
  }

  /**
   * What the shop would have told about the customer before this order: a made-up address and name
   * that are always the same for the same customer, and a yes to advertising mail.
   */
  Identified identified(CustomerId id) {
    Instant before = at.minusSeconds(1);
    CountryHabits habits = CountryHabits.of(country);
    Contact contact =
        new Contact(
            MadeUpPeople.address(id),
            MadeUpPeople.name(id, habits.language()),
            habits.language(),
            habits.zone(),
            new Consent(true, before, "orders-file", null));
    return new Identified(id, null, before, contact);
  }
}
