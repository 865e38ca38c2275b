package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
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

  /** A header by its name in lower case; empty where there is none. */
  static String header(APIGatewayV2HTTPEvent request, String name) {
    return request.getHeaders() == null
        ? ""
        : request.getHeaders().entrySet().stream()
            .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals(name))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
  }

  static APIGatewayV2HTTPResponse json(int status, String body) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(Map.of("content-type", "application/json", "cache-control", "no-store"))
        .withBody(body)
        .build();
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
