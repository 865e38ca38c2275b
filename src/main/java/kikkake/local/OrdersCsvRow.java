package kikkake.local;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kikkake.event.CustomerId;
import kikkake.event.ItemId;
import kikkake.event.OrderId;
import kikkake.event.OrderLine;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * One usable line of an orders file.
 *
 * @param at local time taken as UTC
 * @param customer null where the line names none
 */
public record OrdersCsvRow(
    OrderId invoice, OrderLine line, Instant at, @Nullable CustomerId customer, String country) {

  /** Whether the number of the invoice says that goods came back. */
  public static boolean isRefund(OrderId invoice) {
    return invoice.value().startsWith("C") || invoice.value().startsWith("c");
  }

  /** A line that cannot be used; the message says what is wrong with which column. */
  public static final class Rejected extends Exception {
    private static final long serialVersionUID = 1;
    private final String reason;

    Rejected(String reason, String problem) {
      super(problem, null, false, false);
      this.reason = reason;
    }

    /** A short word to count by. */
    public String reason() {
      return reason;
    }
  }

  /** Reads lines; knows where the columns are, and keeps values that come again and again. */
  static final class Reader {
    private static final List<String> COLUMNS =
        List.of(
            "InvoiceNo",
            "StockCode",
            "Description",
            "Quantity",
            "InvoiceDate",
            "UnitPrice",
            "CustomerID",
            "Country");
    private static final List<DateTimeFormatter> DATES =
        List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]", Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("M/d/uuuu H:mm[:ss]", Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT));
    private static final int MAX_QUANTITY = 1_000_000;
    private static final int MAX_TITLE = 500;

    private final int width;
    private final int[] positions;
    private final Map<String, OrderId> invoices = new HashMap<>();
    private final Map<String, CustomerId> customers = new HashMap<>();
    private final Map<String, ItemId> items = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, BigDecimal> prices = new HashMap<>();
    private String lastDate = "";
    private Instant lastTime = Instant.EPOCH;

    private Reader(int width, int[] positions) {
      this.width = width;
      this.positions = positions;
    }

    /**
     * Finds the columns in the header line, in any order and among others.
     *
     * @throws IllegalArgumentException names the columns that are not there
     */
    static Reader of(String file, CSVRecord header) {
      List<String> names = new ArrayList<>();
      header.forEach(name -> names.add(name.replace("\uFEFF", "").strip()));
      List<String> missing = COLUMNS.stream().filter(name -> !names.contains(name)).toList();
      if (!missing.isEmpty()) {
        throw new IllegalArgumentException(
            "%s has no column %s in its header line; the columns must be %s"
                .formatted(file, String.join(", ", missing), String.join(",", COLUMNS)));
      }
      return new Reader(names.size(), COLUMNS.stream().mapToInt(names::indexOf).toArray());
    }

    OrdersCsvRow read(CSVRecord csv) throws Rejected {
      if (csv.size() != width) {
        throw new Rejected(
            "wrong-number-of-columns", "has " + csv.size() + " columns instead of " + width);
      }
      OrderId invoice = invoice(text(csv, 0));
      ItemId item = item(text(csv, 1));
      int quantity = quantity(text(csv, 3), isRefund(invoice));
      BigDecimal price = price(text(csv, 5));
      if (price.signum() <= 0) {
        throw new Rejected("price-not-positive", "UnitPrice must be more than 0");
      }
      return new OrdersCsvRow(
          invoice,
          new OrderLine(item, title(text(csv, 2)), quantity, price),
          time(text(csv, 4)),
          customer(text(csv, 6)),
          text(csv, 7));
    }

    private String text(CSVRecord csv, int column) {
      return csv.get(positions[column]).strip();
    }

    private OrderId invoice(String text) throws Rejected {
      try {
        return invoices.computeIfAbsent(text, OrderId::new);
      } catch (IllegalArgumentException e) {
        throw new Rejected("bad-invoice-number", "InvoiceNo: " + e.getMessage());
      }
    }

    private ItemId item(String text) throws Rejected {
      try {
        return items.computeIfAbsent(text, ItemId::new);
      } catch (IllegalArgumentException e) {
        throw new Rejected("bad-stock-code", "StockCode: " + e.getMessage());
      }
    }

    private @Nullable String title(String text) {
      if (text.isEmpty()) {
        return null;
      }
      return titles.computeIfAbsent(
          text,
          fresh -> {
            String plain = fresh.replaceAll("\\p{Cntrl}+", " ");
            return plain.length() > MAX_TITLE ? plain.substring(0, MAX_TITLE).strip() : plain;
          });
    }

    private static int quantity(String text, boolean refund) throws Rejected {
      int quantity;
      try {
        quantity = Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw new Rejected("bad-quantity", "Quantity must be a whole number");
      }
      if (refund && quantity >= 0) {
        throw new Rejected("refund-not-negative", "Quantity of a refund must be less than 0");
      }
      if (!refund && quantity <= 0) {
        throw new Rejected("quantity-not-positive", "Quantity must be 1 or more");
      }
      if (quantity > MAX_QUANTITY || quantity < -MAX_QUANTITY) {
        throw new Rejected("bad-quantity", "Quantity must be at most " + MAX_QUANTITY);
      }
      return Math.abs(quantity);
    }

    /** The contract's limits, checked here: what is read can be sent. */
    private BigDecimal price(String text) throws Rejected {
      BigDecimal price = prices.get(text);
      if (price == null) {
        try {
          price = text.length() <= 20 ? new BigDecimal(text) : null;
        } catch (NumberFormatException e) {
          price = null;
        }
        if (price == null || price.precision() > 18 || price.scale() > 6 || price.scale() < -12) {
          throw new Rejected("bad-price", "UnitPrice must be a number like 2.50");
        }
        prices.put(text, price);
      }
      return price;
    }

    /** Lines of one invoice follow each other, so the last date is mostly the next one too. */
    private Instant time(String text) throws Rejected {
      if (text.equals(lastDate)) {
        return lastTime;
      }
      for (DateTimeFormatter format : DATES) {
        try {
          LocalDateTime time = LocalDateTime.parse(text, format);
          if (time.getYear() >= 1991 && time.getYear() < 2100) {
            lastTime = time.toInstant(ZoneOffset.UTC);
            lastDate = text;
            return lastTime;
          }
        } catch (DateTimeException e) {
          // Perhaps the other form.
        }
      }
      throw new Rejected(
          "bad-date", "InvoiceDate must be like 2010-12-01 08:26:00 or 12/1/2010 8:26");
    }

    /** Spreadsheets make numbers with a fraction of customer ids where some are empty. */
    private @Nullable CustomerId customer(String text) throws Rejected {
      if (text.isEmpty()) {
        return null;
      }
      try {
        return customers.computeIfAbsent(
            text, id -> new CustomerId(id.endsWith(".0") ? id.substring(0, id.length() - 2) : id));
      } catch (IllegalArgumentException e) {
        throw new Rejected("bad-customer", "CustomerID: " + e.getMessage());
      }
    }
  }
}
