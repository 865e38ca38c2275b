package kikkake.mail;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

/**
 * Hands mails to Amazon SES. The client must not retry: SES has no idempotency token, so a second
 * try may be a second mail.
 */
public final class SesMailer implements Mailer, TestMailer {
  /** The tag that says which planned mail it is; every event of SES echoes it. */
  public static final String SEND_TAG = "kikkake-send";

  /** The tag that says which kind of mail it is, for figures by kind. */
  public static final String KIND_TAG = "kind";

  /** The tag that says which claim of the planned mail it is. */
  public static final String ATTEMPT_TAG = "kikkake-attempt";

  private static final int TOO_MANY_REQUESTS = 429;

  private final SesV2Client client;
  private final String configurationSet;

  public SesMailer(SesV2Client client, String configurationSet) {
    this.client = client;
    this.configurationSet = configurationSet;
  }

  @Override
  public Answer send(OutgoingMail mail) {
    return send(
        mail.sender(),
        mail.to(),
        mail.raw(),
        tag(SEND_TAG, mail.sendId()),
        tag(ATTEMPT_TAG, Integer.toString(mail.attempt())),
        tag(KIND_TAG, mail.kind().label()));
  }

  @Override
  public Answer sendTest(String sender, String to, String mime) {
    return send(sender, to, mime, tag(KIND_TAG, "test"));
  }

  private Answer send(String sender, String to, String mime, MessageTag... tags) {
    try {
      String messageId =
          client
              .sendEmail(r ->
                  r.fromEmailAddress(sender)
                      .destination(d -> d.toAddresses(quoted(to)))
                      .content(c ->
                          c.raw(raw ->
                              raw.data(SdkBytes.fromString(mime, StandardCharsets.US_ASCII))))
                      .configurationSetName(configurationSet)
                      .emailTags(tags))
              .messageId();
      return new Answer.Accepted(messageId);
    } catch (BadRequestException | MessageRejectedException e) {
      return isAboutTheAccount(e, sender, to)
          ? new Answer.NotNow(Hindrance.NOT_ALLOWED, "ses-NotVerified")
          : new Answer.Refused("ses-" + code(e));
    } catch (SesV2Exception e) {
      // 5xx: nobody knows. 4xx: SES took nothing.
      return e.statusCode() < 500
          ? new Answer.NotNow(hindrance(e), "ses-" + code(e))
          : new Answer.Unknown("ses-" + e.statusCode());
    } catch (SdkClientException e) {
      return neverArrived(e)
          ? new Answer.NotNow(Hindrance.UNREACHABLE, "ses-unreachable")
          : new Answer.Unknown("ses-no-answer");
    }
  }

  /**
   * Whether SES refused the sender and not the mail: an identity is not verified, and it is ours.
   * In SES's sandbox it is the recipient's.
   */
  private static boolean isAboutTheAccount(SesV2Exception e, String from, String to) {
    String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (!said.contains("not verified")) {
      return false;
    }
    String sender = bare(from);
    return names(said, sender)
        || names(said, sender.substring(sender.lastIndexOf('@') + 1))
        || !(names(said, to) || names(said, quoted(to)));
  }

  /** Whether a text names an address or a domain, and not only a longer one that contains it. */
  private static boolean names(String said, String identity) {
    String whole = Pattern.quote(identity.toLowerCase(Locale.ROOT));
    return Pattern.compile(
            "(?<![a-z0-9.!#$%&'*+=?^_`{|}~@-])" + whole + "(?![a-z0-9@-]|\\.[a-z0-9])")
        .matcher(said)
        .find();
  }

  /** SES tells its two limits apart by words only; anything else of 4xx is for somebody to mend. */
  private static Hindrance hindrance(SesV2Exception e) {
    String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (said.contains("daily message quota") || e instanceof LimitExceededException) {
      return Hindrance.QUOTA_USED_UP;
    }
    boolean throttled =
        e instanceof TooManyRequestsException
            || e.statusCode() == TOO_MANY_REQUESTS
            || code(e).startsWith("Throttling");
    return throttled ? Hindrance.TOO_FAST : Hindrance.NOT_ALLOWED;
  }

  /**
   * The address with its local part quoted where RFC 5322 wants that: Japanese carriers gave out
   * addresses like {@code a..b@docomo.ne.jp}.
   */
  static String quoted(String address) {
    int at = address.lastIndexOf('@');
    String local = address.substring(0, at);
    boolean plain =
        !local.startsWith(".")
            && !local.endsWith(".")
            && !local.contains("..")
            && local.chars().noneMatch(c -> "()<>[]:;\\,\" ".indexOf(c) >= 0);
    return plain
        ? address
        : "\"" + local.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" + address.substring(at);
  }

  /**
   * The address as the shop knows it: SES's events tell it as it stood in the mail, quoted and
   * perhaps with a name.
   */
  public static String bare(String told) {
    String address = told.strip();
    if (address.endsWith(">")) {
      address = address.substring(address.lastIndexOf('<') + 1, address.length() - 1);
    }
    int at = address.lastIndexOf('@');
    return at > 1 && address.startsWith("\"") && address.charAt(at - 1) == '"'
        ? address.substring(1, at - 1).replaceAll("\\\\(.)", "$1") + address.substring(at)
        : address;
  }

  private static boolean neverArrived(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof NoRouteToHostException
          || cause instanceof SSLHandshakeException
          || (cause instanceof SocketTimeoutException
              && String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("connect"))) {
        return true;
      }
    }
    return false;
  }

  private static String code(SesV2Exception e) {
    String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
    return code == null
        ? Integer.toString(e.statusCode())
        : code.replaceAll("(Exception|Error)$", "").replaceAll("[^A-Za-z0-9._-]", "");
  }

  private static MessageTag tag(String name, String value) {
    return MessageTag.builder().name(name).value(value).build();
  }
}
