package kikkake.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import kikkake.event.Browsed;
import kikkake.event.Cancelled;
import kikkake.event.Consent;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import kikkake.event.EventJson;
import kikkake.event.Identified;
import kikkake.event.ItemUpdated;
import kikkake.event.OrderId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.Refunded;
import kikkake.event.ShopEvent;
import kikkake.event.VisitorId;
import kikkake.event.Who;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event as the JSON message that a shop would send; {@link EventJson} reads the same
 * event from it.
 */
public final class EventWriter {
  static final String SOURCE = "kikkake.replay";

  private EventWriter() {}

  /**
   * Writes one event in the EventBridge envelope. The envelope's id is made of what the event says,
   * so the same event is the same text.
   */
  public static String write(ShopEvent event) {
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    String name = name(event);
    if (event instanceof Identified) {
      detail.put("type", name);
    } else {
      detail.put("type", "track").put("event", name);
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    switch (event) {
      case Purchased purchased -> purchased(purchased, detail, body);
      case Cancelled cancelled -> {
        who(cancelled.who(), detail);
        body.put("order_id", cancelled.order().value());
      }
      case Refunded refunded -> refunded(refunded, detail, body);
      case Browsed browsed -> {
        who(browsed.who(), detail);
        body.put("product_id", browsed.item().value());
      }
      case Identified identified -> {
        who(new Who(identified.customer(), identified.visitor()), detail);
        contact(identified.contact(), body);
      }
      case ItemUpdated item -> item(item, body);
    }
    detail.put("timestamp", event.occurredAt().toString());
    detail.set(event instanceof Identified ? "traits" : "properties", body);

    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    UUID id = UUID.nameUUIDFromBytes(detail.toString().getBytes(StandardCharsets.UTF_8));
    envelope.put("version", "0").put("id", id.toString());
    envelope.put("source", SOURCE).put("detail-type", name);
    envelope.put("time", event.occurredAt().toString());
    envelope.set("detail", detail);
    return envelope.toString();
  }

  private static String name(ShopEvent event) {
    return switch (event) {
      case Purchased purchased -> "Order Completed";
      case Cancelled cancelled -> "Order Cancelled";
      case Refunded refunded -> "Order Refunded";
      case Identified identified -> "identify";
      case ItemUpdated item -> "Item Updated";
      case Browsed browsed ->
          switch (browsed.action()) {
            case VIEWED -> "Product Viewed";
            case ADDED -> "Product Added";
            case REMOVED -> "Product Removed";
          };
    };
  }

  private static void purchased(Purchased purchase, ObjectNode detail, ObjectNode properties) {
    who(purchase.who(), detail);
    if (!purchase.contact().isEmpty()) {
      contact(purchase.contact(), detail.putObject("context").putObject("traits"));
    }
    properties.put("order_id", purchase.order().value());
    properties.put("currency", purchase.currency().getCurrencyCode());
    amount(properties, "total", purchase.total());
    amount(properties, "shipping", purchase.shipping());
    amount(properties, "discount", purchase.discount());
    lines(purchase.lines(), properties);
  }

  private static void refunded(Refunded refund, ObjectNode detail, ObjectNode properties) {
    who(refund.who(), detail);
    OrderId order = refund.order();
    if (order != null) {
      properties.put("order_id", order.value());
    }
    if (!refund.refund().equals(order)) {
      properties.put("refund_id", refund.refund().value());
    }
    if (!refund.lines().isEmpty()) {
      lines(refund.lines(), properties);
    }
  }

  private static void lines(List<OrderLine> lines, ObjectNode properties) {
    ArrayNode products = properties.putArray("products");
    for (OrderLine line : lines) {
      ObjectNode product = products.addObject();
      product.put("product_id", line.item().value());
      text(product, "name", line.title());
      product.put("quantity", line.quantity());
      amount(product, "price", line.unitPrice());
    }
  }

  private static void item(ItemUpdated item, ObjectNode properties) {
    properties.put("product_id", item.item().value()).put("name", item.title());
    text(properties, "url", item.url());
    text(properties, "image_url", item.image());
    amount(properties, "price", item.price());
    Currency currency = item.currency();
    text(properties, "currency", currency == null ? null : currency.getCurrencyCode());
    Integer stock = item.stock();
    if (stock != null) {
      properties.put("stock", stock);
    }
    text(properties, "category", item.category());
    text(properties, "family", item.family());
    properties.put("published", item.published());
  }

  private static void contact(Contact contact, ObjectNode traits) {
    text(traits, "email", contact.email());
    text(traits, "name", contact.name());
    text(traits, "language", contact.language());
    text(traits, "timezone", contact.zone());
    Consent consent = contact.consent();
    if (!contact.kinds().isEmpty()) {
      ArrayNode answers = traits.putArray("consent");
      if (consent != null) {
        consent(consent, answers.addObject());
      }
      contact.kinds().forEach(answer -> consent(answer, answers.addObject()));
    } else if (consent != null) {
      consent(consent, traits.putObject("consent"));
    }
  }

  private static void consent(Consent consent, ObjectNode answer) {
    answer.put("advertising", consent.advertising()).put("at", consent.at().toString());
    text(answer, "source", consent.source());
    text(answer, "wording", consent.wording());
    text(answer, "kind", consent.kind());
  }

  private static void who(Who who, ObjectNode detail) {
    CustomerId customer = who.customer();
    if (customer != null) {
      detail.put("userId", customer.value());
    }
    VisitorId visitor = who.visitor();
    if (visitor != null) {
      detail.put("anonymousId", visitor.value());
    }
  }

  private static void text(ObjectNode node, String name, @Nullable String text) {
    if (text != null) {
      node.put(name, text);
    }
  }

  /** A fraction goes as text, because a JSON number would lose the zero of 2.50. */
  private static void amount(ObjectNode node, String name, @Nullable BigDecimal amount) {
    if (amount == null) {
      return;
    }
    if (amount.scale() == 0) {
      node.put(name, amount);
    } else {
      node.put(name, amount.toString());
    }
  }
}
