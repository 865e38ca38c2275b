package kikkake.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
    for (String field : new String[] {"customer", "mail", "key"}) {
      if (!node.path(field).isTextual()) {
        throw new MalformedEvent(field, "is required");
      }
    }
    try {
      return new MailKey(
          new CustomerId(node.get("customer").textValue()),
          MailKind.of(node.get("mail").textValue()),
          node.get("key").textValue());
    } catch (IllegalArgumentException e) {
      throw new MalformedEvent("customer, mail or key", String.valueOf(e.getMessage()));
    }
  }
}
