package kikkake.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A SendEmail request that SES would take: it has a sender, a destination, fit tags and a MIME
 * mail.
 */
@SuppressWarnings("ArrayRecordComponent") // The source is bytes, and nobody compares two requests.
record SesRequest(
    String from,
    List<String> to,
    String subject,
    Map<String, String> tags,
    Optional<String> configurationSet,
    byte[] raw) {
  static final int MOST_BYTES = 40 * 1024 * 1024;
  private static final int MOST_RECIPIENTS = 50;
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_.@-]{1,256}");

  SesRequest {
    to = List.copyOf(to);
    tags = Map.copyOf(tags);
  }

  /** SES would not take the request; the message says why. */
  static final class Invalid extends Exception {
    Invalid(String message) {
      super(message);
    }
  }

  /** Reads the JSON body of {@code POST /v2/email/outbound-emails}. */
  static SesRequest read(byte[] body) throws Invalid {
    try {
      JsonNode request = LocalHttp.JSON.readTree(body);
      JsonNode content = request.path("Content");
      byte[] raw;
      if (content.has("Raw")) {
        raw = Base64.getDecoder().decode(content.path("Raw").path("Data").asText());
      } else if (content.has("Simple")) {
        raw = simple(request, content.path("Simple"));
      } else {
        throw new Invalid("Content needs Raw or Simple; the laptop's SES has no templates.");
      }
      if (raw.length > MOST_BYTES) {
        throw new Invalid("Message length is more than " + MOST_BYTES + " bytes long.");
      }
      return checked(request, raw);
    } catch (JsonProcessingException e) {
      throw new Invalid("The request is not JSON.");
    } catch (IllegalArgumentException e) {
      throw new Invalid("Content.Raw.Data is not base64.");
    } catch (MessagingException | IOException e) {
      throw new Invalid("The message does not parse as MIME: " + e.getMessage());
    }
  }

  private static SesRequest checked(JsonNode request, byte[] raw)
      throws Invalid, MessagingException, IOException {
    var message = new MimeMessage(null, new ByteArrayInputStream(raw));
    if (!message.getAllHeaders().hasMoreElements()) {
      throw new Invalid("The message does not parse as MIME: it has no headers.");
    }
    if (message.isMimeType("multipart/*")
        && message.getContent() instanceof Multipart parts
        && parts.getCount() == 0) {
      throw new Invalid("The message does not parse as MIME: it has no parts.");
    }
    List<String> to = destinations(request);
    if (to.isEmpty()) {
      to = addresses(message.getAllRecipients());
    }
    if (to.isEmpty()) {
      throw new Invalid("Destination is missing: no recipient in the request or in the message.");
    }
    if (to.size() > MOST_RECIPIENTS) {
      throw new Invalid("Recipient count exceeds " + MOST_RECIPIENTS + ".");
    }
    for (String address : to) {
      requireDomain(address);
    }
    String from = request.path("FromEmailAddress").asText("");
    if (from.isEmpty()) {
      from = addresses(message.getFrom()).stream().findFirst().orElse("");
    }
    if (from.isEmpty()) {
      throw new Invalid("FromEmailAddress is missing.");
    }
    requireDomain(from);
    return new SesRequest(
        from,
        to,
        Optional.ofNullable(message.getSubject()).orElse(""),
        tags(request.path("EmailTags")),
        Optional.of(request.path("ConfigurationSetName").asText("")).filter(s -> !s.isEmpty()),
        raw);
  }

  private static List<String> destinations(JsonNode request) {
    var to = new ArrayList<String>();
    for (String field : List.of("ToAddresses", "CcAddresses", "BccAddresses")) {
      request.path("Destination").path(field).forEach(address -> to.add(address.asText()));
    }
    return to;
  }

  private static List<String> addresses(jakarta.mail.Address @Nullable [] addresses) {
    return addresses == null ? List.of() : Arrays.stream(addresses).map(Object::toString).toList();
  }

  private static void requireDomain(String address) throws Invalid, MessagingException {
    for (InternetAddress parsed : InternetAddress.parse(address, true)) {
      if (parsed.getAddress().indexOf('@') < 1) {
        throw new Invalid("Missing final '@domain'");
      }
    }
  }

  private static Map<String, String> tags(JsonNode emailTags) throws Invalid {
    var tags = new LinkedHashMap<String, String>();
    for (JsonNode tag : emailTags) {
      String name = tag.path("Name").asText("");
      String value = tag.path("Value").asText("");
      if (!TAG.matcher(name).matches() || !TAG.matcher(value).matches()) {
        throw new Invalid(
            "Tag name or value has a character other than A-Z a-z 0-9 _ . @ -, or is longer than 256.");
      }
      if (tags.put(name, value) != null) {
        throw new Invalid("Duplicate tag name: " + name + ".");
      }
    }
    return tags;
  }

  private static byte[] simple(JsonNode request, JsonNode simple)
      throws Invalid, MessagingException, IOException {
    JsonNode body = simple.path("Body");
    if (!simple.path("Subject").has("Data") || !(body.has("Html") || body.has("Text"))) {
      throw new Invalid("Content.Simple needs a Subject, and an Html or a Text body.");
    }
    var message = new MimeMessage((jakarta.mail.Session) null);
    message.setFrom(request.path("FromEmailAddress").asText());
    for (String to : destinations(request)) {
      message.addRecipients(Message.RecipientType.TO, to);
    }
    message.setSubject(simple.path("Subject").path("Data").asText(), StandardCharsets.UTF_8.name());
    for (JsonNode header : simple.path("Headers")) {
      message.addHeader(header.path("Name").asText(), header.path("Value").asText());
    }
    var parts = new MimeMultipart("alternative");
    for (String kind : List.of("Text", "Html")) {
      if (body.has(kind)) {
        var part = new MimeBodyPart();
        part.setText(
            body.path(kind).path("Data").asText(),
            StandardCharsets.UTF_8.name(),
            kind.equals("Text") ? "plain" : "html");
        parts.addBodyPart(part);
      }
    }
    message.setContent(parts);
    var bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    return bytes.toByteArray();
  }
}
