package kikkake.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** A message as a mail program reads it. */
public record ParsedMail(MimeMessage message) {
  public static ParsedMail of(String raw) {
    try {
      return new ParsedMail(
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII))));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The values of a header, as they stand there. */
  public List<String> header(String name) {
    return read(() -> {
      String[] values = message.getHeader(name);
      return values == null ? List.of() : List.of(values);
    });
  }

  public List<String> headerNames() {
    return read(() ->
        java.util.Collections.list(message.getAllHeaders()).stream()
            .map(jakarta.mail.Header::getName)
            .toList());
  }

  public String subject() {
    return read(message::getSubject);
  }

  public InternetAddress to() {
    return read(() -> (InternetAddress) message.getAllRecipients()[0]);
  }

  public InternetAddress from() {
    return read(() -> (InternetAddress) message.getFrom()[0]);
  }

  public int recipients() {
    return read(() -> message.getAllRecipients().length);
  }

  public String text() {
    return part(0, "text/plain");
  }

  public String html() {
    return part(1, "text/html");
  }

  private String part(int number, String type) {
    return read(() -> {
      MimeMultipart parts = (MimeMultipart) message.getContent();
      if (parts.getCount() != 2 || !parts.getBodyPart(number).isMimeType(type)) {
        throw new IllegalStateException("There is no part " + type + " at " + number);
      }
      return (String) parts.getBodyPart(number).getContent();
    });
  }

  private interface Reading<T> {
    T read() throws MessagingException, IOException;
  }

  private static <T> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
