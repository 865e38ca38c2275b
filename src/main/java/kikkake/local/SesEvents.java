package kikkake.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The events that SES publishes to EventBridge for an accepted mail.
 *
 * <p>The shapes are those of the SES developer guide, "Monitoring SES events using Amazon
 * EventBridge"; what happens to which address follows SES's mailbox simulator.
 */
final class SesEvents {
  private static final Pattern SIMULATOR =
      Pattern.compile(
          "(bounce|complaint|ooto|suppressionlist|success)(\\+.*)?@simulator\\.amazonses\\.com");

  /** SES writes three digits after the second, always. */
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private SesEvents() {}

  /** Every event of a mail, oldest first, each as an EventBridge envelope in JSON. */
  static List<String> of(String messageId, Instant at, SesRequest request) {
    var events = new ArrayList<String>();
    events.add(event("Email Sent", "Send", "send", json(), messageId, at, request));
    for (String to : request.to()) {
      String address = bare(to);
      switch (simulated(address)) {
        case "bounce" -> events.add(bounce(address, "General", messageId, at, request));
        case "suppressionlist" -> events.add(bounce(address, "Suppressed", messageId, at, request));
        case "complaint" -> {
          events.add(delivery(address, messageId, at, request));
          events.add(complaint(address, messageId, at, request));
        }
        default -> events.add(delivery(address, messageId, at, request));
      }
    }
    return events;
  }

  private static String simulated(String address) {
    var matcher = SIMULATOR.matcher(address.toLowerCase(Locale.ROOT));
    return matcher.matches() ? matcher.group(1) : "";
  }

  private static String delivery(String address, String messageId, Instant at, SesRequest request) {
    ObjectNode delivery = json();
    delivery.put("timestamp", MILLIS.format(at));
    delivery.put("processingTimeMillis", 0);
    delivery.putArray("recipients").add(address);
    delivery.put("smtpResponse", "250 2.6.0 Message received");
    delivery.put("reportingMTA", "a8-50.smtp-out.amazonses.com");
    return event("Email Delivered", "Delivery", "delivery", delivery, messageId, at, request);
  }

  private static String bounce(
      String address, String subType, String messageId, Instant at, SesRequest request) {
    ObjectNode bounce = json();
    bounce.put("feedbackId", feedbackId(messageId, "bounce", address));
    bounce.put("bounceType", "Permanent");
    bounce.put("bounceSubType", subType);
    ObjectNode recipient = bounce.putArray("bouncedRecipients").addObject();
    recipient.put("emailAddress", address);
    recipient.put("action", "failed");
    recipient.put("status", "5.1.1");
    recipient.put("diagnosticCode", "smtp; 550 5.1.1 user unknown");
    bounce.put("timestamp", MILLIS.format(at));
    bounce.put("reportingMTA", "dns; a8-50.smtp-out.amazonses.com");
    return event("Email Bounced", "Bounce", "bounce", bounce, messageId, at, request);
  }

  private static String complaint(
      String address, String messageId, Instant at, SesRequest request) {
    ObjectNode complaint = json();
    complaint.put("feedbackId", feedbackId(messageId, "complaint", address));
    complaint.putNull("complaintSubType");
    complaint.putArray("complainedRecipients").addObject().put("emailAddress", address);
    complaint.put("timestamp", MILLIS.format(at));
    complaint.put("userAgent", "Amazon SES Mailbox Simulator");
    complaint.put("complaintFeedbackType", "abuse");
    complaint.put("arrivalDate", MILLIS.format(at));
    return event(
        "Email Complaint Received", "Complaint", "complaint", complaint, messageId, at, request);
  }

  private static String event(
      String detailType,
      String eventType,
      String field,
      JsonNode about,
      String messageId,
      Instant at,
      SesRequest request) {
    ObjectNode detail = json();
    detail.put("eventType", eventType);
    detail.set("mail", mail(messageId, at, request));
    detail.set(field, about);
    ObjectNode envelope =
        LocalEventBus.envelope(
            uuid(messageId + detailType + about), detailType, "aws.ses", at, detail);
    request
        .configurationSet()
        .ifPresent(set ->
            envelope
                .withArray("resources")
                .add("arn:aws:ses:us-east-1:" + LocalAws.ACCOUNT + ":configuration-set/" + set));
    return LocalHttp.text(envelope);
  }

  private static ObjectNode mail(String messageId, Instant at, SesRequest request) {
    ObjectNode mail = json();
    mail.put("timestamp", MILLIS.format(at));
    mail.put("source", request.from());
    mail.put("sendingAccountId", LocalAws.ACCOUNT);
    mail.put("messageId", messageId);
    var destination = mail.putArray("destination");
    request.to().forEach(to -> destination.add(bare(to)));
    mail.put("headersTruncated", false);
    header(mail.putArray("headers").addObject(), "Subject", request.subject());
    ObjectNode common = mail.putObject("commonHeaders");
    common.putArray("from").add(request.from());
    var to = common.putArray("to");
    request.to().forEach(to::add);
    common.put("messageId", messageId);
    common.put("subject", request.subject());
    ObjectNode tags = mail.putObject("tags");
    request.configurationSet().ifPresent(set -> tags.putArray("ses:configuration-set").add(set));
    tags.putArray("ses:source-ip").add("127.0.0.1");
    tags.putArray("ses:from-domain").add(bare(request.from()).replaceFirst(".*@", ""));
    tags.putArray("ses:caller-identity").add("laptop");
    request.tags().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(tag -> tags.putArray(tag.getKey()).add(tag.getValue()));
    return mail;
  }

  private static void header(ObjectNode header, String name, String value) {
    header.put("name", name);
    header.put("value", value);
  }

  private static String bare(String address) {
    try {
      return new InternetAddress(address).getAddress();
    } catch (MessagingException e) {
      throw new IllegalStateException("An accepted address cannot be read", e);
    }
  }

  private static String feedbackId(String messageId, String kind, String address) {
    return messageId.substring(0, 16) + "-" + uuid(messageId + kind + address) + "-000000";
  }

  private static UUID uuid(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode json() {
    return LocalHttp.JSON.createObjectNode();
  }
}
