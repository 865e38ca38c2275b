package kikkake.lambda;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import kikkake.local.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A browser that goes in and out: redirects between two sites, cookies that only a secure page may
 * set, and a policy that says where forms may lead.
 */
class StudioSignInBrowserTest {
  private static final String CLAIMS =
      "{\"email\":\"editor@shop.example\",\"email_verified\":true,\"exp\":"
          + Instant.parse("2100-01-01T00:00:00Z").getEpochSecond()
          + "}";
  private static final String TOKEN =
      "a." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(CLAIMS)) + ".b";

  private final HttpServer pool = server(this::asPool);
  private final HttpServer front = server(this::asDistribution);
  private final ColdFunctions shop = new ColdFunctions(Instant.parse("2026-11-21T01:00:00Z"));
  private final StudioSignIn signIn =
      new StudioSignIn(
          new StudioSignIn.Pool(poolAddress(), "client-1", studioAddress()),
          Duration.ofSeconds(5),
          new Random(2),
          InstantSource.system());

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static HttpServer server(HttpHandler handler) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", handler);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two sites: a browser tells them apart by the host. */
  private String poolAddress() {
    return "http://127.0.0.1:" + pool.getAddress().getPort();
  }

  private String studioAddress() {
    return "http://localhost:" + front.getAddress().getPort();
  }

  @BeforeEach
  void start() {
    pool.start();
    front.start();
  }

  @AfterEach
  void stop() {
    pool.stop(0);
    front.stop(0);
  }

  /** Lets in whoever clicks. */
  private void asPool(HttpExchange exchange) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    switch (exchange.getRequestURI().getPath()) {
      case "/oauth2/authorize" -> {
        String state = query.replaceFirst(".*&state=([^&]+).*", "$1");
        String back = studioAddress() + "/studio/signed-in?code=c-1&state=" + state;
        reply(exchange, 200, "text/html", "<h1>Pool</h1><a href=\"" + back + "\">Let me in</a>");
      }
      case "/oauth2/token" ->
          reply(exchange, 200, "application/json", "{\"id_token\":\"" + TOKEN + "\"}");
      case "/logout" -> {
        exchange.getResponseHeaders().set("Location", query.replaceFirst(".*&logout_uri=", ""));
        reply(exchange, 302, "text/plain", "");
      }
      default -> reply(exchange, 404, "text/plain", "");
    }
  }

  /** The distribution's function and the authorizer: the cookie, and no other, is who asks. */
  private void asDistribution(HttpExchange exchange) throws IOException {
    List<String> cookies =
        exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
            .flatMap(line -> Arrays.stream(line.split("; ", -1)))
            .toList();
    RequestContext.RequestContextBuilder context =
        RequestContext.builder()
            .withHttp(
                RequestContext.Http.builder().withMethod(exchange.getRequestMethod()).build());
    if (cookies.contains(StudioSignIn.COOKIE + "=" + TOKEN)) {
      context.withAuthorizer(
          RequestContext.Authorizer.builder()
              .withJwt(
                  RequestContext.Authorizer.JWT
                      .builder()
                      .withClaims(
                          Map.of(
                              "email", "editor@shop.example",
                              "email_verified", "true",
                              "cognito:groups", "[editor]",
                              "origin_jti", "1"))
                      .build())
              .build());
    }
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, all) -> headers.put(name.toLowerCase(Locale.ROOT), all.getFirst()));
    APIGatewayV2HTTPResponse response =
        shop.studio(
            APIGatewayV2HTTPEvent.builder()
                .withRawPath(exchange.getRequestURI().getPath())
                .withRawQueryString(exchange.getRequestURI().getRawQuery())
                .withHeaders(headers)
                .withCookies(cookies)
                .withBody(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .withRequestContext(context.build())
                .build(),
            signIn,
            studioAddress());
    response.getHeaders().forEach(exchange.getResponseHeaders()::set);
    response.getCookies().forEach(each -> exchange.getResponseHeaders().add("Set-Cookie", each));
    reply(
        exchange,
        response.getStatusCode(),
        String.valueOf(response.getHeaders().get("content-type")),
        new String(Base64.getDecoder().decode(response.getBody()), StandardCharsets.UTF_8));
  }

  private static void reply(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : bytes(body).length);
      if (!body.isEmpty()) {
        exchange.getResponseBody().write(bytes(body));
      }
    }
  }

  @Test
  void somebodyComesInLooksAndGoesOut() {
    try (Chromium chromium = Chromium.startOrSkip();
        BrowserContext browser = chromium.browser().newContext();
        Page page = browser.newPage()) {
      page.navigate(studioAddress() + "/studio/pictures");
      assertThat(page.locator("h1")).hasText("Pool");
      page.getByText("Let me in").click();
      page.waitForURL(studioAddress() + "/studio");
      page.navigate(studioAddress() + "/studio/pictures");
      assertThat(page.locator("h1")).hasText("Pictures");
      assertThat(page.locator(".person")).containsText("editor@shop.example");
      assertThat(page.evaluate("document.cookie")).isEqualTo("");
      assertThat(browser.cookies())
          .filteredOn(cookie -> cookie.name.equals(StudioSignIn.COOKIE))
          .singleElement()
          .satisfies(cookie -> {
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.secure).isTrue();
          });

      page.getByText("Sign out").click();

      assertThat(page.locator("h1")).hasText("Pool");
      assertThat(browser.cookies()).noneMatch(cookie -> cookie.name.equals(StudioSignIn.COOKIE));
      page.navigate(studioAddress() + "/studio/signed-in?code=c-1&state=forged");
      assertThat(page.locator("[role=alert]")).containsText("The sign-in was not finished in time");
      page.getByText("Sign in again").click();
      assertThat(page.locator("h1")).hasText("Pool");
    }
  }
}
