package kikkake.history;

import java.math.BigDecimal;
import java.util.List;
import kikkake.event.ItemId;
import kikkake.event.OrderLine;

/**
 * The lines of an order as text: one line each of item, quantity, price and title, tabs between.
 * Compressed, ten lines with Japanese titles stay within one write unit (1 KB).
 */
final class OrderLines {
  private OrderLines() {}

  static String text(List<OrderLine> lines) {
    StringBuilder text = new StringBuilder();
    for (OrderLine line : lines) {
      text.append(line.item()).append('\t').append(line.quantity()).append('\t');
      text.append(line.unitPrice().toPlainString()).append('\t');
      text.append(line.title() == null ? "" : line.title()).append('\n');
    }
    return text.toString();
  }

  static List<OrderLine> read(String text) {
    return text.lines().map(OrderLines::line).toList();
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
