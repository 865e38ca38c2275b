package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kikkake.lambda.SamTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The CloudFront Function of {@code template.yaml}, run in a browser on CloudFront's events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudioDoorTest {
  private static final String COOKIE = "__Host-kikkake-id";
  private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJlbWFpbCI6ImEifQ.c2ln-_";
  private static final String CODE = SamTemplate.property("StudioDoor", "FunctionCode").toString();

  private Optional<Chromium> chromium = Optional.empty();

  @BeforeAll
  void start() {
    chromium = Optional.of(Chromium.startOrSkip());
  }

  @AfterAll
  void close() {
    chromium.ifPresent(Chromium::close);
  }

  private static Map<String, Object> request(
      String method, String uri, Map<String, Object> cookies, Map<String, Object> headers) {
    return Map.of(
        "version",
        "1.0",
        "context",
        Map.of("eventType", "viewer-request"),
        "viewer",
        Map.of("ip", "192.0.2.10"),
        "request",
        Map.of(
            "method",
            method,
            "uri",
            uri,
            "querystring",
            Map.of("customer", value("c-1")),
            "headers",
            headers,
            "cookies",
            cookies));
  }

  private static Map<String, Object> value(String text) {
    return Map.of("value", text);
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> run(Map<String, Object> event) {
    try (Page page = chromium.orElseThrow().browser().newPage()) {
      return (Map<String, Object>)
          page.evaluate(
              "([code, event]) => new Function(code + '; return handler;')()(event)",
              List.of(CODE, event));
    }
  }

  private Map<String, Object> get(String uri, Map<String, Object> cookies) {
    return run(request("GET", uri, cookies, Map.of()));
  }

  private static void leadsTo(String address, Map<String, Object> answer) {
    assertThat(answer).containsEntry("statusCode", 302);
    assertThat(answer.get("headers"))
        .isEqualTo(Map.of("location", value(address), "cache-control", value("no-store")));
  }

  @Test
  void theCookieBecomesTheHeaderAndGoesNoFurther() {
    Map<String, Object> cookies = new HashMap<>();
    cookies.put(COOKIE, value(TOKEN));
    cookies.put("kikkake_lang", value("ja"));

    Map<String, Object> request = get("/studio/why", cookies);

    assertThat(request.get("headers")).isEqualTo(Map.of("authorization", value("Bearer " + TOKEN)));
    assertThat(request.get("cookies")).isEqualTo(Map.of("kikkake_lang", value("ja")));
    assertThat(request.get("uri")).isEqualTo("/studio/why");
    assertThat(request.get("querystring")).isEqualTo(Map.of("customer", value("c-1")));
  }

  @Test
  void aHeaderThatSomebodySendsIsTakenAway() {
    Map<String, Object> spoofed =
        Map.of("authorization", value("Bearer x.y.z"), "accept", value("*/*"));

    leadsTo("/studio/sign-in", run(request("GET", "/studio/why", Map.of(), spoofed)));
    assertThat(run(request("GET", "/studio/sign-in", Map.of(), spoofed)).get("headers"))
        .isEqualTo(Map.of("accept", value("*/*")));
    assertThat(run(request("GET", "/studio", Map.of(COOKIE, value(TOKEN)), spoofed)).get("headers"))
        .isEqualTo(Map.of("accept", value("*/*"), "authorization", value("Bearer " + TOKEN)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/studio",
        "/studio/",
        "/studio/why",
        "/studio/pictures",
        "/studio/sign-in/x",
        "/studio/sign-out",
        "/studio/assets",
        "/studio/assets/",
        "/studio/Sign-in",
        "/STUDIO/sign-in",
        "/x/studio/sign-in",
        "/studio//sign-in",
        "/anything"
      })
  void withoutTheCookieAPageLeadsToTheSignIn(String uri) {
    leadsTo("/studio/sign-in", get(uri, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/studio/sign-in", "/studio/signed-in", "/studio/assets/1x/studio.css"})
  void whatEverybodyMaySeePasses(String uri) {
    Map<String, Object> request = get(uri, Map.of());

    assertThat(request).containsEntry("uri", uri).containsEntry("method", "GET");
    assertThat(request.get("headers")).isEqualTo(Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "a.b",
        "a.b.c.d",
        "..",
        "a.b.",
        " a.b.c",
        "a.b.c d",
        "a.b.c\r\nx: y",
        "\"a.b.c\"",
        "a.b.ü"
      })
  void aCookieThatIsNoTokenIsNone(String odd) {
    leadsTo("/studio/sign-in", get("/studio/why", Map.of(COOKIE, value(odd))));
  }

  @Test
  void aCookieThatIsThereTwiceOrHasAnotherNameIsNone() {
    Map<String, Object> twice =
        Map.of("value", TOKEN, "multiValue", List.of(value(TOKEN), value("x.y.z")));
    leadsTo("/studio/sign-in", get("/studio/why", Map.of(COOKIE, twice)));
    leadsTo("/studio/sign-in", get("/studio/why", Map.of("kikkake-id", value(TOKEN))));
    leadsTo("/studio/sign-in", get("/studio/why", Map.of("__host-kikkake-id", value(TOKEN))));
  }

  @Test
  void aFormOfSomebodyWhoIsSignedOutIsToldSoAndNotSentOn() {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
      Map<String, Object> answer = run(request(method, "/studio/pictures", Map.of(), Map.of()));

      assertThat(answer).containsEntry("statusCode", 401);
      assertThat(String.valueOf(answer.get("body"))).contains("You were signed out", "サインアウト");
    }
    assertThat(run(request("POST", "/studio/pictures", Map.of(COOKIE, value(TOKEN)), Map.of())))
        .containsEntry("method", "POST");
  }

  @Test
  void theFrontDoorLeadsToTheStudio() {
    leadsTo("/studio", get("/", Map.of()));
  }

  @Test
  void itIsSmallEnoughForCloudFront() {
    assertThat(CODE.length()).isLessThan(10_240);
    assertThat(CODE).matches("\\p{ASCII}*");
  }
}
