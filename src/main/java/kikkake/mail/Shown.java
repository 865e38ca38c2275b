package kikkake.mail;

import kikkake.event.ItemId;

/**
 * An item that a mail recommended.
 *
 * @param reason why, as a code and what it refers to: {@code bought-with ITEM}, {@code
 *     looked-at-with ITEM}, {@code looked-at TIME}, {@code in-cart TIME} or {@code popular}
 */
public record Shown(ItemId item, String reason) {
  /** Of an item of which only the id was kept. */
  private static final String UNKNOWN = "unknown";

  /** As one line of text, for the table; an id has no tab. */
  String line() {
    return item + "\t" + reason;
  }

  /** Reads what {@link #line} wrote. */
  static Shown of(String line) {
    String[] parts = line.split("\t", 2);
    return new Shown(new ItemId(parts[0]), parts.length == 1 ? UNKNOWN : parts[1]);
  }

  /** The reason for a shop clerk. */
  String text(boolean japanese) {
    String[] parts = reason.split(" ", 2);
    return switch (parts[0]) {
      case "bought-with" ->
          japanese ? parts[1] + " と一緒に買われている" : "bought together with " + parts[1];
      case "looked-at-with" ->
          japanese ? parts[1] + " を見た人が見ている" : "others who looked at " + parts[1] + " looked at it";
      case "looked-at" -> japanese ? "お客様が閲覧した" : "the customer looked at it";
      case "in-cart" -> japanese ? "カートに入っている" : "it is in the cart";
      case "popular" -> japanese ? "よく売れている" : "it sells well";
      case UNKNOWN -> japanese ? "理由の記録なし" : "the reason was not kept";
      default -> throw new IllegalArgumentException("No reason for an item: " + reason);
    };
  }
}
