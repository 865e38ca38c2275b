package kikkake.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Hands HTTP requests to a function as API Gateway does, and its answers back. */
final class Gateway {
  private static final int MAX_BODY = 1 << 20;

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
    byte[] body = LocalHttp.body(exchange, MAX_BODY);
    if (body == null) {
      LocalHttp.reply(exchange, 413, "text/plain", bytes("The request is too large"));
      return;
    }
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, all) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", all)));
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
            .withPathParameters(parameters)
            .withBody(new String(body, StandardCharsets.UTF_8))
            .withIsBase64Encoded(false)
            .withRequestContext(
                APIGatewayV2HTTPEvent.RequestContext.builder()
                    .withHttp(
                        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                            .withMethod(method)
                            .withPath(path)
                            .build())
                    .build())
            .build();
    APIGatewayV2HTTPResponse response = function.handleRequest(request, context);
    response.getHeaders().forEach(exchange.getResponseHeaders()::set);
    LocalHttp.reply(
        exchange,
        response.getStatusCode(),
        response.getHeaders().getOrDefault("content-type", "text/plain"),
        bytes(response.getBody()));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
