package kikkake.lambda;

import static kikkake.TestData.ANNA;
import static kikkake.TestData.NOON;
import static kikkake.TestData.purchase;
import static kikkake.TestData.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kikkake.Fixtures;
import kikkake.TestShop;
import kikkake.customer.CustomerProofs;
import kikkake.customer.Hmac;
import kikkake.event.EventJson;
import kikkake.event.VisitorId;
import kikkake.event.Who;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotHandlerTest {
  private static final String CUSTOMER_KEY = "a customer key of this test";
  private static final String VISITOR = "0b7f3a52-5c1e-4d0a-9a51-2f4c8e6d7b90";
  private static final String SIGNATURE =
      HexFormat.of().formatHex(new Hmac(CUSTOMER_KEY).of(ANNA.value()));

  private final TestShop shop = new TestShop().sells("tea", "cup", "pot", "tray", "box");
  private final SlotHandler handler = handler(new PublishableKeys(Set.of("pk_old", "pk_new")));

  private SlotHandler handler(PublishableKeys keys) {
    return new SlotHandler(shop.slot, keys, new CustomerProofs(CUSTOMER_KEY));
  }

  private static APIGatewayV2HTTPEvent request(String query) {
    APIGatewayV2HTTPEvent request = Fixtures.http("slot");
    request.setRawQueryString(query);
    return request;
  }

  private APIGatewayV2HTTPResponse ask(String query) {
    RecordingContext context = new RecordingContext();
    APIGatewayV2HTTPResponse response = handler.handleRequest(request(query), context);
    assertThat(context.log()).isEmpty();
    return response;
  }

  private APIGatewayV2HTTPResponse askWithKey(String query) {
    return ask("key=pk_new&" + query);
  }

  private static String first(APIGatewayV2HTTPResponse response) {
    return json(response).at("/items/0/id").asText();
  }

  private static JsonNode json(APIGatewayV2HTTPResponse response) {
    return EventJson.parse(Objects.requireNonNull(response.getBody()));
  }

  @Test
  void aVisitorGetsWhatTheVisitorLookedAt() {
    shop.arrive(
        viewed(
            "box",
            new Who(null, new VisitorId(VISITOR)),
            shop.clock.instant().minus(Duration.ofMinutes(1))));

    APIGatewayV2HTTPResponse response = ask("key=pk_old&items=1&visitor=" + VISITOR);

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getBody())
        .isEqualTo(
            "{\"items\":[{\"id\":\"box\",\"title\":\"Title of box\",\"url\":"
                + "\"https://shop.example/items/97739\",\"image\":"
                + "\"https://shop.example/pictures/97739.jpg\",\"price\":\"¥1,200\",\"reason\":"
                + "{\"code\":\"looked-at\",\"text\":\"金曜日にご覧になった商品です\"}}]}");
    assertThat(json(askWithKey("language=en&visitor=" + VISITOR)).at("/items/0/reason/text"))
        .hasToString("\"You looked at this on Friday\"");
  }

  @Test
  void fourItemsComeWhereNoNumberIsAsked() {
    assertThat(json(askWithKey("")).at("/items")).hasSize(4);
    assertThat(json(askWithKey("items=5")).at("/items")).hasSize(5);
    assertThat(json(askWithKey("items=12")).at("/items")).as("all there are").hasSize(5);
  }

  @Test
  void onlyAnAnswerForAllMayBeSharedWhoeverIsKnown() {
    shop.arrive(purchase("o-1", "tea").build());

    assertThat(askWithKey("items=4").getHeaders())
        .isEqualTo(
            Map.of(
                "content-type", "application/json",
                "cache-control", "public, max-age=300",
                "vary", "origin"));
    assertThat(askWithKey("visitor=" + VISITOR).getHeaders())
        .containsEntry("cache-control", "private, max-age=60");
    assertThat(askWithKey("customer=anna&signature=" + SIGNATURE).getHeaders())
        .containsEntry("cache-control", "private, max-age=60");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "key=", "key=pk_ol", "key=PK_NEW", "key=pk_old%20", "Key=pk_new"})
  void withoutAKeyOfTheShopNobodyIsAnswered(String query) {
    APIGatewayV2HTTPResponse response = ask(query);

    assertThat(response.getStatusCode()).isEqualTo(403);
    assertThat(response.getBody())
        .isEqualTo("{\"error\":\"key: must be a publishable key of this shop\"}");
    assertThat(response.getHeaders()).containsEntry("cache-control", "no-store");
  }

  @Test
  void withoutAnyKeysTheSlotIsOff() {
    APIGatewayV2HTTPResponse response =
        handler(PublishableKeys.NONE).handleRequest(request("key="), new RecordingContext());

    assertThat(response.getStatusCode()).isEqualTo(403);
  }

  @Test
  void aCustomerIsAnsweredWithTheBackendsSignatureOnly() {
    shop.arrive(purchase("o-1", "tea").build());

    assertThat(first(askWithKey("customer=anna&signature=" + SIGNATURE))).isEqualTo("cup");
    APIGatewayV2HTTPResponse wrong =
        askWithKey("customer=ben&signature=" + SIGNATURE + "&visitor=" + VISITOR);
    assertThat(wrong.getStatusCode()).isEqualTo(403);
    assertThat(wrong.getBody())
        .isEqualTo("{\"error\":\"signature: does not prove this customer\"}");
    assertThat(wrong.getHeaders()).containsEntry("cache-control", "no-store");
  }

  @Test
  void theListAgainIsWhatTheCustomerBuysAgain() {
    shop.arrive(purchase("o-1", "tea").at(NOON.minus(Duration.ofDays(31))).build());
    shop.arrive(purchase("o-2", "tea").at(NOON.minus(Duration.ofDays(1))).build());

    JsonNode answer = json(askWithKey("list=again&customer=anna&signature=" + SIGNATURE));

    assertThat(answer.at("/items")).hasSize(1);
    assertThat(answer.at("/items/0/id")).hasToString("\"tea\"");
    assertThat(answer.at("/items/0/reason/code")).hasToString("\"bought-every\"");
    assertThat(json(askWithKey("list=again")).at("/items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          items=0            | items: must be a whole number from 1 to 12
          items=13           | items: must be a whole number from 1 to 12
          items=             | items: must be a whole number from 1 to 12
          items=4.0          | items: must be a whole number from 1 to 12
          items=-1           | items: must be a whole number from 1 to 12
          items=１           | items: must be a whole number from 1 to 12
          items=99999999999  | items: must be a whole number from 1 to 12
          language=fr        | language: must be ja or en
          list=              | list: must be new or again
          list=old           | list: must be new or again
          language=          | language: must be ja or en
          visitor=           | visitor: must have at least 16 characters, made by chance
          visitor=v-7f3a     | visitor: must have at least 16 characters, made by chance
          visitor=0123456789012345%0A | visitor: visitor id has a control character or broken Unicode
          customer=&signature=00 | customer: customer id is empty
          customer=anna      | signature: is required with customer
          items=4&items=4    | query: has a parameter twice
          items=%zz          | query: is not encoded as addresses are
          """)
  void aWrongParameterIsNamed(String query, String problem) {
    APIGatewayV2HTTPResponse response = askWithKey(query);

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody()).isEqualTo("{\"error\":\"" + problem + "\"}");
    assertThat(response.getHeaders()).containsEntry("cache-control", "no-store");
  }

  @Test
  void unknownParametersAreIgnored() {
    assertThat(askWithKey("looks=7&x=&=&&").getStatusCode()).isEqualTo(400);
    assertThat(askWithKey("looks=7&x=1").getStatusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "DELETE", "OPTIONS"})
  void onlyGetIsAnswered(String method) {
    APIGatewayV2HTTPEvent request = Fixtures.http("slot");
    request.getRequestContext().getHttp().setMethod(method);

    assertThat(handler.handleRequest(request, new RecordingContext()).getStatusCode())
        .isEqualTo(405);
  }

  private APIGatewayV2HTTPResponse script(String known) {
    APIGatewayV2HTTPEvent request = Fixtures.http("slot");
    request.setRouteKey("GET /kikkake.js");
    request.setHeaders(Map.of("if-none-match", known));
    return handler.handleRequest(request, new RecordingContext());
  }

  @Test
  void theScriptIsKeptForADayAndThenSentOnlyWhereItChanged() {
    APIGatewayV2HTTPResponse response = script("");
    String tag = Objects.requireNonNull(response.getHeaders().get("etag"));

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getHeaders())
        .containsEntry("content-type", "text/javascript; charset=utf-8")
        .containsEntry("cache-control", "public, max-age=86400");
    assertThat(script("\"another\", W/" + tag).getStatusCode()).isEqualTo(304);
    assertThat(script("\"another\", W/" + tag).getBody()).isEmpty();
    assertThat(script("\"another\"").getBody()).isEqualTo(response.getBody());
  }

  @Test
  void theScriptHasAtMostThreeKilobytes() {
    String script = Objects.requireNonNull(script("").getBody());

    assertThat(script.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(3_072);
    assertThat(script).doesNotContain("innerHTML", "eval(", "document.write");
  }
}
