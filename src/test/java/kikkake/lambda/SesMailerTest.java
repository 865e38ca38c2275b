package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kikkake.TestData;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.Mailer;
import kikkake.mail.Mailer.Answer;
import kikkake.mail.Mailer.Hindrance;
import kikkake.mail.OutgoingMail;
import kikkake.mail.SesMailer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** The real client, built as Lambda builds it, against a server that answers as it is told. */
class SesMailerTest {
  private static final MailKey KEY = new MailKey(TestData.ANNA, MailKind.THANK_YOU, "o-1");
  private static final OutgoingMail MAIL =
      new OutgoingMail("shop@shop.example", "a..b@docomo.ne.jp", "Subject: x\r\n\r\ny", KEY, 2);
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");
  private static final String HANG_UP = "";
  private static final String BREAK_OFF =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{";

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> answers = new CopyOnWriteArrayList<>();
  private ServerSocket server = unbound();
  private Mailer mailer = mail -> new Answer.Unknown("not started");

  private static ServerSocket unbound() {
    try {
      return new ServerSocket();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    mailer = mailer(server.getLocalPort());
    Thread.ofVirtual().start(this::serve);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private static Mailer mailer(int port) {
    return new SesMailer(
        AwsClients.withoutSecondTries(
            SesV2Client.builder()
                .region(Region.AP_NORTHEAST_1)
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .endpointOverride(URI.create("http://127.0.0.1:" + port))),
        "kikkake");
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (String request = read(in); !request.isEmpty(); request = read(in)) {
        requests.add(request);
        String answer = answers.get(Math.min(requests.size(), answers.size()) - 1);
        if (answer.equals(HANG_UP)) {
          return;
        }
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        if (answer.equals(BREAK_OFF)) {
          return;
        }
      }
    } catch (IOException e) {
      // The client hung up, which ends the connection.
    }
  }

  private static String read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    Matcher length = LENGTH.matcher(head);
    int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
    return head + new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
  }

  private static String http(int status, String error, String body) {
    return """
    HTTP/1.1 %d x\r
    Content-Type: application/json\r
    %sContent-Length: %d\r
    \r
    %s\
    """
        .formatted(
            status,
            error.isEmpty() ? "" : "x-amzn-ErrorType: " + error + "\r\n",
            body.length(),
            body);
  }

  private static String accepted() {
    return http(200, "", "{\"MessageId\":\"ses-1\"}");
  }

  @Test
  void whatSesTakesIsAcceptedUnderItsMessageId() {
    answers.add(accepted());

    assertThat(mailer.send(MAIL)).isEqualTo(new Answer.Accepted("ses-1"));
    assertThat(requests).hasSize(1);
    assertThat(requests.getFirst())
        .startsWith("POST /v2/email/outbound-emails ")
        .contains("\"FromEmailAddress\":\"shop@shop.example\"")
        .contains("\\\"a..b\\\"@docomo.ne.jp")
        .contains("\"ConfigurationSetName\":\"kikkake\"")
        .contains("{\"Name\":\"kikkake-send\",\"Value\":\"" + KEY.sendId() + "\"}")
        .contains("{\"Name\":\"kikkake-attempt\",\"Value\":\"2\"}")
        .contains("{\"Name\":\"kind\",\"Value\":\"thank-you\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "400, MessageRejected,               Refused, ses-MessageRejected",
    "400, BadRequestException,           Refused, ses-BadRequest",
    "400, SendingPausedException,        NotNow,  ses-SendingPaused",
    "400, AccountSuspendedException,     NotNow,  ses-AccountSuspended",
    "400, MailFromDomainNotVerifiedException, NotNow, ses-MailFromDomainNotVerified",
    "403, AccessDeniedException,         NotNow,  ses-AccessDenied",
    "404, NotFoundException,             NotNow,  ses-NotFound",
    "429, TooManyRequestsException,      NotNow,  ses-TooManyRequests",
    "500, InternalServiceErrorException, Unknown, ses-500",
    "503, ServiceUnavailable,            Unknown, ses-503",
  })
  void eachErrorHasItsAnswerAndIsNotTriedAgain(
      int status, String error, String kind, String reason) {
    answers.add(http(status, error, "{\"message\":\"because\"}"));

    Answer answer = mailer.send(MAIL);

    assertThat(answer).extracting("reason").isEqualTo(reason);
    assertThat(answer.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(requests).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "429, TooManyRequestsException,  Maximum sending rate exceeded., TOO_FAST",
    "400, Throttling,                Rate exceeded,                  TOO_FAST",
    "400, ThrottlingException,       Rate exceeded,                  TOO_FAST",
    "429, TooManyRequestsException,  Daily message quota exceeded.,  QUOTA_USED_UP",
    "400, LimitExceededException,    too much,                       QUOTA_USED_UP",
    "400, SendingPausedException,    paused,                         NOT_ALLOWED",
    "400, AccountSuspendedException, suspended,                      NOT_ALLOWED",
    "403, AccessDeniedException,     no,                             NOT_ALLOWED",
    "404, NotFoundException,         no such configuration set,      NOT_ALLOWED",
  })
  void whatHindersSesTellsHowLongToWaitAndWhetherOthersWaitToo(
      int status, String error, String message, Hindrance hindrance) {
    answers.add(http(status, error, "{\"message\":\"" + message + "\"}"));

    assertThat(mailer.send(MAIL))
        .isInstanceOfSatisfying(
            Answer.NotNow.class, answer -> assertThat(answer.hindrance()).isEqualTo(hindrance));
    assertThat(requests).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop@shop.example",
        "Shop <SHOP@shop.example>, shop@shop.example",
        "shop.example",
        "arn:aws:ses:ap-northeast-1:123456789012:identity/shop.example",
        "shop@shop.example, a..b@docomo.ne.jp",
        "somebody@docomo.ne.jp",
        ""
      })
  void anIdentityOfOursThatIsNotVerifiedStopsEverybodyAndRefusesNoMail(String identities) {
    answers.add(notVerified(identities));

    assertThat(mailer.send(MAIL))
        .isEqualTo(new Answer.NotNow(Hindrance.NOT_ALLOWED, "ses-NotVerified"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b@docomo.ne.jp", "A..b@docomo.ne.jp.", "\\\"a..b\\\"@docomo.ne.jp"})
  void aRecipientWhoIsNotVerifiedInTheSandboxIsRefusedAlone(String identities) {
    answers.add(notVerified(identities));

    assertThat(mailer.send(MAIL)).isEqualTo(new Answer.Refused("ses-MessageRejected"));
  }

  private static String notVerified(String identities) {
    return http(
        400,
        "MessageRejected",
        "{\"message\":\"Email address is not verified. The following identities failed the check in"
            + " region AP-NORTHEAST-1: "
            + identities
            + "\"}");
  }

  @Test
  void aCodeOfSesIsOneWordWhateverComes() {
    answers.add(http(403, "Odd Thing\t1", "{\"message\":\"because\"}"));

    assertThat(mailer.send(MAIL))
        .isEqualTo(new Answer.NotNow(Hindrance.NOT_ALLOWED, "ses-OddThing1"));
  }

  @Test
  void aConnectionThatBreaksWithoutAnAnswerLeavesItUnknownAfterOneRequest() {
    answers.add(HANG_UP);

    assertThat(mailer.send(MAIL)).isEqualTo(new Answer.Unknown("ses-no-answer"));
    assertThat(requests).hasSize(1);
  }

  @Test
  void alsoAConnectionThatWorkedBeforeIsNotTriedAgain() {
    answers.addAll(List.of(accepted(), HANG_UP, accepted()));

    assertThat(mailer.send(MAIL)).isInstanceOf(Answer.Accepted.class);
    assertThat(mailer.send(MAIL)).isEqualTo(new Answer.Unknown("ses-no-answer"));
    assertThat(requests).hasSize(2);
    assertThat(mailer.send(MAIL)).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  void anAnswerThatBreaksOffLeavesItUnknown() {
    answers.add(BREAK_OFF);

    assertThat(mailer.send(MAIL)).isEqualTo(new Answer.Unknown("ses-no-answer"));
    assertThat(requests).hasSize(1);
  }

  @Test
  void whereNobodyListensNothingWasTaken() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    assertThat(mailer(port).send(MAIL))
        .isEqualTo(new Answer.NotNow(Hindrance.UNREACHABLE, "ses-unreachable"));
  }
}
