package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Optional;
import kikkake.customer.Profile;
import kikkake.event.MalformedEvent;
import kikkake.mail.Unsubscribe;
import kikkake.mail.UnsubscribePage;

/** Shows the unsubscribe page to a GET, which changes nothing, and unsubscribes at a POST. */
public final class UnsubscribeHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final Unsubscribe unsubscribe;
  private final UnsubscribePage page;

  /** For Lambda, which runs this once, before the first request. */
  public UnsubscribeHandler() {
    this(Wiring.fromEnvironment());
  }

  UnsubscribeHandler(Wiring wiring) {
    this(wiring.unsubscribe(), wiring.unsubscribePage());
  }

  public UnsubscribeHandler(Unsubscribe unsubscribe, UnsubscribePage page) {
    this.unsubscribe = unsubscribe;
    this.page = page;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent request, Context context) {
    String token = Http.token(request);
    String method = Http.method(request);
    Optional<Profile> profile = unsubscribe.look(token);
    String language = language(request, profile);
    if (profile.isEmpty()) {
      return Http.page(404, page.unknown(language));
    }
    return switch (method) {
      case "GET", "HEAD" -> Http.page(200, page.ask(language));
      case "POST" -> {
        unsubscribe.act(token, isOneClick(request) ? "one-click" : "unsubscribe-page");
        yield Http.page(200, page.done(language));
      }
      default -> Http.page(405, page.unknown(language));
    };
  }

  /** Whether a mail program sends it, by RFC 8058: as a form, in either encoding. */
  private static boolean isOneClick(APIGatewayV2HTTPEvent request) {
    try {
      String body = Http.body(request);
      return body.contains("List-Unsubscribe") && body.contains("One-Click");
    } catch (MalformedEvent e) {
      return false;
    }
  }

  private static String language(APIGatewayV2HTTPEvent request, Optional<Profile> profile) {
    String known = profile.map(Profile::language).orElse(null);
    return known != null ? known : Http.header(request, "accept-language");
  }
}
