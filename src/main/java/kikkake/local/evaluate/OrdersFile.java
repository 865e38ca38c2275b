package kikkake.local.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kikkake.event.CustomerId;
import kikkake.event.ItemId;
import kikkake.local.Inputs;
import kikkake.local.OrdersCsvLines;
import kikkake.local.OrdersCsvRow;
import kikkake.local.UserError;
import kikkake.recommend.Basket;
import kikkake.recommend.Shopper;

/**
 * Reads baskets from an orders file. A basket is one customer's day. A line counts where it has a
 * customer, a quantity and a price above 0, an invoice that is no refund, and a stock code that
 * begins with a digit, as those of goods do. A line that cannot be understood is complained about
 * and left out.
 */
final class OrdersFile {
  private static final int LEAST_BASKETS = 2;
  private static final Set<String> NOT_A_PURCHASE =
      Set.of("price-not-positive", "quantity-not-positive", "refund-not-negative");

  private final Path path;
  private final Complaints complaints;
  private final TreeMap<CustomerId, TreeMap<Integer, Set<ItemId>>> customers;

  private OrdersFile(Path path, Complaints complaints) {
    this.path = path;
    this.complaints = complaints;
    this.customers = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
  }

  /**
   * Reads a file.
   *
   * @param cut the first day that is not for training
   */
  static PurchaseData read(Path path, LocalDate cut, Complaints complaints) throws IOException {
    OrdersFile file = new OrdersFile(Inputs.readable(path), complaints);
    try {
      OrdersCsvLines.read(path, file::add);
    } catch (IllegalArgumentException e) {
      throw new UserError(path + ": " + e.getMessage());
    }
    return file.data((int) cut.toEpochDay());
  }

  private void add(OrdersCsvLines.Line line) {
    try {
      OrdersCsvRow row = line.row();
      CustomerId customer = row.customer();
      ItemId item = row.line().item();
      if (customer != null
          && !OrdersCsvRow.isRefund(row.invoice())
          && Character.isDigit(item.value().charAt(0))) {
        int day = Basket.dayOf(row.at());
        customers
            .computeIfAbsent(customer, fresh -> new TreeMap<>())
            .computeIfAbsent(day, fresh -> new LinkedHashSet<>())
            .add(item);
      }
    } catch (OrdersCsvRow.Rejected e) {
      if (!NOT_A_PURCHASE.contains(e.reason())) {
        complaints.add(path, line.number(), String.valueOf(e.getMessage()));
      }
    }
  }

  private PurchaseData data(int cut) {
    List<PurchaseData.Person> people = new ArrayList<>();
    boolean training = false;
    for (var customer : customers.entrySet()) {
      List<Basket> history = baskets(customer.getValue().headMap(cut));
      List<Basket> future = baskets(customer.getValue().tailMap(cut));
      training |= !history.isEmpty();
      people.add(new PurchaseData.Person(customer.getKey().value(), new Shopper(history), future));
    }
    if (!training) {
      throw new UserError(
          "%s has no purchase of a customer before the cut, %s%s"
              .formatted(path, LocalDate.ofEpochDay(cut), complaints.first()));
    }
    return new PurchaseData(people, cut, true, LEAST_BASKETS, complaints.count());
  }

  private static List<Basket> baskets(SortedMap<Integer, Set<ItemId>> days) {
    List<Basket> baskets = new ArrayList<>();
    days.forEach((day, items) -> baskets.add(new Basket(day, List.copyOf(items))));
    return baskets;
  }
}
