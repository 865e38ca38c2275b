package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import kikkake.Fixtures;
import kikkake.TestClock;
import kikkake.TestData;
import kikkake.customer.Customers;
import kikkake.customer.DynamoCustomers;
import kikkake.customer.Profile;
import kikkake.event.Contact;
import kikkake.event.CustomerId;
import kikkake.history.ConsentChange;
import kikkake.history.DynamoHistory;
import kikkake.history.History;
import kikkake.mail.Preferences;
import kikkake.mail.PreferencesPage;
import kikkake.mail.Tokens;
import kikkake.mail.Wishes;
import kikkake.table.DynamoTable;
import kikkake.table.TestTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesHandlerTest {
  private static final Instant NOW = Instant.parse("2026-11-21T03:36:00Z");
  private static final CustomerId HANAKO = new CustomerId("c-1001");
  private static final String TIPS = "recommendation";
  private static final String LOOKED = "browse-follow-up";

  private final DynamoTable table = TestTable.create();
  private final Customers customers = new DynamoCustomers(table);
  private final History history = new DynamoHistory(table);
  private final TestClock clock = new TestClock(NOW);
  private final RecordingContext context = new RecordingContext();
  private final PreferencesHandler handler =
      new PreferencesHandler(
          new Preferences(
              new Tokens(Fixtures.TOKEN_KEYS),
              new Wishes(customers, history, customer -> false),
              clock),
          new PreferencesPage("茶と器の店 <b>", () -> ZoneId.of("Asia/Tokyo")),
          clock);

  PreferencesHandlerTest() {
    customers.update(
        HANAKO,
        profile ->
            profile.with(
                new Contact(
                    "hanako@example.com",
                    "山田 花子",
                    "ja",
                    null,
                    TestData.yes(NOW.minusSeconds(86_400))),
                NOW));
  }

  @Test
  void aGetShowsWhatHoldsAndChangesNothing() {
    Profile before = hanako();

    APIGatewayV2HTTPResponse response = answer(Fixtures.http("preferences-get"));

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getBody())
        .contains(
            "<html lang=\"ja\">",
            "value=\"recommendation\" checked",
            "value=\"browse-follow-up\" checked",
            "value=\"shop\" checked",
            "value=\"no\" checked")
        .doesNotContain("value=\"keep\"");
    assertThat(hanako()).isEqualTo(before);
    assertThat(history.consentChanges(HANAKO)).isEmpty();
  }

  @Test
  void aPostSavesWhatWasChosenAndSaysWhatHoldsNow() {
    APIGatewayV2HTTPResponse response = answer(Fixtures.http("preferences-post"));

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getBody())
        .contains("おすすめ商品のご案内", "多くても週に1通", "2026年12月19日まで")
        .doesNotContain("ご覧になった商品のご案内");
    assertThat(hanako().wants(TIPS)).isTrue();
    assertThat(hanako().wants(LOOKED)).isFalse();
    assertThat(hanako().mostPerWeek()).isEqualTo(1);
    assertThat(hanako().pausedUntil()).isEqualTo(NOW.plus(Duration.ofDays(28)));
  }

  @Test
  void everythingThatWasChosenIsKeptInTheHistory() {
    answer(Fixtures.http("preferences-post"));
    answer(Fixtures.http("preferences-post"));

    assertThat(history.consentChanges(HANAKO))
        .containsExactly(
            new ConsentChange(HANAKO, LOOKED, "no", NOW, "preference-page", "preferences-1"),
            new ConsentChange(HANAKO, "most-per-week", "1", NOW, "preference-page", null),
            new ConsentChange(
                HANAKO, "paused-until", "2026-12-19T03:36:00Z", NOW, "preference-page", null));
  }

  @Test
  void aPauseNeverEndsEarly() {
    clock.set(NOW.plusMillis(400));

    answer(post("answer=choices&kind=recommendation&often=shop&pause=1"));

    assertThat(hanako().pausedUntil()).isEqualTo(NOW.plus(Duration.ofDays(7)).plusSeconds(1));
  }

  @Test
  void aPauseCanBeKeptOrEnded() {
    answer(Fixtures.http("preferences-post"));
    clock.pass(Duration.ofDays(7));

    assertThat(answer(Fixtures.http("preferences-get")).getBody())
        .contains("value=\"keep\" checked", "（2026年12月19日まで）");
    answer(post("answer=choices&kind=recommendation&often=3&pause=keep"));
    assertThat(hanako().pausedUntil()).isEqualTo(NOW.plus(Duration.ofDays(28)));
    answer(post("answer=choices&kind=recommendation&often=shop&pause=no"));
    assertThat(hanako().pausedUntil()).isNull();
    assertThat(hanako().mostPerWeek()).isNull();
  }

  @Test
  void everythingCanBeRefusedAndChosenAgain() {
    APIGatewayV2HTTPResponse response = answer(post("answer=refuse-all"));

    assertThat(response.getBody()).contains("お届けしません");
    assertThat(hanako().wantsAdvertising()).isFalse();
    clock.pass(Duration.ofDays(1));
    answer(post("answer=choices&kind=browse-follow-up&often=shop&pause=no"));
    assertThat(hanako().wants(LOOKED)).isTrue();
    assertThat(hanako().wants(TIPS)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "answer=choices&often=9&pause=no",
        "answer=choices&often=1&pause=no&admin=1",
        "answer=choices&kind=spam&often=1&pause=no"
      })
  void aFormThatIsNotOfThePageChangesNothingAndSaysSo(String body) {
    Profile before = hanako();

    APIGatewayV2HTTPResponse response = answer(post(body));

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody()).contains("設定を保存できませんでした", "href=\"?lang=ja\"");
    assertThat(hanako()).isEqualTo(before);
  }

  @Test
  void aBodyThatIsNotWhatItSaysChangesNothing() {
    APIGatewayV2HTTPEvent request = post("%%%");
    request.setIsBase64Encoded(true);

    assertThat(answer(request).getStatusCode()).isEqualTo(400);
  }

  @Test
  void aTokenThatIsNotOursFindsNothingAndChangesNothing() {
    Profile before = hanako();
    for (String file : new String[] {"preferences-get", "preferences-post"}) {
      APIGatewayV2HTTPEvent request = Fixtures.http(file);
      request.setPathParameters(Map.of("token", "v2.k1.Yy0xMDAx.AAAA"));

      APIGatewayV2HTTPResponse response = answer(request);

      assertThat(response.getStatusCode()).isEqualTo(404);
      assertThat(response.getBody()).doesNotContain("<form");
    }
    assertThat(hanako()).isEqualTo(before);
  }

  @Test
  void anotherMethodChangesNothing() {
    APIGatewayV2HTTPEvent request = Fixtures.http("preferences-post");
    request.getRequestContext().getHttp().setMethod("DELETE");

    assertThat(answer(request).getStatusCode()).isEqualTo(405);
    assertThat(hanako().mostPerWeek()).isNull();
  }

  @Test
  void speaksTheLanguageThatIsAskedForOrElseTheCustomers() {
    APIGatewayV2HTTPEvent request = Fixtures.http("preferences-get");
    request.setRawQueryString("x=1&lang=en");

    assertThat(answer(request).getBody()).contains("<html lang=\"en\">", "At most 1 a week");
    request.setRawQueryString("lang=fr");
    assertThat(answer(request).getBody()).contains("<html lang=\"ja\">");
  }

  @Test
  void noPageHasTheAddressTheIdOrTheTokenAndItsHeadersAreStrict() {
    for (String file : new String[] {"preferences-get", "preferences-post"}) {
      APIGatewayV2HTTPResponse response = answer(Fixtures.http(file));

      assertThat(response.getBody())
          .doesNotContain("hanako@example.com", "山田", "c-1001", "v2.k1")
          .doesNotContain("<script", "<b>")
          .contains("茶と器の店 &lt;b&gt;");
      assertThat(response.getHeaders())
          .isEqualTo(Http.page(200, "").getHeaders())
          .containsEntry("cache-control", "no-store");
    }
  }

  private Profile hanako() {
    return customers.find(HANAKO).orElseThrow();
  }

  private static APIGatewayV2HTTPEvent post(String body) {
    APIGatewayV2HTTPEvent request = Fixtures.http("preferences-post");
    request.setBody(body);
    return request;
  }

  private APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent request) {
    APIGatewayV2HTTPResponse response = handler.handleRequest(request, context);
    assertThat(context.log()).isEmpty();
    return response;
  }
}
