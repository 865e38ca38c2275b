package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kikkake.event.MalformedEvent;
import kikkake.studio.Ask;
import kikkake.studio.Bytes;
import kikkake.studio.Group;
import kikkake.studio.Member;
import kikkake.studio.Reply;
import kikkake.studio.Studio;
import org.jspecify.annotations.Nullable;

/**
 * The marketers' pages. Who asks is what the HTTP API's authorizer found in the sign-in's token:
 * the claims {@code email}, {@code email_verified}, {@code cognito:groups} and {@code origin_jti}.
 */
public final class StudioHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final Studio studio;

  /** For Lambda, which runs this once, before the first request. */
  public StudioHandler() {
    this(Environment.OWN);
  }

  StudioHandler(Environment environment) {
    this(StudioWiring.of(environment));
  }

  public StudioHandler(Studio studio) {
    this.studio = studio;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent request, Context context) {
    Ask ask;
    try {
      ask =
          new Ask(
              Http.method(request),
              request.getRawPath(),
              Http.query(request),
              headers(request),
              cookies(request),
              body(request),
              member(request));
    } catch (MalformedEvent e) {
      return Http.error(400, e.getMessage() == null ? "The request is broken" : e.getMessage());
    }
    return response(studio.answer(ask));
  }

  private static APIGatewayV2HTTPResponse response(Reply reply) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(reply.status())
        .withHeaders(reply.headers())
        .withCookies(reply.cookies())
        .withBody(Base64.getEncoder().encodeToString(reply.body().array()))
        .withIsBase64Encoded(true)
        .build();
  }

  private static Map<String, String> headers(APIGatewayV2HTTPEvent request) {
    Map<String, String> headers = new HashMap<>();
    if (request.getHeaders() != null) {
      request
          .getHeaders()
          .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    }
    return headers;
  }

  private static Map<String, String> cookies(APIGatewayV2HTTPEvent request) {
    Map<String, String> cookies = new HashMap<>();
    List<String> all = request.getCookies() == null ? List.of() : request.getCookies();
    for (String cookie : all) {
      String[] parts = cookie.strip().split("=", 2);
      if (parts.length == 2) {
        cookies.putIfAbsent(parts[0], parts[1]);
      }
    }
    return cookies;
  }

  private static Bytes body(APIGatewayV2HTTPEvent request) {
    String body = request.getBody();
    if (body == null) {
      return Bytes.of("");
    }
    if (!request.getIsBase64Encoded()) {
      return Bytes.of(body);
    }
    try {
      return Bytes.of(Base64.getDecoder().decode(body));
    } catch (IllegalArgumentException e) {
      throw new MalformedEvent("body", "is not Base64, although the request says so");
    }
  }

  /** Nobody where the authorizer let nobody in, or the address was never verified. */
  private static @Nullable Member member(APIGatewayV2HTTPEvent request) {
    var context = request.getRequestContext();
    var authorizer = context == null ? null : context.getAuthorizer();
    var jwt = authorizer == null ? null : authorizer.getJwt();
    Map<String, String> claims = jwt == null ? null : jwt.getClaims();
    if (claims == null || !"true".equals(claims.get("email_verified"))) {
      return null;
    }
    String email = claims.getOrDefault("email", "");
    String session = claims.getOrDefault("origin_jti", "");
    try {
      return new Member(email, groups(claims.getOrDefault("cognito:groups", "")), session);
    } catch (IllegalArgumentException e) {
      return null; // No address, or no session: nobody whom we could name.
    }
  }

  /** The HTTP API writes a list as {@code [editor approver]}. */
  private static Set<Group> groups(String claim) {
    return Arrays.stream(claim.replaceAll("^\\[|]$", "").split("[ ,]+"))
        .map(Group::of)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }
}
