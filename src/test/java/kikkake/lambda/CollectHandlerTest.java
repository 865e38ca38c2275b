package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.Fixtures;
import kikkake.event.EventJson;
import kikkake.event.ShopEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectHandlerTest {
  private static final Instant NOW = Instant.parse("2026-11-21T00:50:30Z");
  private static final String VIEW =
      "{\"event\": \"Product Viewed\", \"anonymousId\": \"v-1\", \"properties\": {\"product_id\": \"茶\"}}";

  private final List<String> queue = new ArrayList<>();
  private final CollectHandler handler =
      new CollectHandler(PublishableKeys.NONE, queue::add, InstantSource.fixed(NOW));

  @Test
  void takesABeaconWithOneWrite() {
    APIGatewayV2HTTPResponse response = collect(Fixtures.http("collect"));

    assertThat(response.getStatusCode()).isEqualTo(202);
    assertThat(response.getBody()).isEqualTo("{\"accepted\":2,\"rejected\":[]}");
    assertThat(response.getHeaders())
        .isEqualTo(Map.of("content-type", "application/json", "cache-control", "no-store"));
    assertThat(queue).hasSize(1);
    assertThat(EventJson.read(queue.getFirst()))
        .extracting(ShopEvent::occurredAt)
        .containsExactly(
            Instant.parse("2026-11-21T00:49:10Z"), Instant.parse("2026-11-21T00:49:40Z"));
  }

  @Test
  void takesTheGoodEventsAndSaysWhatIsWrongWithTheOthers() {
    APIGatewayV2HTTPResponse response =
        collect(request("{\"batch\": [" + VIEW + ", {\"event\": \"s3cret\"}]}", false));

    assertThat(response.getStatusCode()).isEqualTo(202);
    assertThat(response.getBody())
        .isEqualTo(
            "{\"accepted\":1,\"rejected\":[\"batch[1].event: is not an event of the contract"
                + " (docs/events.md)\"]}");
    assertThat(queue).hasSize(1);
  }

  @Test
  void writesNothingWhereNoEventIsGood() {
    APIGatewayV2HTTPResponse response = collect(request("{\"batch\": [{}]}", false));

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody())
        .isEqualTo("{\"accepted\":0,\"rejected\":[\"batch[0].event: is required\"]}");
    assertThat(queue).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "s3cret", "[]", "{\"batch\": []}", "{\"batch\": [{}], \"sentAt\": 1}"})
  void refusesABeaconThatMakesNoSense(String body) {
    APIGatewayV2HTTPResponse response = collect(request(body, false));

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody())
        .startsWith("{\"accepted\":0,\"rejected\":[\"")
        .doesNotContain("s3cret");
    assertThat(queue).isEmpty();
  }

  @Test
  void refusesARequestWithoutABody() {
    assertThat(collect(request(null, false)).getStatusCode()).isEqualTo(400);
  }

  @Test
  void readsABase64Body() {
    String body = "{\"batch\": [" + VIEW + "]}";
    String encoded = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));

    assertThat(collect(request(encoded, true)).getStatusCode()).isEqualTo(202);
    assertThat(queue).singleElement().asString().contains("茶");
  }

  @Test
  void refusesABodyThatIsNotBase64AlthoughItSaysSo() {
    APIGatewayV2HTTPResponse response = collect(request("{\"s3cret\"", true));

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody()).doesNotContain("s3cret");
  }

  @Test
  void doesNotClaimToHaveTakenWhatItCouldNotQueue() {
    CollectHandler broken =
        new CollectHandler(
            PublishableKeys.NONE,
            message -> {
              throw new IllegalStateException("no connection");
            },
            InstantSource.fixed(NOW));

    assertThatIllegalStateException()
        .isThrownBy(() -> broken.handleRequest(Fixtures.http("collect"), new RecordingContext()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "key=", "key=pk_2", "key=pk_1&key=pk_1"})
  void whereTheShopHasKeysABeaconNeedsOne(String query) {
    CollectHandler keyed =
        new CollectHandler(
            new PublishableKeys(Set.of("pk_1")), queue::add, InstantSource.fixed(NOW));
    APIGatewayV2HTTPEvent request = Fixtures.http("collect");
    request.setRawQueryString(query);

    APIGatewayV2HTTPResponse refused = keyed.handleRequest(request, new RecordingContext());

    assertThat(refused.getStatusCode()).isIn(400, 403);
    assertThat(refused.getBody())
        .startsWith("{\"accepted\":0,\"rejected\":[\"")
        .containsPattern("key: must be|query: has");
    assertThat(queue).isEmpty();
    request.setRawQueryString("key=pk_1");
    assertThat(keyed.handleRequest(request, new RecordingContext()).getStatusCode()).isEqualTo(202);
    assertThat(queue).hasSize(1);
  }

  private APIGatewayV2HTTPResponse collect(APIGatewayV2HTTPEvent request) {
    RecordingContext context = new RecordingContext();
    APIGatewayV2HTTPResponse response = handler.handleRequest(request, context);
    assertThat(context.log()).isEmpty();
    return response;
  }

  private static APIGatewayV2HTTPEvent request(@Nullable String body, boolean base64) {
    APIGatewayV2HTTPEvent request = Fixtures.http("collect");
    request.setBody(body);
    request.setIsBase64Encoded(base64);
    return request;
  }
}
