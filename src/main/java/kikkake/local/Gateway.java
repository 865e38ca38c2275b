package kikkake.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands HTTP requests to a function as API Gateway does, and its answers back. */
final class Gateway {
  private static final int MAX_BODY = 4 << 20;

  /** What API Gateway hands over as it is; everything else comes in Base64. */
  private static final String TEXT = "(text/|application/(json|x-www-form-urlencoded|xml)).*";

  private Gateway() {}

  /**
   * Runs one request.
   *
   * @param route as in {@code template.yaml}, for example {@code /u/{token}}
   * @param parameters of its path
   */
  static void run(
      HttpExchange exchange,
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function,
      LocalContext context,
      String route,
      Map<String, String> parameters)
      throws IOException {
    run(exchange, function, context, route, parameters, Map.of());
  }

  /** The same, with the claims that an authorizer found; empty where nobody signed in. */
  static void run(
      HttpExchange exchange,
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function,
      LocalContext context,
      String route,
      Map<String, String> parameters,
      Map<String, String> claims)
      throws IOException {
    byte[] body = LocalHttp.body(exchange, MAX_BODY);
    if (body == null) {
      LocalHttp.reply(exchange, 413, "text/plain", bytes("The request is too large"));
      return;
    }
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, all) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", all)));
    boolean binary = !headers.getOrDefault("content-type", "text/").matches(TEXT);
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    APIGatewayV2HTTPEvent request =
        APIGatewayV2HTTPEvent.builder()
            .withVersion("2.0")
            .withRouteKey(method + " " + route)
            .withRawPath(path)
            .withRawQueryString(
                exchange.getRequestURI().getRawQuery() == null
                    ? ""
                    : exchange.getRequestURI().getRawQuery())
            .withHeaders(headers)
            .withCookies(cookies(exchange))
            .withPathParameters(parameters)
            .withBody(
                binary
                    ? Base64.getEncoder().encodeToString(body)
                    : new String(body, StandardCharsets.UTF_8))
            .withIsBase64Encoded(binary)
            .withRequestContext(
                APIGatewayV2HTTPEvent.RequestContext.builder()
                    .withAuthorizer(authorizer(claims))
                    .withHttp(
                        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                            .withMethod(method)
                            .withPath(path)
                            .build())
                    .build())
            .build();
    APIGatewayV2HTTPResponse response = function.handleRequest(request, context);
    response.getHeaders().forEach(exchange.getResponseHeaders()::set);
    if (response.getCookies() != null) {
      response
          .getCookies()
          .forEach(cookie -> exchange.getResponseHeaders().add("Set-Cookie", cookie));
    }
    LocalHttp.reply(
        exchange,
        response.getStatusCode(),
        response.getHeaders().getOrDefault("content-type", "text/plain"),
        response.getIsBase64Encoded()
            ? Base64.getDecoder().decode(response.getBody())
            : bytes(response.getBody()));
  }

  /** The cookies, as the HTTP API lists them. */
  static List<String> cookies(HttpExchange exchange) {
    return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
        .flatMap(line -> Arrays.stream(line.split(";", -1)))
        .map(String::strip)
        .toList();
  }

  private static APIGatewayV2HTTPEvent.RequestContext.@Nullable Authorizer authorizer(
      Map<String, String> claims) {
    return claims.isEmpty()
        ? null
        : APIGatewayV2HTTPEvent.RequestContext.Authorizer.builder()
            .withJwt(
                APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT
                    .builder()
                    .withClaims(claims)
                    .build())
            .build();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
