package kikkake.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.function.Function;
import kikkake.event.CustomerId;
import kikkake.event.EventJson;
import kikkake.event.MalformedEvent;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;

/** A hint on the send queue as text: which planned mail may be due. */
public final class SendMessage {
  private SendMessage() {}

  public static String write(MailKey mail) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("customer", mail.customer().value())
        .put("mail", mail.kind().label())
        .put("key", mail.businessKey())
        .toString();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws MalformedEvent names the field
   */
  static MailKey read(String message) {
    JsonNode node = EventJson.parse(message);
    CustomerId customer = field(node, "customer", CustomerId::new);
    MailKind kind = field(node, "mail", MailKind::of);
    return field(node, "key", key -> new MailKey(customer, kind, key));
  }

  private static <T> T field(JsonNode node, String name, Function<String, T> reader) {
    JsonNode value = node.path(name);
    if (!value.isTextual()) {
      throw new MalformedEvent(name, "is required, as a text");
    }
    try {
      return reader.apply(value.textValue());
    } catch (IllegalArgumentException e) {
      throw new MalformedEvent(name, String.valueOf(e.getMessage()));
    }
  }
}
