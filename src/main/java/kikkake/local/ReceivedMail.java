package kikkake.local;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mail that the laptop's SES accepted.
 *
 * @param messageId the id that SES gave it
 * @param at when it was accepted
 * @param from the address it was sent from
 * @param to everyone it was sent to
 * @param subject its subject, decoded
 * @param tags the message tags of the request
 * @param raw its source, as it was sent
 */
@SuppressWarnings("ArrayRecordComponent") // The source is bytes, and nobody compares two mails.
public record ReceivedMail(
    String messageId,
    Instant at,
    String from,
    List<String> to,
    String subject,
    Map<String, String> tags,
    byte[] raw) {
  public ReceivedMail {
    to = List.copyOf(to);
    tags = Map.copyOf(tags);
  }

  /** The HTML that the mail shows, when it has any. */
  public Optional<String> html() {
    return read("text/html");
  }

  /** The plain text that the mail shows, when it has any. */
  public Optional<String> text() {
    return read("text/plain");
  }

  /** The value of a header, decoded by nobody, or empty when the mail does not have it. */
  public Optional<String> header(String name) {
    try {
      return Optional.ofNullable(message().getHeader(name, ", "));
    } catch (MessagingException e) {
      throw new IllegalStateException("Mail " + messageId + " cannot be read", e);
    }
  }

  /** The beginning of the source as text, at most so many bytes of it. */
  public String source(int mostBytes) {
    return new String(raw, 0, Math.min(raw.length, mostBytes), StandardCharsets.UTF_8);
  }

  private Optional<String> read(String mimeType) {
    try {
      return find(message(), mimeType);
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("Mail " + messageId + " cannot be read", e);
    }
  }

  private MimeMessage message() throws MessagingException {
    return new MimeMessage(null, new ByteArrayInputStream(raw));
  }

  private static Optional<String> find(Part part, String mimeType)
      throws MessagingException, IOException {
    if (part.isMimeType(mimeType) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      return Optional.of(part.getContent().toString());
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart child = parts.getBodyPart(i);
        Optional<String> found = find(child, mimeType);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
