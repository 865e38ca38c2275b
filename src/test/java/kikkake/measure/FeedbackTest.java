package kikkake.measure;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.contact;
import static kikkake.TestData.purchase;
import static kikkake.mail.MailKind.RECOMMENDATION;
import static kikkake.mail.MailKind.THANK_YOU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import kikkake.TestShop;
import kikkake.customer.Profile;
import kikkake.event.MalformedEvent;
import kikkake.mail.MailKey;
import kikkake.mail.MailState;
import kikkake.mail.Mailer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackTest {
  private static final MailKey KEY = new MailKey(ANNA, THANK_YOU, "o-1");
  private static final String REJECT = "\"reject\":{\"reason\":\"Bad content\"},";
  private final TestShop shop = new TestShop().knows(ANNA);

  private static String bounced(String type, String address) {
    return "\"bounce\":{\"bounceType\":\"%s\",\"bouncedRecipients\":[{\"emailAddress\":\"%s\"}]},"
        .formatted(type, address);
  }

  private static String complained(String address) {
    return "\"complaint\":{\"complainedRecipients\":[{\"emailAddress\":\"%s\"}]},"
        .formatted(address);
  }

  /** An event of SES in its EventBridge envelope. */
  private static String event(String type, String about, String tags) {
    return """
    {"source":"aws.ses","detail-type":"Email %s","detail":{"eventType":"%s",%s
     "mail":{"timestamp":"2026-04-10T03:00:05.123Z","messageId":"ses-7",
             "destination":["anna@example.jp"],"tags":{%s}}}}
    """
        .formatted(type, type, about, tags);
  }

  private static String ours(String type, String about, int attempt) {
    return event(
        type,
        about,
        "\"ses:operation\":[\"SendEmail\"],\"kikkake-send\":[\"%s\"],\"kikkake-attempt\":[\"%d\"]"
            .formatted(KEY.sendId(), attempt));
  }

  private MailState sendAndGet(Mailer.Answer answer) {
    shop.mailer.answer(answer);
    shop.arrive(purchase("o-1", "tea").build());
    shop.deliver();
    return shop.state(THANK_YOU, "o-1");
  }

  private MailState state() {
    return shop.state(THANK_YOU, "o-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Send", "Delivery", "DeliveryDelay"})
  void whatSesAcceptedSettlesAMailInDoubt(String type) {
    sendAndGet(new Mailer.Answer.Unknown("ses-no-answer"));

    shop.feedback.on(ours(type, "", 1));

    assertThat(state()).isEqualTo(new MailState.Sent("ses-7", NOON.plusSeconds(5)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Open", "Click", "Rendering Failure", "Something New"})
  void otherEventsSettleNothing(String type) {
    MailState before = sendAndGet(new Mailer.Answer.Unknown("ses-no-answer"));

    shop.feedback.on(ours(type, "", 1));

    assertThat(state()).isEqualTo(before);
  }

  @Test
  void aMailWhoseContentSesRefusedIsRejectedAndNeverSentAgain() {
    for (Mailer.Answer answer :
        List.of(new Mailer.Answer.Accepted("ses-7"), new Mailer.Answer.Unknown("ses-no-answer"))) {
      TestShop shop = new TestShop().knows(ANNA);
      shop.mailer.answer(answer);
      shop.arrive(purchase("o-1", "tea").build());
      shop.deliver();

      shop.feedback.on(ours("Reject", REJECT, 1));
      shop.feedback.on(ours("Reject", REJECT, 1));
      shop.feedback.on(ours("Send", "", 1));

      MailState refused = new MailState.Rejected("content-refused", NOON.plusSeconds(5));
      assertThat(shop.state(THANK_YOU, "o-1")).isEqualTo(refused);
      assertThat(shop.isSuppressed("anna@example.jp")).isFalse();
      long before = thanks(shop);
      shop.afterwards(Duration.ofDays(3));
      assertThat(shop.state(THANK_YOU, "o-1")).isEqualTo(refused);
      assertThat(thanks(shop)).as("never sent again").isEqualTo(before);
    }
  }

  private static long thanks(TestShop shop) {
    return shop.mailer.mails().stream().filter(mail -> mail.sendId().equals(KEY.sendId())).count();
  }

  @Test
  void aRefusalOfAnotherAttemptOrOfNoMailOfOursChangesNothing() {
    MailState before = sendAndGet(new Mailer.Answer.Unknown("ses-no-answer"));

    shop.feedback.on(ours("Reject", REJECT, 2));
    shop.feedback.on(event("Reject", REJECT, ""));

    assertThat(state()).isEqualTo(before);
  }

  @Test
  void anEventOfAnotherAttemptSettlesNothing() {
    MailState before = sendAndGet(new Mailer.Answer.Unknown("ses-no-answer"));

    shop.feedback.on(ours("Delivery", "", 2));

    assertThat(state()).isEqualTo(before);
  }

  @Test
  void anEventOfAMailThatIsSentAlreadyChangesNothing() {
    MailState before = sendAndGet(new Mailer.Answer.Accepted("ses-7"));

    shop.feedback.on(ours("Delivery", "", 1));
    shop.feedback.on(ours("Delivery", "", 1));

    assertThat(state()).isEqualTo(before);
  }

  @Test
  void aBounceForGoodSuppressesTheAddress() {
    sendAndGet(new Mailer.Answer.Unknown("ses-no-answer"));

    shop.feedback.on(ours("Bounce", bounced("Permanent", "Anna@Example.jp"), 1));

    assertThat(shop.isSuppressed("anna@example.jp")).isTrue();
    assertThat(state()).as("it went").isInstanceOf(MailState.Sent.class);
    assertThat(shop.customers.find(ANNA)).map(Profile::wantsAdvertising).contains(true);

    shop.arrive(purchase("o-2", "tea").build());
    shop.deliver();
    assertThat(shop.state(THANK_YOU, "o-2")).isEqualTo(new MailState.Skipped("suppressed", NOON));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Transient", "Undetermined"})
  void aBounceForNowSuppressesNothing(String type) {
    sendAndGet(new Mailer.Answer.Unknown("ses-no-answer"));

    shop.feedback.on(ours("Bounce", bounced(type, "anna@example.jp"), 1));

    assertThat(shop.isSuppressed("anna@example.jp")).isFalse();
    assertThat(state()).as("it went").isInstanceOf(MailState.Sent.class);
  }

  @Test
  void aComplaintSuppressesTheAddressAndWithdrawsConsent() {
    sendAndGet(new Mailer.Answer.Accepted("ses-7"));

    shop.feedback.on(ours("Complaint", complained("anna@example.jp"), 1));

    assertThat(shop.isSuppressed("anna@example.jp")).isTrue();
    Profile profile = shop.customers.find(ANNA).orElseThrow();
    assertThat(profile.wantsAdvertising()).isFalse();
    assertThat(profile.consent()).extracting("source", "at").containsExactly("complaint", NOON);

    shop.knows(ANNA, contact("other@example.jp"));
    shop.afterwards(Duration.ofDays(3));
    assertThat(shop.state(RECOMMENDATION, "o-1")).isInstanceOf(MailState.Skipped.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\\"a..b\\\"@docomo.ne.jp",
        "a..b@docomo.ne.jp",
        "Anna <a..b@docomo.ne.jp>",
        "<\\\"a..b\\\"@docomo.ne.jp>"
      })
  void knowsACarrierAddressHoweverSesQuotesIt(String told) {
    shop.feedback.on(ours("Bounce", bounced("Permanent", told), 1));

    assertThat(shop.isSuppressed("a..b@docomo.ne.jp")).isTrue();
  }

  @Test
  void eventsOfMailsThatAreNotOursAreIgnored() {
    MailState before = sendAndGet(new Mailer.Answer.Unknown("ses-no-answer"));
    MailKey unknown = new MailKey(ANNA, THANK_YOU, "never-planned");

    shop.feedback.on(event("Delivery", "", ""));
    shop.feedback.on(event("Delivery", "", "\"campaign\":[\"spring\"]"));
    shop.feedback.on(
        event(
            "Delivery",
            "",
            "\"kikkake-send\":[\"%s\"],\"kikkake-attempt\":[\"1\"]".formatted(unknown.sendId())));

    assertThat(state()).isEqualTo(before);
    assertThat(shop.ledger.find(unknown)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json                                                  | message",
        "{}                                                        | detail.mail.messageId",
        "{'detail':{'mail':{'messageId':'m'}}}                     | detail.eventType",
        "{'detail':{'eventType':'Send','mail':{'messageId':'m'}}}  | detail.mail.timestamp",
        "{'detail':{'eventType':'Send','mail':{'messageId':'m','tags':{'kikkake-send':['x']}}}}"
            + " | detail.mail.tags.kikkake-send",
        "{'detail':{'eventType':'Send','mail':{'messageId':'m','tags':{'kikkake-attempt':['x']}}}}"
            + " | detail.mail.tags.kikkake-attempt",
      },
      quoteCharacter = '`')
  void whatIsNoEventOfSesIsRefusedWithTheNameOfTheField(String message, String field) {
    assertThatThrownBy(() -> shop.feedback.on(message.replace('\'', '"')))
        .isInstanceOfSatisfying(MalformedEvent.class, e -> assertThat(e.field()).isEqualTo(field));
  }
}
