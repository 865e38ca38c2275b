package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import kikkake.event.Purchased;
import org.junit.jupiter.api.Test;

/** Which files of orders can be read. */
class OrdersCsvFormatTest extends OrdersFile {
  @Test
  void readsQuotesLeftOpenToTheEndWithoutLosingWhatStandsBefore() throws IOException {
    OrdersCsv.Result result =
        orders(
            "1,B,Cup,1,2010-12-01 08:26:00,1,7,France",
            "2,B,\"Cup \"large\" white\",1,2010-12-01 08:26:00,1,7,France",
            "3,B,\"Cup,1,2010-12-01 08:26:00,1,7,France",
            "4,B,Cup,1,2010-12-01 08:26:00,1,7,France");

    assertThat(result.counts().orders()).isEqualTo(2);
    assertThat(result.complaints()).singleElement().asString().startsWith("line 4: has 3 columns");
  }

  @Test
  void readsTheDatesOfTheOriginalFileToo() throws IOException {
    OrdersCsv.Result result =
        orders("1,B,Cup,1,12/1/2010 8:26,1,7,France", "2,B,Cup,1,12/13/2010 18:06,1,7,France");

    assertThat(of(result, Purchased.class))
        .extracting(Purchased::occurredAt)
        .containsExactly(
            Instant.parse("2010-12-01T08:26:00Z"), Instant.parse("2010-12-13T18:06:00Z"));
  }

  @Test
  void findsTheColumnsInAnyOrderBehindAByteOrderMark() throws IOException {
    Path file =
        file(
            "\uFEFFCountry,CustomerID,UnitPrice,InvoiceDate,Quantity,Description,Note,StockCode,"
                + "InvoiceNo\r\nFrance,7,1,2010-12-01 08:26:00,1,Cup,x,B,1\r\n");

    assertThat(of(OrdersCsv.read(file), Purchased.class))
        .containsExactly(order("1", "7", "2010-12-01T08:26:00Z", cup()));
  }

  @Test
  void namesTheColumnsThatAreMissing() throws IOException {
    Path file = file("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,Price,Country\n");

    assertThatThrownBy(() -> OrdersCsv.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "orders.csv has no column UnitPrice, CustomerID in its header line; the columns must be "
                + HEADER);
    Path empty = file("");
    assertThatThrownBy(() -> OrdersCsv.read(empty))
        .hasMessage("orders.csv is empty: no header line");
  }

  @Test
  void readsGzipByItsFirstBytesAndTellsWhenItIsCutShort() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(Files.readAllBytes(file(HEADER + "\n1,B,Cup,1,2010-12-01 08:26:00,1,7,France")));
    }
    Path whole = Files.write(folder.resolve("whole.csv"), bytes.toByteArray());
    assertThat(OrdersCsv.read(whole).counts().orders()).isEqualTo(1);

    Path cut =
        Files.write(
            folder.resolve("cut.csv"), Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12));
    assertThatThrownBy(() -> OrdersCsv.read(cut))
        .isInstanceOf(IOException.class)
        .hasMessageMatching(
            "cut\\.csv cannot be read after line \\d: is it damaged or cut short\\?");
  }
}
