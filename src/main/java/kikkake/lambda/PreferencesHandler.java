package kikkake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import kikkake.customer.Profile;
import kikkake.event.MalformedEvent;
import kikkake.mail.PreferenceForm;
import kikkake.mail.Preferences;
import kikkake.mail.PreferencesPage;

/** Shows the preference page to a GET, which changes nothing, and saves at a POST. */
public final class PreferencesHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final Preferences preferences;
  private final PreferencesPage page;
  private final InstantSource clock;

  /** For Lambda, which runs this once, before the first request. */
  public PreferencesHandler() {
    this(Wiring.fromEnvironment());
  }

  PreferencesHandler(Wiring wiring) {
    this(wiring.preferences(), wiring.preferencesPage(), InstantSource.system());
  }

  public PreferencesHandler(Preferences preferences, PreferencesPage page, InstantSource clock) {
    this.preferences = preferences;
    this.page = page;
    this.clock = clock;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent request, Context context) {
    String token = Http.token(request);
    Optional<Profile> profile = preferences.look(token);
    String language = language(request, profile);
    if (profile.isEmpty()) {
      return Http.page(404, page.unknown(language));
    }
    if (preferences.isErased(token)) {
      return Http.page(200, page.gone(language));
    }
    return switch (Http.method(request)) {
      case "GET", "HEAD" -> Http.page(200, page.ask(profile.get(), language, clock.instant()));
      case "POST" ->
          form(request)
              .flatMap(form -> preferences.act(token, form))
              .map(saved -> Http.page(200, page.saved(saved, language, clock.instant())))
              .orElseGet(() -> Http.page(400, page.wrong(language)));
      default -> Http.page(405, page.unknown(language));
    };
  }

  private static Optional<PreferenceForm> form(APIGatewayV2HTTPEvent request) {
    try {
      return PreferenceForm.read(Http.body(request));
    } catch (MalformedEvent e) {
      return Optional.empty(); // Not Base64, although it says so.
    }
  }

  /** As asked with {@code ?lang=}, else the customer's, else the browser's. */
  private static String language(APIGatewayV2HTTPEvent request, Optional<Profile> profile) {
    String query = request.getRawQueryString() == null ? "" : request.getRawQueryString();
    Optional<String> asked =
        Arrays.stream(query.split("&", -1))
            .filter(part -> part.equals("lang=ja") || part.equals("lang=en"))
            .map(part -> part.substring("lang=".length()))
            .findFirst();
    return asked
        .or(() -> profile.map(Profile::language))
        .orElseGet(() -> Http.header(request, "accept-language"));
  }
}
