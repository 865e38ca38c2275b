package kikkake.lambda;

import static kikkake.TestData.contact;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kikkake.Fixtures;
import kikkake.StudioDrafts;
import kikkake.customer.DynamoCustomers;
import kikkake.customer.DynamoVisitors;
import kikkake.event.CustomerId;
import kikkake.event.VisitorId;
import kikkake.mail.MailKey;
import kikkake.mail.MailKind;
import kikkake.mail.Mailer;
import kikkake.mail.SendingSwitch;

/** Some days of a shop in which every function does all that it can do, also what is rare. */
final class DayOfAllFunctions {
  static final Instant START = Instant.parse("2026-11-21T01:15:10Z");
  private static final String CUSTOMER = "c-1001";
  private static final String ORDER = "20261121-0001";

  final ColdFunctions shop = new ColdFunctions(START);

  DayOfAllFunctions() {
    itemsThatGuestsBuy();
    hanakoBuysAndLooksOn();
    othersMailsMeetTrouble();
    recommendationsGo();
    pagesAskForTheirSlots();
    customersSpeak();
    marketersWork();
    theShopLooksAndErases();
    theShopStopsSending();
  }

  private void itemsThatGuestsBuy() {
    shop.event(Fixtures.body("item"));
    for (int i = 0; i < 8; i++) {
      String item = Fixtures.body("item").replace("cup-hagi", item(i));
      shop.event(item.replace("\"family\":\"cup\"", "\"family\":\"family-" + i + "\""));
      shop.event(
          Fixtures.body("purchase")
              .replace("\"userId\":\"c-1001\",", "")
              .replace(ORDER, "guest-" + i)
              .replace("tea-sencha", item(i))
              .replace("cup-hagi", item(i + 1))
              .replace("tea-filter", item(i + 2)));
    }
  }

  private static String item(int number) {
    return "item-" + number % 8;
  }

  /** A visitor looks, signs in, buys, and the mail's answer is lost, until SES's event tells. */
  private void hanakoBuysAndLooksOn() {
    shop.collect(Fixtures.http("collect"));
    shop.event(shop.collected.getFirst());
    shop.event(Fixtures.body("browse"));
    shop.event(Fixtures.body("identify"));
    shop.mailer.answer(new Mailer.Answer.Unknown("ses-no-answer"));
    shop.event(Fixtures.body("purchase"));
    shop.event(Fixtures.bodies("malformed").toArray(String[]::new));
    shop.send();
    shop.feedback(Fixtures.body("delivery"));
    shop.feedback(Fixtures.body("delivery"));
    shop.mailer.answer(mail -> shop.mailer.accepted());
  }

  private void othersMailsMeetTrouble() {
    shop.mailer.answer(
        new Mailer.Answer.NotNow(Mailer.Hindrance.QUOTA_USED_UP, "ses-LimitExceeded"));
    buys("quota");
    shop.mailer.answer(mail -> shop.mailer.accepted());
    shop.clock.pass(Duration.ofMinutes(20));
    shop.deliver();
    shop.mailer.answer(new Mailer.Answer.NotNow(Mailer.Hindrance.TOO_FAST, "ses-TooManyRequests"));
    buys("fast");
    shop.mailer.answer(new Mailer.Answer.Refused("ses-MessageRejected"));
    buys("refused");
    shop.mailer.answer(mail -> {
      throw new IllegalStateException("The sender dies");
    });
    buys("silent");
    shop.mailer.answer(mail -> shop.mailer.accepted());
    buys("cancelled");
    shop.event(of("cancelled", Fixtures.body("cancellation")));
    shop.event(of("refused", Fixtures.body("refund")));
    buys("doubtful");
    shop.clock.pass(Duration.ofMinutes(20));
    shop.deliver();
    shop.deliverAt(START.plus(Duration.ofHours(5))); // Looks are followed up.
    shop.deliverAt(START.plus(Duration.ofHours(26))); // Thank-yous in doubt go once more.
  }

  private void recommendationsGo() {
    shop.rebuild();
    shop.rebuild();
    shop.mailer.answer(mail ->
        mail.to().startsWith("doubtful")
            ? new Mailer.Answer.Unknown("ses-503")
            : shop.mailer.accepted());
    shop.deliverAt(Instant.parse("2026-11-24T01:00:30Z"));
    shop.mailer.answer(mail -> shop.mailer.accepted());
    shop.deliverAt(Instant.parse("2026-11-25T02:00:00Z")); // An advert in doubt is given up.
  }

  private void pagesAskForTheirSlots() {
    APIGatewayV2HTTPEvent visitor = Fixtures.http("slot");
    shop.slot(visitor);
    new DynamoVisitors(shop.table())
        .signedIn(
            new VisitorId("0b7f3a52-5c1e-4d0a-9a51-2f4c8e6d7b90"),
            new CustomerId(CUSTOMER),
            shop.clock.instant());
    shop.slot(visitor);
  }

  private void customersSpeak() {
    shop.event(Fixtures.body("refund"), Fixtures.body("cancellation"));
    shop.unsubscribe(Fixtures.http("unsubscribe-get"));
    shop.unsubscribe(Fixtures.http("unsubscribe-post"));
    shop.preferences(Fixtures.http("preferences-get"));
    shop.preferences(Fixtures.http("preferences-post"));
    APIGatewayV2HTTPEvent refusal = Fixtures.http("preferences-post");
    refusal.setBody("answer=refuse-all");
    shop.preferences(refusal);
    shop.feedback(Fixtures.body("bounce"), Fixtures.body("complaint"));
  }

  /** Every page of the studio, and a form. */
  private void marketersWork() {
    shop.studio(Fixtures.http("studio"));
    for (String path : List.of("", "/pictures", "/settings", "/mails/thank-you/ja/samples")) {
      shop.studio(studio("GET", path, ""));
    }
    String page = body(shop.studio(studio("GET", "/mails/thank-you/ja", "")));
    String formKey = page.replaceFirst("(?s).*?name=\"formKey\" value=\"([^\"]+)\".*", "$1");
    Map<String, String> draft = StudioDrafts.of("thank-you", "ja");
    draft.put("formKey", formKey);
    draft.put("sample", new MailKey(new CustomerId(CUSTOMER), MailKind.THANK_YOU, ORDER).sendId());
    draft.put("subject", "新茶の季節です");
    String form = StudioDrafts.encoded(draft);
    assertThat(shop.studio(studio("POST", "/mails/thank-you/ja/preview", form)).getStatusCode())
        .isEqualTo(200);
    assertThat(shop.studio(studio("POST", "/mails/thank-you/ja/save", form)).getStatusCode())
        .isEqualTo(303);
  }

  private static APIGatewayV2HTTPEvent studio(String method, String path, String form) {
    APIGatewayV2HTTPEvent request = Fixtures.http("studio");
    request.setRawPath("/studio" + path);
    request.setRawQueryString("");
    request.setBody(form);
    request.getRequestContext().getHttp().setMethod(method);
    Map<String, String> headers = new HashMap<>(request.getHeaders());
    headers.put("origin", ColdFunctions.STUDIO_URL);
    headers.put("content-type", "application/x-www-form-urlencoded");
    request.setHeaders(headers);
    return request;
  }

  private static String body(APIGatewayV2HTTPResponse response) {
    return new String(Base64.getDecoder().decode(response.getBody()), StandardCharsets.UTF_8);
  }

  private void theShopLooksAndErases() {
    shop.why(fixture("why"));
    shop.why(Map.of("customer", CUSTOMER));
    shop.erase(fixture("erase"));
    // What was in flight at that moment puts something back.
    CustomerId customer = new CustomerId(CUSTOMER);
    Instant now = shop.clock.instant();
    new DynamoVisitors(shop.table()).signedIn(new VisitorId("v-late"), customer, now);
    new DynamoCustomers(shop.table())
        .update(customer, profile -> profile.with(contact("late@example.com"), now));
    shop.clock.pass(Duration.ofMinutes(20));
    shop.event(Fixtures.body("purchase"), Fixtures.body("identify"));
    shop.unsubscribe(Fixtures.http("unsubscribe-post"));
    shop.preferences(Fixtures.http("preferences-post"));
    shop.feedback(Fixtures.body("complaint"));
    shop.deliver();
  }

  private void theShopStopsSending() {
    shop.parts().switchboard().set(SendingSwitch.Mode.DRY_RUN, "a try");
    buysNow("rehearsal");
    shop.pause(fixture("pause"));
    buysNow("stopped");
  }

  private void buys(String customer) {
    shop.event(of(customer, Fixtures.body("purchase")));
    shop.send();
  }

  private void buysNow(String customer) {
    shop.event(
        of(customer, Fixtures.body("purchase"))
            .replace("2026-11-21T10:15:00+09:00", shop.clock.instant().toString()));
    shop.send();
  }

  /** The same message about another customer and another order. */
  private static String of(String customer, String message) {
    return message
        .replace(CUSTOMER, customer)
        .replace(ORDER, "order-" + customer)
        .replace("hanako@", customer + "@")
        .replace("v-7f3a", "v-" + customer);
  }

  MailKey thankYou(String customer) {
    return new MailKey(new CustomerId(customer), MailKind.THANK_YOU, "order-" + customer);
  }

  MailKey recommendation(String customer) {
    return new MailKey(new CustomerId(customer), MailKind.RECOMMENDATION, "order-" + customer);
  }

  boolean isGone(String customer) {
    return shop.table().keys("C#" + customer).isEmpty();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> fixture(String name) {
    return EventLoader.loadEvent(Fixtures.path(name), Map.class);
  }
}
