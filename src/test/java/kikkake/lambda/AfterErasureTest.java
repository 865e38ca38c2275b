package kikkake.lambda;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.PHONE;
import static kikkake.TestData.cancelled;
import static kikkake.TestData.contact;
import static kikkake.TestData.purchase;
import static kikkake.TestData.refunded;
import static kikkake.TestData.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kikkake.Fixtures;
import kikkake.TestRecipients;
import kikkake.event.CustomerId;
import kikkake.event.Identified;
import kikkake.event.Who;
import kikkake.history.Views;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.RecordingSendQueue;
import kikkake.mail.Tokens;
import org.junit.jupiter.api.Test;

/** Whatever still comes for somebody who is erased leaves nothing behind. */
class AfterErasureTest extends ErasableShop {
  @Test
  void everyLaterEventIsDropped() {
    annaWasHere();
    erasure.erase(ANNA);

    int dropped =
        drop(
            purchase("o-1", "tea").build(),
            purchase("o-9", "tea").contact(contact(ADDRESS)).build(),
            cancelled("o-2", NOON),
            refunded("o-3", NOON),
            new Identified(ANNA, PHONE, NOON, contact(ADDRESS)),
            viewed("cup", new Who(ANNA, PHONE), NOON));

    assertThat(dropped).isEqualTo(6);
    nothingIsLeftOfAnna();
  }

  @Test
  void theEventsOfOthersInTheSameMessageCount() {
    erasure.erase(ANNA);

    int dropped =
        drop(
            viewed("cup", Who.customer("anna"), NOON),
            viewed("cup", Who.customer("ben"), NOON),
            viewed("pot", new Who(null, PHONE), NOON));

    assertThat(dropped).isEqualTo(1);
    assertThat(history.views(Who.customer("ben")).recent()).hasSize(1);
    assertThat(history.views(new Who(null, PHONE)).recent()).hasSize(1);
  }

  @Test
  void aMessageThatIsRedrivenDaysAfterTheSweepIsDropped() {
    annaWasHere();
    erasure.erase(ANNA);
    clock.pass(Duration.ofMinutes(15));
    erasure.sweep();
    clock.pass(Duration.ofDays(10));

    assertThat(drop(purchase("o-1", "tea").contact(contact(ADDRESS)).build())).isEqualTo(1);
    nothingIsLeftOfAnna();
  }

  @Test
  void theHandlerCountsWhatItDropsAndNamesNobody() {
    erasure.erase(new CustomerId("c-1001"));
    RecordingContext context = new RecordingContext();
    List<String> letters = new ArrayList<>();
    EventHandler handler =
        new EventHandler(
            react, new RecordingSendQueue(), (message, reason) -> letters.add(message));

    var response = handler.handleRequest(Fixtures.sqs("purchase"), context);

    assertThat(response.getBatchItemFailures()).isEmpty();
    assertThat(letters).isEmpty();
    assertThat(context.log()).contains("Dropped 1 events").doesNotContain("c-1001");
  }

  @Test
  void aComplaintAfterTheErasureBringsNothingBack() {
    erasure.erase(new CustomerId("c-1001"));

    wiring.feedback().on(Fixtures.body("complaint"));

    assertThat(table.keys("C#c-1001")).isEmpty();
    assertThat(TestRecipients.isSuppressed(table, "hanako@example.com")).isTrue();
  }

  @Test
  void theUnsubscribeLinkOfOldMailsStillAnswersDone() {
    annaWasHere();
    erasure.erase(ANNA);

    assertThat(wiring.unsubscribe().act(TOKENS.sign(ANNA), "one-click")).isTrue();

    nothingIsLeftOfAnna();
  }

  @Test
  void thePreferencePageSaysThatTheDataIsErasedAndWritesNothing() {
    erasure.erase(new CustomerId("c-1001"));
    Tokens tokens = new Tokens(Fixtures.TOKEN_KEYS);
    String token = tokens.sign(new CustomerId("c-1001"));
    PreferencesHandler handler =
        new PreferencesHandler(
            new kikkake.mail.Preferences(
                tokens, new kikkake.mail.Wishes(customers, history, customer -> true), clock),
            wiring.preferencesPage(),
            clock);
    for (String file : new String[] {"preferences-get", "preferences-post"}) {
      var request = Fixtures.http(file);
      request.setPathParameters(Map.of("token", token));
      request.setRawQueryString("lang=ja");

      var response = handler.handleRequest(request, new RecordingContext());

      assertThat(response.getStatusCode()).isEqualTo(200);
      assertThat(response.getBody()).contains("削除されています").doesNotContain("<form");
    }
    assertThat(table.keys("C#c-1001")).isEmpty();
  }

  @Test
  void aVisitorOfSomebodyErasedIsAVisitorAgain() {
    erasure.erase(ANNA);
    visitors.signedIn(PHONE, ANNA, NOON); // In flight.

    assertThat(drop(viewed("cup", new Who(null, PHONE), NOON))).isZero();

    assertThat(history.views(Who.customer("anna"))).isEqualTo(Views.NONE);
    assertThat(history.views(new Who(null, PHONE)).recent()).hasSize(1);
  }

  @Test
  void aMailThatWasPlannedIsNotSent() {
    annaWasHere();
    erasure.erase(ANNA);

    wiring.sendMail().batch(trouble -> {}).accept(new MailKey(ANNA, MailKind.THANK_YOU, "o-1"));

    nothingIsLeftOfAnna();
  }
}
