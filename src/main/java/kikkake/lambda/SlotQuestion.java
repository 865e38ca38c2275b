package kikkake.lambda;

import java.util.Map;
import kikkake.event.CustomerId;
import kikkake.event.MalformedEvent;
import kikkake.event.VisitorId;
import kikkake.event.Who;
import kikkake.journey.Slot;
import org.jspecify.annotations.Nullable;

/**
 * What a page asks a slot for.
 *
 * @param who the customer where one is named, else the visitor
 * @param signature what shall prove the customer; empty without
 * @param again whether it asks for what the customer buys again and again
 * @param language {@code ja} or {@code en}
 */
record SlotQuestion(Who who, String signature, boolean again, int items, String language) {
  private static final int DEFAULT_ITEMS = 4;

  /** A shorter visitor id may have been counted up, or guessed. */
  private static final int MIN_VISITOR = 16;

  /**
   * Reads the parameters of a query; unknown ones are ignored.
   *
   * @throws MalformedEvent names the one that is wrong
   */
  static SlotQuestion read(Map<String, String> query) {
    CustomerId customer = customer(query.get("customer"));
    String signature = query.getOrDefault("signature", "");
    if (customer != null && signature.isEmpty()) {
      throw new MalformedEvent("signature", "is required with customer");
    }
    VisitorId visitor = visitor(query.get("visitor"));
    return new SlotQuestion(
        customer == null ? new Who(null, visitor) : new Who(customer, null),
        signature,
        again(query.getOrDefault("list", "new")),
        items(query.get("items")),
        language(query.getOrDefault("language", "ja")));
  }

  private static @Nullable CustomerId customer(@Nullable String id) {
    try {
      return id == null ? null : new CustomerId(id);
    } catch (IllegalArgumentException e) {
      throw new MalformedEvent("customer", String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable VisitorId visitor(@Nullable String id) {
    if (id != null && id.length() < MIN_VISITOR) {
      throw new MalformedEvent("visitor", "must have at least 16 characters, made by chance");
    }
    try {
      return id == null ? null : new VisitorId(id);
    } catch (IllegalArgumentException e) {
      throw new MalformedEvent("visitor", String.valueOf(e.getMessage()));
    }
  }

  private static boolean again(String list) {
    return switch (list) {
      case "new" -> false;
      case "again" -> true;
      default -> throw new MalformedEvent("list", "must be new or again");
    };
  }

  private static int items(@Nullable String items) {
    if (items == null) {
      return DEFAULT_ITEMS;
    }
    int number = items.matches("[1-9][0-9]?") ? Integer.parseInt(items) : 0;
    if (number < 1 || number > Slot.MOST) {
      throw new MalformedEvent("items", "must be a whole number from 1 to " + Slot.MOST);
    }
    return number;
  }

  private static String language(String language) {
    if (!language.equals("ja") && !language.equals("en")) {
      throw new MalformedEvent("language", "must be ja or en");
    }
    return language;
  }
}
