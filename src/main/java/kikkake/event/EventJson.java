package kikkake.event;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the shop's events from JSON: Segment's e-commerce spec in the EventBridge envelope, as
 * {@code docs/events.md} lays down. Every refusal is a {@link MalformedEvent} that names the field.
 */
public final class EventJson {
  /** The most browse events that one beacon may carry. */
  public static final int MAX_BATCH = 50;

  static final int MAX_LINES = 2_000;

  /** So that the lines of an order fit into one row of the table, however badly they compress. */
  private static final int MAX_NAME_BYTES = 200_000;

  private static final int MAX_CHARACTERS = 1_000_000;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(32).build())
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private EventJson() {}

  /**
   * Reads one message: an EventBridge envelope whose {@code detail} is one event, or a batch of
   * browse events.
   *
   * @throws MalformedEvent where any part of it cannot be understood; then none of it counts
   */
  public static List<ShopEvent> read(String message) {
    JsonField envelope = new JsonField("", parse(message));
    if (!envelope.node().isObject()) {
      throw new MalformedEvent("message", "must be an EventBridge event, a JSON object");
    }
    JsonField detail = envelope.at("detail").object();
    Instant envelopeTime = envelope.at("time").time();
    if (!detail.at("batch").isAbsent()) {
      List<ShopEvent> events = new ArrayList<>();
      for (JsonField entry : detail.at("batch").entries(MAX_BATCH)) {
        events.add(readBrowse(entry, envelopeTime));
      }
      return List.copyOf(events);
    }
    JsonField name = name(detail, envelope.at("detail-type"));
    return List.of(readEvent(name, detail, envelopeTime));
  }

  /**
   * Parses a text as JSON.
   *
   * @throws MalformedEvent where it is not JSON, too long, or nested too deeply
   */
  public static JsonNode parse(String message) {
    if (message.length() > MAX_CHARACTERS) {
      throw new MalformedEvent("message", "is longer than " + MAX_CHARACTERS + " characters");
    }
    try {
      JsonNode node = JSON.readTree(message);
      if (node == null || node.isMissingNode()) {
        throw new MalformedEvent("message", "is empty");
      }
      return node;
    } catch (NumberFormatException e) {
      throw new MalformedEvent("message", "has a number beyond all bounds");
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      throw new MalformedEvent(
          "message",
          place == null
              ? "is nested too deeply, or has too long a number or name"
              : "is not JSON (line %d, column %d)"
                  .formatted(place.getLineNr(), place.getColumnNr()));
    }
  }

  /** Reads one entry of a batch, which must be a browse event. */
  static Browsed readBrowse(JsonField entry, @Nullable Instant envelopeTime) {
    entry.object();
    JsonField name = entry.at("event");
    if (readEvent(name, entry, envelopeTime) instanceof Browsed browsed) {
      return browsed;
    }
    throw name.wrong("must be Product Viewed, Product Added or Product Removed in a batch");
  }

  /** The field that says which event it is. */
  private static JsonField name(JsonField detail, JsonField detailType) {
    JsonField type = detail.at("type");
    if ("identify".equals(type.text(100))) {
      return type;
    }
    JsonField event = detail.at("event");
    return event.text(100) != null ? event : detailType;
  }

  private static ShopEvent readEvent(
      JsonField name, JsonField detail, @Nullable Instant envelopeTime) {
    String event = name.requiredText(128);
    Instant time = detail.at("timestamp").time();
    if (time == null) {
      time = envelopeTime;
    }
    if (time == null) {
      throw detail.at("timestamp").wrong("is required");
    }
    Who who = new Who(detail.at("userId").id(CustomerId::new), visitor(detail));
    JsonField properties = detail.at("properties");
    return switch (event) {
      case "Order Completed" -> purchased(detail, properties.object(), who, time);
      case "Order Cancelled" ->
          new Cancelled(properties.object().at("order_id").requiredId(OrderId::new), who, time);
      case "Order Refunded" -> refunded(properties.object(), who, time);
      case "Product Viewed" -> browsed(Browsed.Action.VIEWED, detail, who, time);
      case "Product Added" -> browsed(Browsed.Action.ADDED, detail, who, time);
      case "Product Removed" -> browsed(Browsed.Action.REMOVED, detail, who, time);
      case "identify" ->
          new Identified(
              detail.at("userId").requiredId(CustomerId::new),
              who.visitor(),
              time,
              contact(detail, detail.at("traits")));
      case "Item Updated" -> itemUpdated(properties.object(), time);
      default -> throw name.wrong("is not an event of the contract (docs/events.md)");
    };
  }

  private static @Nullable VisitorId visitor(JsonField detail) {
    return detail.at("anonymousId").id(VisitorId::new);
  }

  private static Purchased purchased(
      JsonField detail, JsonField properties, Who who, Instant time) {
    Currency currency = properties.at("currency").currency();
    if (currency == null) {
      throw properties.at("currency").wrong("is required, like JPY");
    }
    JsonField products = properties.at("products");
    List<OrderLine> lines = lines(products, products.entries(MAX_LINES));
    return new Purchased(
        properties.at("order_id").requiredId(OrderId::new),
        who,
        time,
        contact(detail, detail.at("context").objectIfAny().at("traits")),
        currency,
        lines,
        properties.at("total").amount(),
        properties.at("shipping").amount(),
        properties.at("discount").amount());
  }

  private static Refunded refunded(JsonField properties, Who who, Instant time) {
    OrderId order = properties.at("order_id").id(OrderId::new);
    OrderId refund = properties.at("refund_id").id(OrderId::new);
    OrderId key = refund != null ? refund : order;
    if (key == null) {
      throw properties.at("order_id").wrong("is required where there is no refund_id");
    }
    JsonField products = properties.at("products");
    List<OrderLine> lines = lines(products, products.list(MAX_LINES));
    if (order == null && lines.isEmpty()) {
      throw products.wrong("is required where there is no order_id");
    }
    return new Refunded(key, order, who, time, lines);
  }

  private static Browsed browsed(Browsed.Action action, JsonField detail, Who who, Instant time) {
    if (who.equals(Who.NOBODY)) {
      throw detail.at("anonymousId").wrong("is required where there is no userId");
    }
    JsonField properties = detail.at("properties").object();
    return new Browsed(action, properties.at("product_id").requiredId(ItemId::new), who, time);
  }

  private static List<OrderLine> lines(JsonField place, List<JsonField> products) {
    List<OrderLine> lines = new ArrayList<>();
    for (JsonField product : products) {
      JsonField quantity = product.object().at("quantity");
      lines.add(
          new OrderLine(
              product.at("product_id").requiredId(ItemId::new),
              product.at("name").text(500),
              quantity.isAbsent() ? 1 : quantity.wholeNumber(1, 1_000_000),
              product.at("price").requiredAmount()));
    }
    int nameBytes =
        lines.stream()
            .map(OrderLine::title)
            .filter(Objects::nonNull)
            .mapToInt(title -> title.getBytes(StandardCharsets.UTF_8).length)
            .sum();
    if (nameBytes > MAX_NAME_BYTES) {
      throw place.wrong("must have names of at most " + MAX_NAME_BYTES + " bytes in all");
    }
    return lines;
  }

  private static ItemUpdated itemUpdated(JsonField properties, Instant time) {
    JsonField stock = properties.at("stock");
    return new ItemUpdated(
        properties.at("product_id").requiredId(ItemId::new),
        time,
        properties.at("name").requiredText(500),
        properties.at("url").webAddress(),
        properties.at("image_url").webAddress(),
        properties.at("price").amount(),
        properties.at("currency").currency(),
        stock.isAbsent() ? null : stock.wholeNumber(0, 1_000_000_000),
        properties.at("category").text(200),
        properties.at("family").text(200),
        properties.at("published").yesOrNo(true));
  }

  private static Contact contact(JsonField detail, JsonField traits) {
    traits.objectIfAny();
    JsonField context = detail.at("context").objectIfAny();
    String email = traits.at("email").text(254);
    if (email != null && !email.matches("[^\\s@<>,;:\"]+@[^\\s@<>,;:\"]+\\.[^\\s@<>,;:\"]+")) {
      throw traits.at("email").wrong("must be a mail address");
    }
    ConsentJson answers = ConsentJson.read(traits.at("consent"));
    return new Contact(
        email,
        name(traits),
        first(traits.at("language"), traits.at("locale"), context.at("locale")),
        first(traits.at("timezone"), context.at("timezone")),
        answers.all(),
        answers.kinds());
  }

  private static @Nullable String name(JsonField traits) {
    String name = traits.at("name").text(200);
    if (name != null) {
      return name;
    }
    String first = traits.at("firstName").text(100);
    String last = traits.at("lastName").text(100);
    if (first == null || last == null) {
      return first != null ? first : last;
    }
    return isJapanese(first + last) ? last + " " + first : first + " " + last;
  }

  /** Whether a name is in Japanese script, in which the family name comes first. */
  private static boolean isJapanese(String name) {
    return name.codePoints()
        .mapToObj(Character.UnicodeScript::of)
        .anyMatch(script ->
            switch (script) {
              case HAN, HIRAGANA, KATAKANA -> true;
              default -> false;
            });
  }

  private static @Nullable String first(JsonField... fields) {
    for (JsonField field : fields) {
      String text = field.text(64);
      if (text != null) {
        return text;
      }
    }
    return null;
  }
}
