package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kikkake.Fixtures;
import kikkake.Mutation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Anybody may ask for a slot: what is wrong gets its answer, tells nothing and changes nothing. */
class HostileSlotTest {
  private static final String KEY = "key=" + ColdFunctions.PUBLISHABLE_KEY;

  private final ColdFunctions shop = Hostile.shopWithAnOrder();
  private final Set<Map<String, AttributeValue>> before = shop.rows();

  static Stream<String> queries() {
    Stream<String> table =
        Stream.of(
            "",
            "&",
            "key",
            "key=%00",
            KEY + "%00",
            KEY + "&" + KEY,
            KEY + "&customer=" + Hostile.CUSTOMER,
            KEY + "&customer=" + Hostile.CUSTOMER + "&signature=",
            KEY + "&customer=" + Hostile.CUSTOMER + "&signature=" + "0".repeat(64),
            KEY + "&customer=" + Hostile.CUSTOMER + "&signature=" + "0".repeat(1_000_000),
            KEY + "&customer=" + Hostile.CUSTOMER + "&signature=%F0%9F%98%80",
            KEY + "&customer=" + "x".repeat(65) + "&signature=00",
            KEY + "&visitor=" + "x".repeat(1_000_000),
            KEY + "&visitor=%ED%A0%80%ED%A0%80%ED%A0%80%ED%A0%80%00",
            KEY + "&visitor=short",
            KEY + "&items=" + "9".repeat(1_000_000),
            KEY + "&items=1e1",
            KEY + "&language=<script>",
            KEY + "&x=1".repeat(2),
            KEY + "&%",
            "?" + KEY,
            KEY.replace("=", "%3D"));
    Stream<String> seeded =
        Stream.iterate(1, seed -> seed <= 60, seed -> seed + 1)
            .map(seed ->
                new Mutation(seed).of("customer=" + Hostile.CUSTOMER + "&signature=00&items=4"))
            .filter(query -> query.contains("customer=geheim"))
            .map(query -> KEY + "&" + query);
    return Stream.concat(table, seeded);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("queries")
  void aWrongQuestionIsRefused(String query) {
    APIGatewayV2HTTPEvent request = Fixtures.http("slot");
    request.setRawQueryString(query);

    Hostile.quickly(() -> {
      APIGatewayV2HTTPResponse response = shop.slot(request);
      assertThat(response.getStatusCode()).isIn(400, 403);
      assertThat(response.getBody()).startsWith("{\"error\":\"").doesNotContain("<script>");
      Hostile.assertTellsNothing(Stream.of(response.getBody()));
    });
    assertNothingHappened();
  }

  static Stream<Consumer<APIGatewayV2HTTPEvent>> strangeRequests() {
    return Stream.of(
        request -> request.setRawQueryString(null),
        request -> request.setRouteKey(null),
        request -> request.setHeaders(null),
        request -> request.setRequestContext(null),
        request -> request.getRequestContext().setHttp(null),
        request -> request.getRequestContext().getHttp().setMethod("get"));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("strangeRequests")
  void aStrangeRequestIsAnswered(Consumer<APIGatewayV2HTTPEvent> strange) {
    APIGatewayV2HTTPEvent request = Fixtures.http("slot");
    strange.accept(request);

    assertThat(shop.slot(request).getStatusCode()).isIn(200, 403, 405);
    assertNothingHappened();
  }

  private void assertNothingHappened() {
    assertThat(shop.rows()).isEqualTo(before);
    assertThat(shop.context.log()).isEmpty();
  }
}
