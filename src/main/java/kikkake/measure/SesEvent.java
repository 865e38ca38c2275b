package kikkake.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kikkake.event.EventJson;
import kikkake.event.MalformedEvent;
import kikkake.mail.MailKey;
import kikkake.mail.SesMailer;
import org.jspecify.annotations.Nullable;

/**
 * What SES says happened to a mail.
 *
 * @param mail which planned mail; null where it was none of ours
 * @param attempt which claim of it
 * @param recipients the addresses it is about
 */
record SesEvent(
    Kind kind,
    @Nullable MailKey mail,
    int attempt,
    String messageId,
    Instant at,
    List<String> recipients) {

  private static final Pattern MESSAGE_ID = Pattern.compile("[!-~]{1,200}");
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** SES takes at most 50 recipients a mail; ours have one. */
  private static final int MAX_RECIPIENTS = 50;

  enum Kind {
    /** SES took it, or the receiving server did, or something came back from there. */
    ACCEPTED,
    /** The address does not work, for good. */
    BOUNCED_FOR_GOOD,
    /** The recipient called it spam. */
    COMPLAINED,
    /** SES took it, refused what is in it, and did not deliver it. */
    REFUSED,
    /** Says nothing that we act on. */
    OTHER
  }

  /**
   * Reads an event of SES in its EventBridge envelope.
   *
   * @throws MalformedEvent where it is none
   */
  static SesEvent read(String message) {
    JsonNode detail = EventJson.parse(message).path("detail");
    JsonNode mail = detail.path("mail");
    String messageId = required(mail.path("messageId"), "detail.mail.messageId");
    if (!MESSAGE_ID.matcher(messageId).matches()) {
      throw new MalformedEvent("detail.mail.messageId", "must be 1 to 200 visible characters");
    }
    String type = required(detail.path("eventType"), "detail.eventType");
    JsonNode tags = mail.path("tags");
    return new SesEvent(
        kind(type, detail),
        key(tags.path(SesMailer.SEND_TAG).path(0)),
        attempt(tags.path(SesMailer.ATTEMPT_TAG).path(0)),
        messageId,
        time(mail.path("timestamp")),
        recipients(type, detail));
  }

  private static Kind kind(String type, JsonNode detail) {
    return switch (type) {
      case "Bounce" ->
          "Permanent".equals(detail.path("bounce").path("bounceType").asText())
              ? Kind.BOUNCED_FOR_GOOD
              : Kind.ACCEPTED;
      case "Complaint" -> Kind.COMPLAINED;
      case "Reject" -> Kind.REFUSED;
      case "Send", "Delivery", "DeliveryDelay" -> Kind.ACCEPTED;
      default -> Kind.OTHER;
    };
  }

  private static @Nullable MailKey key(JsonNode tag) {
    if (!tag.isTextual()) {
      return null;
    }
    try {
      return MailKey.ofSendId(tag.textValue());
    } catch (IllegalArgumentException e) {
      throw new MalformedEvent(
          "detail.mail.tags." + SesMailer.SEND_TAG, "is not a send id of Kikkake");
    }
  }

  private static int attempt(JsonNode tag) {
    if (!tag.isTextual()) {
      return 0;
    }
    try {
      return Integer.parseInt(tag.textValue());
    } catch (NumberFormatException e) {
      throw new MalformedEvent(
          "detail.mail.tags." + SesMailer.ATTEMPT_TAG, "must be a whole number");
    }
  }

  private static List<String> recipients(String type, JsonNode detail) {
    JsonNode list =
        switch (type) {
          case "Bounce" -> detail.path("bounce").path("bouncedRecipients");
          case "Complaint" -> detail.path("complaint").path("complainedRecipients");
          default -> detail.path("none");
        };
    if (list.size() > MAX_RECIPIENTS) {
      throw new MalformedEvent("detail", "must not be about more than 50 recipients");
    }
    List<String> addresses = new ArrayList<>();
    list.forEach(
        recipient -> addresses.add(SesMailer.bare(recipient.path("emailAddress").asText())));
    addresses.removeIf(String::isBlank);
    return addresses;
  }

  private static Instant time(JsonNode timestamp) {
    try {
      Instant time = Instant.parse(timestamp.asText());
      if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
        throw new MalformedEvent(
            "detail.mail.timestamp", "must be a time between the years 1990 and 2100");
      }
      return time;
    } catch (DateTimeParseException e) {
      throw new MalformedEvent("detail.mail.timestamp", "must be an ISO 8601 time");
    }
  }

  private static String required(JsonNode node, String field) {
    if (!node.isTextual() || node.textValue().isEmpty()) {
      throw new MalformedEvent(field, "is required");
    }
    return node.textValue();
  }
}
