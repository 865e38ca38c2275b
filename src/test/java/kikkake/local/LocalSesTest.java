package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

class LocalSesTest {
  private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");
  private static final String MIME =
      """
      From: Chakki <shop@example.com>\r
      To: anna@example.com\r
      Subject: =?UTF-8?B?44GU6LO85YWl44GC44KK44GM44Go44GG?=\r
      MIME-Version: 1.0\r
      Content-Type: multipart/alternative; boundary=x\r
      \r
      --x\r
      Content-Type: text/plain; charset=utf-8\r
      \r
      Thank you for the tea\r
      --x\r
      Content-Type: text/html; charset=utf-8\r
      \r
      <p>Thank you for the <b>tea</b></p>\r
      --x--\r
      """;

  private final LocalInbox inbox = new LocalInbox();
  private final List<String> events = new ArrayList<>();
  private final LocalSes ses = new LocalSes(() -> NOON, inbox, events::add);
  private final LocalAws aws =
      LocalAws.start(0, () -> NOON, ses, new LocalEventBus(() -> NOON, events::add), List.of());
  private final SesV2Client client =
      client(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMillis(500)).build());

  @AfterEach
  void close() {
    client.close();
    aws.close();
  }

  @Test
  void acceptsARawMailOfTheRealClient() {
    String id = client.sendEmail(mailTo("anna@example.com")).messageId();

    assertThat(id).isEqualTo("0100019d46fbcb80-00000001-0000-4000-8000-000000000001-000000");
    assertThat(inbox.find(id))
        .hasValueSatisfying(mail -> {
          assertThat(mail.at()).isEqualTo(NOON);
          assertThat(mail.from()).isEqualTo("Chakki <shop@example.com>");
          assertThat(mail.to()).containsExactly("anna@example.com");
          assertThat(mail.subject()).isEqualTo("ご購入ありがとう");
          assertThat(mail.tags()).containsEntry("kind", "thank-you");
          assertThat(mail.text()).hasValueSatisfying(t -> assertThat(t).contains("the tea"));
          assertThat(mail.html()).hasValueSatisfying(h -> assertThat(h).contains("<b>tea</b>"));
          assertThat(mail.raw()).isEqualTo(MIME.getBytes(StandardCharsets.UTF_8));
        });
  }

  @Test
  void acceptsASimpleMail() {
    String id =
        client
            .sendEmail(send ->
                send.fromEmailAddress("shop@example.com")
                    .destination(to -> to.toAddresses("anna@example.com"))
                    .content(content ->
                        content.simple(simple ->
                            simple
                                .subject(subject -> subject.data("お茶"))
                                .body(body -> body.html(html -> html.data("<p>茶"))))))
            .messageId();

    ReceivedMail mail = inbox.find(id).orElseThrow();
    assertThat(mail.subject()).isEqualTo("お茶");
    assertThat(mail.html()).contains("<p>茶");
    assertThat(mail.text()).isEmpty();
  }

  @Test
  void publishesSendAndDeliveryWithTheTags() throws Exception {
    String id = client.sendEmail(mailTo("Anna <anna@example.com>")).messageId();

    assertThat(events).hasSize(2);
    JsonNode sent = LocalHttp.JSON.readTree(events.getFirst());
    assertThat(sent.path("source").asText()).isEqualTo("aws.ses");
    assertThat(sent.path("detail-type").asText()).isEqualTo("Email Sent");
    assertThat(sent.path("time").asText()).isEqualTo("2026-04-01T03:00:00Z");
    assertThat(sent.path("resources").path(0).asText()).endsWith(":configuration-set/mails");
    JsonNode delivered = LocalHttp.JSON.readTree(events.getLast());
    assertThat(delivered.path("detail-type").asText()).isEqualTo("Email Delivered");
    assertThat(delivered.at("/detail/eventType").asText()).isEqualTo("Delivery");
    assertThat(delivered.at("/detail/mail/messageId").asText()).isEqualTo(id);
    assertThat(delivered.at("/detail/mail/tags/kind/0").asText()).isEqualTo("thank-you");
    assertThat(delivered.at("/detail/mail/destination/0").asText()).isEqualTo("anna@example.com");
    assertThat(delivered.at("/detail/delivery/recipients/0").asText())
        .isEqualTo("anna@example.com");
  }

  @Test
  void bouncesWhatTheSimulatorBounces() throws Exception {
    client.sendEmail(mailTo("bounce+7@simulator.amazonses.com"));

    JsonNode bounced = LocalHttp.JSON.readTree(events.getLast());
    assertThat(bounced.path("detail-type").asText()).isEqualTo("Email Bounced");
    assertThat(bounced.at("/detail/bounce/bounceType").asText()).isEqualTo("Permanent");
    assertThat(bounced.at("/detail/bounce/bouncedRecipients/0/emailAddress").asText())
        .isEqualTo("bounce+7@simulator.amazonses.com");
  }

  @Test
  void complainsAfterTheDeliveryWhereTheSimulatorDoes() {
    client.sendEmail(mailTo("complaint@simulator.amazonses.com"));

    assertThat(detailTypes())
        .containsExactly("Email Sent", "Email Delivered", "Email Complaint Received");
  }

  @Test
  void bouncesSuppressedAddresses() {
    client.sendEmail(mailTo("suppressionlist@simulator.amazonses.com"));

    assertThat(events.getLast()).contains("\"bounceSubType\":\"Suppressed\"");
  }

  @ParameterizedTest
  @EnumSource(value = LocalSes.Fault.class, mode = Mode.MATCH_NONE, names = ".*DROP|.*HANG")
  void failsInTheWordsOfSes(LocalSes.Fault fault) {
    ses.failNext(fault);

    Throwable thrown = catchThrowable(() -> client.sendEmail(mailTo("anna@example.com")));

    assertThat(thrown).isInstanceOf(SesV2Exception.class);
    String expected = fault.name().replace("_", "");
    String code = ((SesV2Exception) thrown).awsErrorDetails().errorCode();
    assertThat(code.replace("Exception", "")).isEqualToIgnoringCase(expected);
    if (fault != LocalSes.Fault.INTERNAL_FAILURE) {
      assertThat(thrown.getClass().getSimpleName().replace("Exception", ""))
          .isEqualToIgnoringCase(expected);
    }
    assertThat(inbox.size()).isZero();
    assertThat(client.sendEmail(mailTo("anna@example.com")).messageId()).isNotEmpty();
  }

  @Test
  void acceptsOnceAndBreaksTheConnectionThatWasInUseBefore() {
    client.sendEmail(mailTo("anna@example.com"));
    ses.failNext(LocalSes.Fault.ACCEPT_THEN_DROP);

    assertThatThrownBy(() -> client.sendEmail(mailTo("anna@example.com")))
        .isInstanceOf(SdkClientException.class);

    assertThat(ses.accepted()).isEqualTo(2);
    assertThat(events).hasSize(4);
  }

  @Test
  void acceptsOnceAndNeverAnswers() {
    ses.failNext(LocalSes.Fault.ACCEPT_THEN_HANG);

    assertThatThrownBy(() -> client.sendEmail(mailTo("anna@example.com")))
        .isInstanceOf(SdkClientException.class);

    assertThat(ses.accepted()).isEqualTo(1);
  }

  @Test
  void breaksTheConnectionBeforeItAccepts() {
    client.sendEmail(mailTo("anna@example.com"));
    ses.failNext(LocalSes.Fault.DROP);

    assertThatThrownBy(() -> client.sendEmail(mailTo("anna@example.com")))
        .isInstanceOf(SdkClientException.class);

    assertThat(ses.accepted()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no at sign", "a b", "お茶"})
  void refusesATagThatSesRefuses(String value) {
    SendEmailRequest request =
        mailTo("anna@example.com").toBuilder()
            .emailTags(MessageTag.builder().name("kind").value(value).build())
            .build();

    assertThatThrownBy(() -> client.sendEmail(request)).isInstanceOf(BadRequestException.class);
  }

  @Test
  void refusesAMailWithoutADomainASenderOrAHeader() {
    assertThatThrownBy(() -> client.sendEmail(mailTo("anna")))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() ->
            client.sendEmail(send ->
                send.destination(to -> to.toAddresses("anna@example.com"))
                    .content(raw("Subject: hello\r\n\r\nhello"))))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("FromEmailAddress");
    assertThatThrownBy(() ->
            client.sendEmail(send -> send.fromEmailAddress("shop@example.com").content(raw(""))))
        .isInstanceOf(BadRequestException.class);
    assertThat(inbox.size()).isZero();
  }

  @Test
  void saysThatItDoesNotKnowAnOperation() {
    assertThatThrownBy(() -> client.getAccount(get -> {}))
        .isInstanceOf(SesV2Exception.class)
        .hasMessageContaining("GET /v2/email/account");
  }

  @Test
  void countsWithoutKeepingWhenAsked() {
    LocalInbox counting = LocalInbox.countingOnly();
    counting.add(
        new ReceivedMail("1", NOON, "a@b", List.of("c@d"), "s", Map.of("kind", "x"), new byte[0]));

    assertThat(counting.size()).isEqualTo(1);
    assertThat(counting.countsByKind()).containsEntry("x", 1L);
    assertThat(counting.mails()).isEmpty();
  }

  @Test
  void speaksTheSameProtocolWithoutASocket() {
    try (var near = client(ses.withoutSocket())) {
      String id = near.sendEmail(mailTo("anna@example.com")).messageId();
      assertThat(inbox.find(id)).isPresent();

      ses.failNext(LocalSes.Fault.TOO_MANY_REQUESTS);
      assertThatThrownBy(() -> near.sendEmail(mailTo("anna@example.com")))
          .isInstanceOf(TooManyRequestsException.class);

      for (var fault : List.of(LocalSes.Fault.ACCEPT_THEN_DROP, LocalSes.Fault.ACCEPT_THEN_HANG)) {
        ses.failNext(fault);
        assertThatThrownBy(() -> near.sendEmail(mailTo("anna@example.com")))
            .isInstanceOf(SdkClientException.class);
      }
      assertThat(ses.accepted()).isEqualTo(3);
    }
  }

  private SesV2Client client(SdkHttpClient http) {
    return SesV2Client.builder()
        .endpointOverride(aws.endpoint())
        .region(LocalAws.REGION)
        .credentialsProvider(LocalAws.CREDENTIALS)
        .httpClient(http)
        .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  private List<String> detailTypes() {
    return events.stream().map(LocalSesTest::detailType).toList();
  }

  private static String detailType(String event) {
    return event.replaceAll(".*\"detail-type\":\"([^\"]*)\".*", "$1");
  }

  private static java.util.function.Consumer<
          software.amazon.awssdk.services.sesv2.model.EmailContent.Builder>
      raw(String mime) {
    return content -> content.raw(raw -> raw.data(SdkBytes.fromUtf8String(mime)));
  }

  private static SendEmailRequest mailTo(String to) {
    return SendEmailRequest.builder()
        .fromEmailAddress("Chakki <shop@example.com>")
        .destination(destination -> destination.toAddresses(to))
        .configurationSetName("mails")
        .emailTags(MessageTag.builder().name("kind").value("thank-you").build())
        .content(raw(MIME))
        .build();
  }
}
