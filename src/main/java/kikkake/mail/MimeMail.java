package kikkake.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import kikkake.template.RenderedMail;
import org.jspecify.annotations.Nullable;

/**
 * Builds the message: text and HTML part, names by RFC 2047, one-click unsubscribe by RFC 8058. The
 * same mail gives the same bytes.
 */
final class MimeMail {
  static {
    // Otherwise Jakarta Mail searches the whole class path for it, at every part of every mail.
    System.setProperty(
        "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
  }

  private static final Session SESSION = Session.getInstance(new Properties());

  private MimeMail() {}

  /**
   * The whole message as text in ASCII.
   *
   * @param unsubscribeUrl where a POST unsubscribes; null where the mail is not advertising
   */
  static String compose(
      Shop shop,
      String to,
      @Nullable String toName,
      String sendId,
      RenderedMail mail,
      @Nullable String unsubscribeUrl,
      Instant now) {
    try {
      MimeMessage message = new FixedMessage(sendId);
      message.setFrom(address(shop.from(), shop.name()));
      message.setRecipient(MimeMessage.RecipientType.TO, address(SesMailer.quoted(to), toName));
      String replyTo = shop.replyTo();
      if (replyTo != null) {
        message.setReplyTo(new Address[] {address(replyTo, shop.name())});
      }
      message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
      message.setSentDate(Date.from(now));
      if (unsubscribeUrl != null) {
        message.setHeader("List-Unsubscribe", "<" + unsubscribeUrl + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
      }
      FixedMultipart parts = new FixedMultipart();
      parts.addBodyPart(part(mail.text(), "plain"));
      parts.addBodyPart(part(mail.html(), "html"));
      message.setContent(parts);
      ByteArrayOutputStream raw = new ByteArrayOutputStream();
      message.writeTo(raw);
      return raw.toString(StandardCharsets.US_ASCII);
    } catch (MessagingException e) {
      throw new IllegalStateException("A mail could not be built", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, StandardCharsets.UTF_8.name(), subtype);
    return part;
  }

  private static InternetAddress address(String address, @Nullable String name) throws IOException {
    return new InternetAddress(address, name, StandardCharsets.UTF_8.name());
  }

  /** SES sets the Message-ID that counts; ours only has to be the same each time. */
  private static final class FixedMessage extends MimeMessage {
    private final String sendId;

    FixedMessage(String sendId) {
      super(SESSION);
      this.sendId = sendId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + sendId + "@kikkake>");
    }
  }

  private static final class FixedMultipart extends MimeMultipart {
    FixedMultipart() {
      super("alternative");
      contentType = "multipart/alternative; boundary=\"=_kikkake\"";
    }
  }
}
