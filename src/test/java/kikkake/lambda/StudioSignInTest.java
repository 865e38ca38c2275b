package kikkake.lambda;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kikkake.TestClock;
import kikkake.studio.Ask;
import kikkake.studio.Bytes;
import kikkake.studio.Refused;
import kikkake.studio.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in at a token endpoint that speaks as Cognito's does. */
class StudioSignInTest {
  private static final String STUDIO = "https://studio.example";
  private static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");
  private static final String CODE = "5f0c3e1a-1111-4222-8333-944455556666";

  private final TestClock clock = new TestClock(NOW);
  private final Set<String> used = new HashSet<>();
  private final List<Map<String, String>> asked = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer pool;
  private StudioSignIn signIn;
  private String claims = claims(NOW.plus(Duration.ofHours(4)), "true");
  private Map<String, String> challenges = new HashMap<>();

  private interface Answering {
    void answer(HttpExchange exchange) throws IOException;
  }

  private Answering answering = this::asCognito;

  @BeforeEach
  void openThePool() throws IOException {
    pool = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    pool.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    pool.createContext(
        "/oauth2/token",
        exchange -> {
          try (exchange) {
            answering.answer(exchange);
          }
        });
    pool.start();
    signIn =
        new StudioSignIn(
            new StudioSignIn.Pool(domain(), "client-1", STUDIO),
            Duration.ofMillis(1_500),
            new Random(1),
            clock);
  }

  @AfterEach
  void closeThePool() {
    end.countDown();
    pool.stop(0);
  }

  private String domain() {
    return "http://127.0.0.1:" + pool.getAddress().getPort();
  }

  private static String claims(Instant ends, String verified) {
    return "{\"sub\":\"1\",\"email\":\"editor@shop.example\",\"email_verified\":"
        + verified
        + ",\"cognito:groups\":[\"editor\"],\"exp\":"
        + ends.getEpochSecond()
        + "}";
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String token() {
    return base64("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8))
        + "."
        + base64(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2lnbmF0dXJl";
  }

  /** One code, once, for the client and call-back that it was given to, against the verifier. */
  private void asCognito(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    asked.add(form);
    boolean proper =
        exchange.getRequestMethod().equals("POST")
            && exchange
                .getRequestHeaders()
                .getFirst("Content-Type")
                .equals("application/x-www-form-urlencoded")
            && "authorization_code".equals(form.get("grant_type"))
            && "client-1".equals(form.get("client_id"))
            && (STUDIO + "/studio/signed-in").equals(form.get("redirect_uri"));
    if (!proper) {
      reply(exchange, 400, "{\"error\":\"invalid_request\"}");
    } else if (!CODE.equals(form.get("code"))
        || !challenge(form.getOrDefault("code_verifier", "")).equals(challenges.get(CODE))
        || !used.add(CODE)) {
      reply(exchange, 400, "{\"error\":\"invalid_grant\"}");
    } else {
      reply(
          exchange,
          200,
          "{\"id_token\":\""
              + token()
              + "\",\"access_token\":\"eyJ.a.b\",\"refresh_token\":\"eyJ.r\",\"expires_in\":14400,"
              + "\"token_type\":\"Bearer\"}");
    }
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String challenge(String verifier) {
    try {
      return base64(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String field : form.split("&", -1)) {
      String[] parts = field.split("=", 2);
      fields.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  private static Ask ask(Map<String, String> query, Map<String, String> cookies) {
    return new Ask("GET", "/studio/signed-in", query, Map.of(), cookies, Bytes.of(""), null);
  }

  /** A sign-in that a browser began, and what the pool sends it back with. */
  private record Begun(Map<String, String> cookies, Map<String, String> query) {
    Begun with(String name, String value) {
      Map<String, String> more = new HashMap<>(query);
      more.put(name, value);
      return new Begun(cookies, more);
    }
  }

  private Begun begin() {
    Reply reply = signIn.begin(ask(Map.of(), Map.of("kikkake_lang", "ja")));
    Map<String, String> query = fields(URI.create(reply.headers().get("location")).getRawQuery());
    challenges.put(CODE, query.get("code_challenge"));
    String cookie = reply.cookies().getFirst().split("[=;]", 3)[1];
    return new Begun(
        Map.of("__Host-kikkake-sign-in", cookie),
        Map.of("state", query.get("state"), "code", CODE));
  }

  private Reply end(Begun begun) {
    return signIn.end(ask(begun.query(), begun.cookies()));
  }

  private void refused(Begun begun, int status, Refused.Why why) {
    assertThatThrownBy(() -> end(begun))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.why()).isEqualTo(why);
              assertThat(refused.status()).isEqualTo(status);
              assertThat(refused).hasNoCause();
              assertThat(refused.toString()).doesNotContain(CODE, "eyJ");
            });
  }

  @Test
  void beginningLeadsToThePoolWithAChallengeThatOnlyThisBrowserCanMeet() {
    Reply reply = signIn.begin(ask(Map.of(), Map.of("kikkake_lang", "ja")));

    URI address = URI.create(reply.headers().get("location"));
    assertThat(reply.status()).isEqualTo(303);
    assertThat(address.toString()).startsWith(domain() + "/oauth2/authorize?");
    assertThat(fields(address.getRawQuery()))
        .contains(
            entry("response_type", "code"),
            entry("client_id", "client-1"),
            entry("redirect_uri", "https://studio.example/studio/signed-in"),
            entry("scope", "openid email"),
            entry("code_challenge_method", "S256"),
            entry("lang", "ja"));
    String cookie = reply.cookies().getFirst();
    assertThat(reply.cookies()).hasSize(1);
    assertThat(cookie)
        .matches(
            "__Host-kikkake-sign-in=[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]{43}; Path=/; HttpOnly;"
                + " Secure; SameSite=Lax; Max-Age=600");
    String verifier = cookie.split("[.;]", 3)[1];
    assertThat(fields(address.getRawQuery()).get("code_challenge")).isEqualTo(challenge(verifier));
    assertThat(address.toString()).doesNotContain(verifier);
  }

  @Test
  void everySignInHasAStateOfItsOwn() {
    assertThat(begin().query().get("state")).isNotEqualTo(begin().query().get("state"));
  }

  @Test
  void whoComesBackWithACodeIsLetInUntilTheTokenEnds() {
    Reply reply = end(begin());

    assertThat(reply.status()).isEqualTo(303);
    assertThat(reply.headers()).containsEntry("location", "/studio");
    assertThat(reply.cookies())
        .containsExactly(
            "__Host-kikkake-id="
                + token()
                + "; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=14400",
            "__Host-kikkake-sign-in=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0");
    assertThat(asked).hasSize(1);
  }

  @Test
  void aSignInThatIsReplayedIsRefused() {
    Begun begun = begin();
    end(begun);

    refused(begun, 400, Refused.Why.SIGN_IN_LOST);
    refused(new Begun(Map.of(), begun.query()), 400, Refused.Why.SIGN_IN_LOST);
  }

  @Test
  void anothersStateOpensNothingHere() {
    Begun victim = begin();
    Begun attacker = begin();

    refused(new Begun(victim.cookies(), attacker.query()), 400, Refused.Why.SIGN_IN_LOST);
    refused(new Begun(Map.of(), attacker.query()), 400, Refused.Why.SIGN_IN_LOST);
    assertThat(asked).as("the pool is not even asked").isEmpty();
  }

  @Test
  void aCodeOfAnotherBrowserIsRefusedByThePool() {
    Begun first = begin();
    String stolen = challenges.get(CODE);
    Begun second = begin();
    challenges.put(CODE, stolen);

    refused(second, 400, Refused.Why.SIGN_IN_LOST);
    assertThat(first.query()).containsEntry("code", CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "only-a-state", "a.b.c", ".verifier"})
  void aBrokenCookieLetsNobodyIn(String cookie) {
    Map<String, String> query = Map.of("state", "", "code", CODE);

    refused(
        new Begun(Map.of("__Host-kikkake-sign-in", cookie), query), 400, Refused.Why.SIGN_IN_LOST);
    assertThat(asked).isEmpty();
  }

  @Test
  void whoBreaksOffOrIsSwitchedOffIsTold() {
    refused(begin().with("error", "access_denied"), 403, Refused.Why.SIGN_IN_DENIED);
    refused(begin().with("code", ""), 403, Refused.Why.SIGN_IN_DENIED);
    assertThat(asked).isEmpty();
  }

  @Test
  void anAddressThatWasNotConfirmedIsTold() {
    claims = claims(NOW.plusSeconds(60), "false");
    refused(begin(), 403, Refused.Why.SIGN_IN_UNVERIFIED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          500 | {"message":"Internal Error"}
          503 | <html>Service Unavailable</html>
          429 | {"error":"Too many requests"}
          400 | {"error":"invalid_client"}
          302 | {}
          200 | <html>
          200 | {}
          200 | []
          200 | {"id_token":null}
          200 | {"id_token":"a.b"}
          200 | {"id_token":"a.b.c; Path=/evil"}
          200 | {"id_token":"eyJ.!!!.x"}
          200 | {"id_token":"a.bm9uZQ.c"}
          200 | {"id_token":"a.e30.c"}
          200 | {"id_token":"a.eyJleHAiOjk5OTk5OTk5OTk5OTk5OTk5fQ.c"}
          """)
  void whatIsNoTokenIsNoSignIn(int status, String body) {
    answering = exchange -> reply(exchange, status, body);
    refused(begin(), 502, Refused.Why.SIGN_IN_SILENT);
  }

  @Test
  void aTokenThatEndedOrThatNoBrowserWouldKeepIsNoSignIn() {
    claims = claims(NOW, "true");
    refused(begin(), 502, Refused.Why.SIGN_IN_SILENT);
    used.clear();
    claims = claims(NOW.plusSeconds(60), "true").replace("editor@", "e".repeat(3_000) + "@");
    refused(begin(), 502, Refused.Why.SIGN_IN_SILENT);
  }

  @Test
  void aPoolThatDoesNotAnswerIsNotWaitedForNorAskedAgain() {
    answering =
        exchange -> {
          asked.add(Map.of());
          await();
        };
    long before = System.nanoTime();
    refused(begin(), 502, Refused.Why.SIGN_IN_SILENT);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
    assertThat(asked).hasSize(1);
  }

  @Test
  void anAnswerThatTricklesOrNeverEndsIsCutOff() {
    answering =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          await();
        };
    refused(begin(), 502, Refused.Why.SIGN_IN_SILENT);
    answering =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] blanks = " ".repeat(65_536).getBytes(StandardCharsets.UTF_8);
          for (int i = 0; i < 1_000; i++) {
            exchange.getResponseBody().write(blanks);
          }
        };
    refused(begin(), 502, Refused.Why.SIGN_IN_SILENT);
  }

  @Test
  void aPoolThatIsNotThereIsTold() {
    Begun begun = begin();
    pool.stop(0);
    refused(begun, 502, Refused.Why.SIGN_IN_SILENT);
  }

  @Test
  void goingOutForgetsTheTokenHereAndThere() {
    Reply reply = signIn.out(ask(Map.of(), Map.of()));

    assertThat(reply.headers())
        .containsEntry(
            "location",
            domain()
                + "/logout?client_id=client-1&logout_uri=https%3A%2F%2Fstudio.example%2Fstudio%2Fsign-in");
    assertThat(reply.cookies())
        .containsExactly("__Host-kikkake-id=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0");
    assertThat(signIn.leavesTo()).isEqualTo(domain());
  }

  private void await() {
    try {
      assertThat(end.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
