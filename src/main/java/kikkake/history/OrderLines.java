package kikkake.history;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import kikkake.event.ItemId;
import kikkake.event.OrderLine;

/**
 * The lines of an order as compressed text: one line each of item, quantity, price and title, tabs
 * between. Ten lines with Japanese titles so stay within one write unit (1 KB).
 */
final class OrderLines {
  private OrderLines() {}

  static byte[] pack(List<OrderLine> lines) {
    StringBuilder text = new StringBuilder();
    for (OrderLine line : lines) {
      text.append(line.item()).append('\t').append(line.quantity()).append('\t');
      text.append(line.unitPrice().toPlainString()).append('\t');
      text.append(line.title() == null ? "" : line.title()).append('\n');
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  static List<OrderLine> unpack(byte[] packed) {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(OrderLines::line).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OrderLine line(String text) {
    String[] fields = text.split("\t", 4);
    return new OrderLine(
        new ItemId(fields[0]),
        fields[3].isEmpty() ? null : fields[3],
        Integer.parseInt(fields[1]),
        new BigDecimal(fields[2]));
  }
}
