package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import kikkake.event.MalformedEvent;

/** What the HTTP handlers share. */
final class Http {
  private Http() {}

  /** The request's body as text; empty where there is none. */
  static String body(APIGatewayV2HTTPEvent request) {
    String body = request.getBody();
    if (body == null) {
      return "";
    }
    if (!request.getIsBase64Encoded()) {
      return body;
    }
    try {
      return new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new MalformedEvent("message", "is not Base64, although the request says so");
    }
  }

  /** The token in the path; empty where there is none. */
  static String token(APIGatewayV2HTTPEvent request) {
    Map<String, String> path = request.getPathParameters();
    String token = path == null ? null : path.get("token");
    return token == null ? "" : token;
  }

  /** The method; empty where somebody else than the HTTP API asks. */
  static String method(APIGatewayV2HTTPEvent request) {
    var context = request.getRequestContext();
    String method =
        context == null || context.getHttp() == null ? null : context.getHttp().getMethod();
    return method == null ? "" : method;
  }

  /** A header by its name in lower case; empty where there is none. */
  static String header(APIGatewayV2HTTPEvent request, String name) {
    return request.getHeaders() == null
        ? ""
        : request.getHeaders().entrySet().stream()
            .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals(name))
            .map(Map.Entry::getValue)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("");
  }

  /**
   * The parameters of the query, decoded.
   *
   * @throws MalformedEvent where one is there twice, or is not text
   */
  static Map<String, String> query(APIGatewayV2HTTPEvent request) {
    Map<String, String> query = new HashMap<>();
    String raw = request.getRawQueryString();
    for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
      String[] nameAndValue = pair.split("=", 2);
      String name = decoded(nameAndValue[0]);
      String value = nameAndValue.length == 1 ? "" : decoded(nameAndValue[1]);
      if (query.put(name, value) != null) {
        throw new MalformedEvent("query", "has a parameter twice");
      }
    }
    return query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new MalformedEvent("query", "is not encoded as addresses are");
    }
  }

  static APIGatewayV2HTTPResponse json(int status, String body) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(Map.of("content-type", "application/json", "cache-control", "no-store"))
        .withBody(body)
        .build();
  }

  /** JSON that may be kept as {@code cacheControl} says, for each asking origin by itself. */
  static APIGatewayV2HTTPResponse kept(String body, String cacheControl) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(200)
        .withHeaders(
            Map.of(
                "content-type", "application/json",
                "cache-control", cacheControl,
                "vary", "origin"))
        .withBody(body)
        .build();
  }

  /** Says what is wrong with a request: the field and what it must be. */
  static APIGatewayV2HTTPResponse error(int status, String problem) {
    return json(status, JsonNodeFactory.instance.objectNode().put("error", problem).toString());
  }

  /** A page that nothing may frame, script or keep. */
  static APIGatewayV2HTTPResponse page(int status, String html) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(
            Map.of(
                "content-type", "text/html; charset=utf-8",
                "cache-control", "no-store",
                "referrer-policy", "no-referrer",
                "x-robots-tag", "noindex",
                "content-security-policy",
                    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self';"
                        + " frame-ancestors 'none'; base-uri 'none'"))
        .withBody(html)
        .build();
  }
}
