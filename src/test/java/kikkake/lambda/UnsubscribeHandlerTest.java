package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kikkake.Fixtures;
import kikkake.customer.Customers;
import kikkake.customer.Profile;
import kikkake.event.Consent;
import kikkake.event.CustomerId;
import kikkake.history.ConsentChange;
import kikkake.history.DynamoHistory;
import kikkake.history.History;
import kikkake.mail.Tokens;
import kikkake.mail.Unsubscribe;
import kikkake.mail.UnsubscribePage;
import kikkake.mail.Wishes;
import kikkake.table.TestTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsubscribeHandlerTest {
  private static final Instant NOW = Instant.parse("2026-11-21T03:36:00Z");
  private static final CustomerId HANAKO = new CustomerId("c-1001");
  private static final Tokens TOKENS = new Tokens(Fixtures.TOKEN_KEYS);
  private static final Consent YES =
      new Consent(true, Instant.parse("2026-11-21T01:14:30Z"), "checkout", "2026-04");

  private final FewCustomers customers = new FewCustomers();
  private final History history = new DynamoHistory(TestTable.create());
  private final RecordingContext context = new RecordingContext();
  private final UnsubscribeHandler handler =
      new UnsubscribeHandler(
          new Unsubscribe(
              TOKENS, new Wishes(customers, history, customer -> false), InstantSource.fixed(NOW)),
          new UnsubscribePage("茶と器の店 <b>"));

  @Test
  void aGetAsksAndChangesNothing() {
    know("ja", YES);

    APIGatewayV2HTTPResponse response = answer(Fixtures.http("unsubscribe-get"));

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getBody()).contains("<form method=\"post\">", "メールを停止しますか");
    assertThat(customers.writes).isZero();
    assertThat(history.consentChanges(HANAKO)).isEmpty();
  }

  @Test
  void aHeadIsLikeAGet() {
    know("ja", YES);
    APIGatewayV2HTTPEvent request = Fixtures.http("unsubscribe-get");
    method(request, "HEAD");

    assertThat(answer(request).getStatusCode()).isEqualTo(200);
    assertThat(customers.writes).isZero();
  }

  @Test
  void theMailProgramsOneClickUnsubscribes() {
    know("ja", YES);

    APIGatewayV2HTTPResponse response = answer(Fixtures.http("unsubscribe-post"));

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getBody()).contains("メールを停止しました").doesNotContain("<form");
    assertThat(consent()).isEqualTo(new Consent(false, NOW, "one-click", null));
    assertThat(history.consentChanges(HANAKO))
        .containsExactly(new ConsentChange(HANAKO, "advertising", "no", NOW, "one-click", null));
  }

  @Test
  void theMailProgramMaySendItsFormInParts() {
    know("ja", YES);
    APIGatewayV2HTTPEvent request = Fixtures.http("unsubscribe-post");
    request.setBody(
        "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n");

    answer(request);

    assertThat(consent()).isEqualTo(new Consent(false, NOW, "one-click", null));
  }

  @Test
  void theButtonOfThePageUnsubscribes() {
    know("ja", YES);
    APIGatewayV2HTTPEvent request = Fixtures.http("unsubscribe-post");
    request.setBody(null);

    assertThat(answer(request).getStatusCode()).isEqualTo(200);
    assertThat(consent()).isEqualTo(new Consent(false, NOW, "unsubscribe-page", null));
  }

  @Test
  void aPostWithABrokenBodyUnsubscribesToo() {
    know("ja", YES);
    APIGatewayV2HTTPEvent request = Fixtures.http("unsubscribe-post");
    request.setIsBase64Encoded(true);
    request.setBody("%%%");

    assertThat(answer(request).getStatusCode()).isEqualTo(200);
    assertThat(consent().advertising()).isFalse();
  }

  @Test
  void twiceIsHarmless() {
    know("ja", YES);

    APIGatewayV2HTTPResponse first = answer(Fixtures.http("unsubscribe-post"));
    APIGatewayV2HTTPResponse second = answer(Fixtures.http("unsubscribe-post"));

    assertThat(second.getStatusCode()).isEqualTo(200);
    assertThat(second.getBody()).isEqualTo(first.getBody());
    assertThat(consent()).isEqualTo(new Consent(false, NOW, "one-click", null));
    assertThat(customers.writes).isEqualTo(1);
  }

  @Test
  void aCustomerOfWhomNothingIsKnownCanUnsubscribe() {
    assertThat(answer(Fixtures.http("unsubscribe-post")).getStatusCode()).isEqualTo(200);
    assertThat(consent().advertising()).isFalse();
  }

  @Test
  void holdsAgainstAYesThatIsDatedLater() {
    know("ja", new Consent(true, NOW.plusSeconds(86_400), "checkout", null));

    answer(Fixtures.http("unsubscribe-post"));

    assertThat(consent().advertising()).isFalse();
  }

  @Test
  void holdsAgainstAYesThatArrivesLateAfterAnEarlierNo() {
    know("ja", new Consent(false, NOW.minusSeconds(7_200), "shop", null));

    answer(Fixtures.http("unsubscribe-post"));
    customers.update(
        HANAKO, known -> known.with(new Consent(true, NOW.minusSeconds(3_600), "checkout", null)));

    assertThat(consent().advertising()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v1",
        "v1..",
        "v1.Yy0xMDAx.",
        "v2.k2.Yy0xMDAx.WTrgKdWF05xaGJ55QbPzklLdwVzh5daz",
        "v1.Yy0xMDAx.WTrgKdWF05xaGJ55QbPzklLdwVzh5daz",
        "v2.k1.Yy0xMDAy.WTrgKdWF05xaGJ55QbPzklLdwVzh5daz",
        "v2.k1.Yy0xMDAx.WTrgKdWF05xaGJ55QbPzklLdwVzh5daA",
        "v2.k1.Yy0xMDAx.WTrgKdWF05xaGJ55QbPzklLdwVzh5d",
        "v2.k1.Yy0xMDAx.WTrgKdWF05xaGJ55QbPzklLdwVzh5daz.x",
        "v2.k1.%%%.###",
      })
  void aTokenThatIsNotOursFindsNothingAndChangesNothing(String token) {
    know("ja", YES);
    for (String file : new String[] {"unsubscribe-get", "unsubscribe-post"}) {
      APIGatewayV2HTTPEvent request = Fixtures.http(file);
      request.setPathParameters(Map.of("token", token));

      APIGatewayV2HTTPResponse response = answer(request);

      assertThat(response.getStatusCode()).isEqualTo(404);
      assertThat(response.getBody()).doesNotContain("<form");
    }
    assertThat(customers.writes).isZero();
  }

  @Test
  void noTokenAtAllFindsNothing() {
    APIGatewayV2HTTPEvent request = Fixtures.http("unsubscribe-post");
    request.setPathParameters(null);

    assertThat(answer(request).getStatusCode()).isEqualTo(404);
    assertThat(customers.writes).isZero();
  }

  @Test
  void anotherMethodChangesNothing() {
    know("ja", YES);
    APIGatewayV2HTTPEvent request = Fixtures.http("unsubscribe-post");
    method(request, "DELETE");

    assertThat(answer(request).getStatusCode()).isEqualTo(405);
    assertThat(customers.writes).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "ja, en-GB, ja",
    "en, 'ja,en;q=0.8', en",
    "ja-JP, , ja",
    "'', 'ja,en;q=0.8', ja",
    "'', en-GB, en",
    "'', , en",
  })
  void speaksTheCustomersLanguageOrElseTheBrowsers(
      String known, @Nullable String asked, String spoken) {
    know(known.isEmpty() ? null : known, YES);
    APIGatewayV2HTTPEvent request = Fixtures.http("unsubscribe-get");
    request.setHeaders(asked == null ? null : Map.of("Accept-Language", asked));

    assertThat(answer(request).getBody()).contains("<html lang=\"" + spoken + "\">");
  }

  @Test
  void aPageMayNotBeFramedScriptedOrKeptAndTellsNobodyWhereItCameFrom() {
    know("ja", YES);

    assertThat(answer(Fixtures.http("unsubscribe-get")).getHeaders())
        .containsEntry("content-type", "text/html; charset=utf-8")
        .containsEntry("cache-control", "no-store")
        .containsEntry("referrer-policy", "no-referrer")
        .containsEntry("x-robots-tag", "noindex")
        .hasEntrySatisfying(
            "content-security-policy",
            policy ->
                assertThat(policy)
                    .contains(
                        "default-src 'none'",
                        "form-action 'self'",
                        "frame-ancestors 'none'",
                        "base-uri 'none'"));
  }

  @Test
  void noPageHasTheAddressTheIdOrTheToken() {
    know("ja", YES);
    for (String file : new String[] {"unsubscribe-get", "unsubscribe-post"}) {
      String page = answer(Fixtures.http(file)).getBody();

      assertThat(page)
          .doesNotContain("hanako@example.com", "山田", "c-1001", TOKENS.sign(HANAKO))
          .doesNotContain("<script", "<b>")
          .contains("茶と器の店 &lt;b&gt;");
    }
  }

  private APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent request) {
    APIGatewayV2HTTPResponse response = handler.handleRequest(request, context);
    assertThat(context.log()).isEmpty();
    return response;
  }

  private static void method(APIGatewayV2HTTPEvent request, String method) {
    request.getRequestContext().getHttp().setMethod(method);
  }

  private void know(@Nullable String language, Consent consent) {
    customers.profiles.put(
        HANAKO,
        new Profile(
            HANAKO, "hanako@example.com", "山田 花子", language, null, consent, Instant.EPOCH, 1));
  }

  private Consent consent() {
    Consent consent = customers.find(HANAKO).map(Profile::consent).orElse(null);
    if (consent == null) {
      throw new AssertionError("There is no consent");
    }
    return consent;
  }

  private static final class FewCustomers implements Customers {
    private final Map<CustomerId, Profile> profiles = new HashMap<>();
    private int writes;

    @Override
    public Optional<Profile> find(CustomerId customer) {
      return Optional.ofNullable(profiles.get(customer));
    }

    @Override
    public boolean save(Profile profile) {
      profiles.put(profile.id(), profile);
      writes++;
      return true;
    }
  }
}
