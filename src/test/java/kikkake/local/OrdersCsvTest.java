package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import kikkake.event.Consent;
import kikkake.event.Contact;
import kikkake.event.Identified;
import kikkake.event.ItemId;
import kikkake.event.ItemUpdated;
import kikkake.event.OrderId;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.Who;
import org.junit.jupiter.api.Test;

/** What becomes of the lines of a file of orders. */
class OrdersCsvTest extends OrdersFile {
  @Test
  void makesOneOrderOfAllLinesOfAnInvoiceAtTheTimeOfTheEarliest() throws IOException {
    OrdersCsv.Result result =
        orders(
            "1,A,Tea,2,2010-12-01 08:27:00,2.50,17850.0,United Kingdom",
            "2,C,Can,1,2010-12-01 08:26:30,3,17851,France",
            "1,B,Cup,1,2010-12-01 08:26:00,1,17850.0,United Kingdom");

    assertThat(result.events().stream().filter(Purchased.class::isInstance))
        .containsExactly(
            order("1", "17850", "2010-12-01T08:26:00Z", line("A", "Tea", 2, "2.50"), cup()),
            order("2", "17851", "2010-12-01T08:26:30Z", line("C", "Can", 1, "3")));
    assertThat(result.counts()).isEqualTo(new OrdersCsv.Counts(3, 2, 0, 0, 2, 3));
    assertThat(result.rejected()).isEmpty();
  }

  @Test
  void tellsOfACustomerASecondBeforeTheFirstOrder() throws IOException {
    OrdersCsv.Result result =
        orders(
            "2,B,Cup,1,2011-02-01 10:00:00,1,7,Japan",
            "1,B,Cup,1,2011-01-01 10:00:00,1,7,Japan",
            "3,B,Cup,1,2011-03-01 10:00:00,1,8,Unspecified");

    Instant before = Instant.parse("2011-01-01T09:59:59Z");
    Identified first = of(result, Identified.class).getFirst();
    assertThat(first.occurredAt()).isEqualTo(before);
    assertThat(first.customer().value()).isEqualTo("7");
    assertThat(first.contact())
        .isEqualTo(
            new Contact(
                "customer-7@example.com",
                first.contact().name(),
                "ja",
                "Asia/Tokyo",
                new Consent(true, before, "orders-file", null)));
    assertThat(first.contact().name()).matches("\\p{IsHan}+ [\\p{IsHan}\\p{IsHiragana}]+");

    Identified second = of(result, Identified.class).getLast();
    assertThat(second.customer().value()).isEqualTo("8");
    assertThat(second.contact().name()).matches("[A-Z][a-z]+ [A-Z][a-z]+");
    assertThat(second.contact().language()).isNull();
    assertThat(second.contact().zone()).isNull();
  }

  @Test
  void takesAnInvoiceNumberWithCForARefund() throws IOException {
    OrdersCsv.Result result =
        orders(
            "C5,B,Cup,-3,2010-12-01 09:00:00,1,7,France",
            "c6,B,Cup,-1,2010-12-01 09:01:00,1,7,France",
            "C7,B,Cup,-1,2010-12-01 09:02:00,1,,France",
            "C8,B,Cup,1,2010-12-01 09:03:00,1,7,France");

    assertThat(of(result, Refunded.class))
        .containsExactly(
            new Refunded(
                new OrderId("C5"),
                null,
                Who.customer("7"),
                Instant.parse("2010-12-01T09:00:00Z"),
                List.of(line("B", "Cup", 3, "1"))),
            new Refunded(
                new OrderId("c6"),
                null,
                Who.customer("7"),
                Instant.parse("2010-12-01T09:01:00Z"),
                List.of(cup())));
    assertThat(result.rejected())
        .containsExactly(entry("refund-not-negative", 1), entry("refund-without-customer", 1));
    assertThat(result.counts()).isEqualTo(new OrdersCsv.Counts(4, 0, 0, 2, 0, 1));
  }

  @Test
  void keepsAnOrderWithoutCustomerAsNobodys() throws IOException {
    OrdersCsv.Result result = orders("1,B,Cup,1,2010-12-01 08:26:00,1,,France");

    assertThat(of(result, Purchased.class).getFirst().who()).isEqualTo(Who.NOBODY);
    assertThat(of(result, Identified.class)).isEmpty();
    assertThat(result.counts().ordersWithoutCustomer()).isEqualTo(1);
  }

  @Test
  void givesAnInvoiceToTheFirstCustomerItNames() throws IOException {
    OrdersCsv.Result result =
        orders(
            "1,A,Tea,1,2010-12-01 08:26:00,1,,France",
            "1,B,Cup,1,2010-12-01 08:26:00,1,7,France",
            "1,C,Can,1,2010-12-01 08:26:00,1,8,France");

    assertThat(of(result, Purchased.class))
        .containsExactly(order("1", "7", "2010-12-01T08:26:00Z", line("A", "Tea", 1, "1"), cup()));
    assertThat(result.rejected()).containsExactly(entry("other-customer", 1));
    assertThat(result.complaints().getFirst()).startsWith("line 4: CustomerID");
  }

  @Test
  void rejectsLinesItCannotUseAndNamesThem() throws IOException {
    String tooLong = "x".repeat(65);
    OrdersCsv.Result result =
        orders(
            "1,B,Cup,0,2010-12-01 08:26:00,1,7,France",
            "1,B,Cup,1,2010-12-01 08:26:00,0,7,France",
            "1,B,Cup,many,2010-12-01 08:26:00,1,7,France",
            "1,B,Cup,1000001,2010-12-01 08:26:00,1,7,France",
            "1,B,Cup,1,2010-02-30 08:26:00,1,7,France",
            "1,B,Cup,1,2010-12-01 08:26:00,1.0000001,7,France",
            "",
            ",B,Cup,1,2010-12-01 08:26:00,1,7,France",
            "1,,Cup,1,2010-12-01 08:26:00,1,7,France",
            tooLong + ",B,Cup,1,2010-12-01 08:26:00,1,7,France",
            "1,B,Cup,1,2010-12-01 08:26:00,1," + tooLong + ",France",
            "1,B,Cup, with a handle,1,2010-12-01 08:26:00,1,7,France",
            "1,B,\"Cup\nof two lines\",1,2010-12-01 08:26:00,x,7,France",
            "1,B,Cup,1,2010-12-01 08:26:00,1,7,France");

    assertThat(of(result, Purchased.class))
        .containsExactly(order("1", "7", "2010-12-01T08:26:00Z", cup()));
    assertThat(result.rejected())
        .containsExactly(
            entry("bad-customer", 1),
            entry("bad-date", 1),
            entry("bad-invoice-number", 2),
            entry("bad-price", 2),
            entry("bad-quantity", 2),
            entry("bad-stock-code", 1),
            entry("price-not-positive", 1),
            entry("quantity-not-positive", 1),
            entry("wrong-number-of-columns", 1));
    assertThat(result.complaints())
        .contains(
            "line 4: Quantity must be a whole number (bad-quantity)",
            "line 9: InvoiceNo: order id is empty (bad-invoice-number)",
            "line 13: has 9 columns instead of 8 (wrong-number-of-columns)",
            "line 14: UnitPrice must be a number like 2.50 (bad-price)")
        .noneMatch(complaint -> complaint.contains(tooLong));
    assertThat(result.counts().lines()).isEqualTo(13);
  }

  @Test
  void keepsAtMostThreeComplaintsForOneReason() throws IOException {
    String[] lines = new String[50];
    Arrays.fill(lines, "1,B,Cup,-1,2010-12-01 08:26:00,1,7,France");
    lines[40] = "1,B,Cup,1,yesterday,1,7,France";

    OrdersCsv.Result result = orders(lines);

    assertThat(result.complaints()).hasSize(4).last().asString().startsWith("line 42: InvoiceDate");
    assertThat(result.rejected()).containsEntry("quantity-not-positive", 49);
  }

  @Test
  void makesTheCatalogFromTheOrders() throws IOException {
    OrdersCsv.Result result =
        orders(
            "1,22 B,,1,2010-12-01 08:26:00,1.25,7,France",
            "2,22 B,Cup,1,2010-12-01 08:27:00,2,7,France",
            "3,M,Manual,1,2010-12-01 08:28:00,1,7,France",
            "3,23444,Next Day Carriage,1,2010-12-01 08:28:00,1,7,France",
            "3,85168B,BLACK BAROQUE CARRIAGE CLOCK,1,2010-12-01 08:28:00,1,7,France");

    List<ItemUpdated> items = of(result, ItemUpdated.class);
    assertThat(items.getFirst())
        .isEqualTo(
            new ItemUpdated(
                new ItemId("22 B"),
                Instant.parse("2010-12-01T08:25:59Z"),
                "Cup",
                "https://shop.example.com/items/22%20B",
                null,
                new BigDecimal("1.25"),
                GBP,
                null,
                null,
                null,
                true));
    assertThat(items.stream().filter(item -> !item.published()).map(item -> item.item().value()))
        .containsExactly("23444", "M");
    assertThat(result.events().getFirst()).isEqualTo(items.getFirst());
  }

  @Test
  void leavesTheCatalogOutAndTakesAnotherCurrency() throws IOException {
    Path file = file(HEADER + "\n1,B,Cup,1,2010-12-01 08:26:00,1,7,France");
    OrdersCsv.Result result = OrdersCsv.read(file, Currency.getInstance("JPY"), false);

    assertThat(of(result, ItemUpdated.class)).isEmpty();
    assertThat(of(result, Purchased.class).getFirst().currency().getCurrencyCode())
        .isEqualTo("JPY");
  }
}
