package kikkake.local;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import kikkake.event.Contact;
import kikkake.event.ItemId;
import kikkake.event.OrderId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.Who;
import org.junit.jupiter.api.io.TempDir;

/** Writes a file of orders, reads it, and says what should have come out. */
abstract class OrdersFile {
  static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
  static final Currency GBP = Currency.getInstance("GBP");

  @TempDir Path folder;

  OrdersCsv.Result orders(String... lines) throws IOException {
    return OrdersCsv.read(file(HEADER + "\n" + String.join("\n", lines) + "\n"));
  }

  Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("orders.csv"), text);
  }

  static <T> List<T> of(OrdersCsv.Result result, Class<T> kind) {
    return result.events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  static Purchased order(String id, String customer, String at, OrderLine... lines) {
    return new Purchased(
        new OrderId(id),
        Who.customer(customer),
        Instant.parse(at),
        Contact.NONE,
        GBP,
        List.of(lines),
        null,
        null,
        null);
  }

  static OrderLine cup() {
    return line("B", "Cup", 1, "1");
  }

  static OrderLine line(String item, String title, int quantity, String price) {
    return new OrderLine(new ItemId(item), title, quantity, new BigDecimal(price));
  }
}
