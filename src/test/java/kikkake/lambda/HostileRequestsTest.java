package kikkake.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kikkake.Fixtures;
import kikkake.Mutation;
import kikkake.event.CustomerId;
import kikkake.mail.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The HTTP routes and the calls of functions: what is wrong gets its answer and changes nothing.
 */
class HostileRequestsTest {
  private static final CustomerId CUSTOMER = new CustomerId(Hostile.CUSTOMER);
  private static final String GOOD = new Tokens(Fixtures.TOKEN_KEYS).sign(CUSTOMER);
  private static final List<String> ROUTES =
      List.of("unsubscribe-get", "unsubscribe-post", "preferences-get", "preferences-post");

  private final ColdFunctions shop = Hostile.shopWithAnOrder();
  private final Set<Map<String, AttributeValue>> before = shop.rows();

  static Stream<String> tokens() {
    String[] parts = GOOD.split("\\.", -1);
    String others =
        new Tokens("{\"signs\":\"k1\",\"k1\":\"another-key-0123456789\"}").sign(CUSTOMER);
    String otherId =
        new Tokens("{\"signs\":\"k2\",\"k2\":\"local-token-key-0123456789\"}").sign(CUSTOMER);
    String somebodys = new Tokens(Fixtures.TOKEN_KEYS).sign(new CustomerId("somebody"));
    Stream<String> table =
        Stream.of(
            "",
            ".",
            "...",
            "v2...",
            "v2.k1..",
            "v1." + parts[2] + "." + parts[3],
            "v2.k1." + parts[2],
            "v2.k1." + parts[2] + ".",
            "v2.k2." + parts[2] + "." + parts[3],
            "v2..",
            "v3.k1." + parts[2] + "." + parts[3],
            "v2.signs." + parts[2] + "." + parts[3],
            "v2.k1.!!!." + parts[3],
            "v2.k1." + parts[2] + ".!!!",
            "v2.k1." + parts[2] + "." + somebodys.split("\\.", -1)[3],
            "v2.k1." + parts[2] + "." + parts[3].substring(1),
            GOOD + "=",
            GOOD + "\n",
            " " + GOOD,
            GOOD + "\u0000",
            GOOD + ".",
            GOOD.toUpperCase(Locale.ROOT),
            GOOD.replace('.', '/'),
            GOOD + "%20",
            "../../etc/passwd",
            "{{token}}",
            "<script>alert(1)</script>",
            "v2.k1.\ud800." + parts[3],
            "注".repeat(300),
            "v2.k1." + "A".repeat(1_000_000) + ".A",
            ".".repeat(1_000_000),
            others,
            otherId);
    Stream<String> seeded =
        Stream.iterate(1, seed -> seed <= 60, seed -> seed + 1)
            .map(seed -> new Mutation(seed).of(GOOD))
            .filter(token -> !token.equals(GOOD));
    return Stream.concat(table, seeded);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("tokens")
  void aWrongTokenOpensNothing(String token) {
    for (String route : ROUTES) {
      APIGatewayV2HTTPEvent request = request(route, token);
      Hostile.quickly(() -> {
        APIGatewayV2HTTPResponse response = answer(request);
        assertThat(response.getStatusCode()).isEqualTo(404);
        Hostile.assertTellsNothing(Stream.of(response.getBody()));
        assertThat(response.getBody()).doesNotContain("v2.k1", "<script>alert");
      });
    }
    assertNothingHappened();
  }

  static Stream<String> forms() {
    String good = "answer=choices&kind=recommendation&often=1&pause=4";
    String[] fields = new String[3_000];
    Arrays.setAll(fields, i -> "kind=" + i);
    return Stream.of(
        "",
        "&",
        "=",
        "answer",
        "answer=",
        "answer=yes",
        good + "&answer=refuse-all",
        good + "&often=1",
        good + "&pause=4",
        good + "&kind=recommendation",
        good + "&kind=thank-you",
        good + "&x=1",
        good + "&x=%zz",
        good + "&%",
        good + "&%e3%81",
        good + "&" + "a".repeat(3_000),
        good + "&" + String.join("&", fields),
        good.replace("often=1", "often=99"),
        good.replace("often=1", "often=-1"),
        good.replace("often=1", "often=１"),
        good.replace("pause=4", "pause=1e9"),
        good.replace("=", "%3D"),
        good.replace('&', ';'),
        "{\"answer\":\"refuse-all\"}",
        "answer=refuse-all&answer=refuse-all",
        "answer=refuse-all\u0000",
        "answer=REFUSE-ALL",
        "answer=refuse-all&" + good,
        "answer=%72efuse-all%00",
        Base64.getEncoder().encodeToString(good.getBytes(StandardCharsets.UTF_8)),
        new String(good.getBytes(StandardCharsets.UTF_16), StandardCharsets.ISO_8859_1),
        "email=" + Hostile.ADDRESS + "&name=" + Hostile.NAME);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("forms")
  void aWrongFormSavesNothing(String form) {
    APIGatewayV2HTTPEvent plain = request("preferences-post", GOOD);
    plain.setBody(form);
    APIGatewayV2HTTPEvent lying = request("preferences-post", GOOD);
    lying.setBody(form + "*");
    lying.setIsBase64Encoded(true);

    Hostile.quickly(() -> {
      assertThat(answer(plain).getStatusCode()).isEqualTo(400);
      assertThat(answer(lying).getStatusCode()).isEqualTo(400);
    });

    assertNothingHappened();
  }

  static Stream<Consumer<APIGatewayV2HTTPEvent>> strangeRequests() {
    return Stream.of(
        request -> request.setPathParameters(null),
        request -> request.setPathParameters(Map.of()),
        request -> request.setPathParameters(noToken()),
        request -> request.setRequestContext(null),
        request -> request.getRequestContext().setHttp(null),
        request -> request.getRequestContext().getHttp().setMethod(null),
        request -> request.getRequestContext().getHttp().setMethod("post"),
        request -> request.getRequestContext().getHttp().setMethod("DELETE"),
        request -> request.getRequestContext().getHttp().setMethod("PUT\r\nX: 1"));
  }

  private static Map<String, String> noToken() {
    Map<String, String> path = new HashMap<>();
    path.put("token", null);
    return path;
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("strangeRequests")
  void aStrangeRequestIsAnsweredAndChangesNothing(Consumer<APIGatewayV2HTTPEvent> strange) {
    for (String route : ROUTES) {
      APIGatewayV2HTTPEvent request = request(route, GOOD);
      strange.accept(request);
      Hostile.quickly(() -> assertThat(answer(request).getStatusCode()).isIn(404, 405));
    }
    assertNothingHappened();
  }

  @Test
  void strangeHeadersAreNoHindrance() {
    APIGatewayV2HTTPEvent request = request("unsubscribe-get", "nobody's");
    Map<String, String> headers = new HashMap<>();
    headers.put("accept-language", null);
    request.setHeaders(headers);
    assertThat(answer(request).getStatusCode()).isEqualTo(404);
    request.setHeaders(null);
    assertThat(answer(request).getStatusCode()).isEqualTo(404);
    request.setHeaders(Map.of("Accept-Language", "x".repeat(1_000_000)));
    Hostile.quickly(() -> assertThat(answer(request).getStatusCode()).isEqualTo(404));
  }

  static Stream<String> beacons() {
    String good = Hostile.secret(Fixtures.http("collect").getBody());
    List<String> beacons = new ArrayList<>(Hostile.noMessages(good).values());
    for (String place : List.of("/batch/0", "/batch/1/properties")) {
      Hostile.noObjects().forEach(value -> beacons.add(Hostile.with(both(good), place, value)));
    }
    Hostile.noLists().forEach(value -> beacons.add(Hostile.with(good, "/batch", value)));
    Hostile.noTimes().forEach(value -> beacons.add(Hostile.with(good, "/sentAt", value)));
    return beacons.stream();
  }

  /** Both events are wrong, so that a wrong place makes nothing good of it. */
  private static String both(String beacon) {
    return beacon.replace("Product Viewed", "Order Completed").replace("Product Added", "Nothing");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("beacons")
  void aWrongBeaconIsToldAndNotQueued(String body) {
    APIGatewayV2HTTPEvent request = Fixtures.http("collect");
    request.setBody(body);

    Hostile.quickly(() -> {
      APIGatewayV2HTTPResponse response = shop.collect(request);
      assertThat(response.getStatusCode()).isEqualTo(400);
      assertThat(response.getBody()).contains("\"accepted\":0", "\"rejected\":[\"", ": ");
      Hostile.assertTellsNothing(Stream.of(response.getBody()));
    });

    assertThat(shop.collected).isEmpty();
    assertNothingHappened();
  }

  private void assertNothingHappened() {
    assertThat(shop.rows()).isEqualTo(before);
    assertThat(shop.context.log()).isEmpty();
  }

  private APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent request) {
    return request.getRouteKey().contains("/u/")
        ? shop.unsubscribe(request)
        : shop.preferences(request);
  }

  private static APIGatewayV2HTTPEvent request(String fixture, String token) {
    APIGatewayV2HTTPEvent request = Fixtures.http(fixture);
    request.setPathParameters(Map.of("token", token));
    return request;
  }
}
