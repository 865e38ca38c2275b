package kikkake.lambda;

import static kikkake.lambda.StudioSignIn.encoded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import kikkake.studio.Refused;

/**
 * Asks a user pool's token endpoint for the ID token of a code, once: a code that was asked for
 * twice is worth nothing. No failure tells the code, the token, or what the pool said.
 */
final class StudioTokens {
  private static final Pattern JWT =
      Pattern.compile("[A-Za-z0-9_-]+\\.([A-Za-z0-9_-]+)\\.[A-Za-z0-9_-]+");
  private static final int LONGEST_ANSWER = 65_536;

  /** The end of the year 9999, in seconds. */
  private static final long LATEST = 253_402_300_799L;

  private static final JsonMapper JSON = new JsonMapper();

  private final URI endpoint;
  private final Duration patience;

  /**
   * @param patience how long the whole answer may take
   */
  StudioTokens(URI endpoint, Duration patience) {
    this.endpoint = endpoint;
    this.patience = patience;
  }

  /**
   * A token as it came, signed, and what it says.
   *
   * @param ends from when on nobody takes it any more
   * @param verified whether the mail address was confirmed
   */
  record IdToken(String text, Instant ends, boolean verified) {}

  /**
   * The token of a code.
   *
   * @throws Refused where the pool does not know the code, or does not answer
   */
  IdToken exchange(StudioSignIn.Pool pool, String code, String verifier) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("accept", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=authorization_code&client_id="
                        + encoded(pool.clientId())
                        + "&redirect_uri="
                        + encoded(pool.callback())
                        + "&code="
                        + encoded(code)
                        + "&code_verifier="
                        + encoded(verifier)))
            .build();
    HttpResponse<String> response = send(request);
    JsonNode answer = json(response.body());
    if (response.statusCode() == 400 && answer.path("error").asText().equals("invalid_grant")) {
      throw new Refused(400, Refused.Why.SIGN_IN_LOST);
    }
    if (response.statusCode() != 200) {
      throw silent();
    }
    return read(answer.path("id_token").asText());
  }

  private HttpResponse<String> send(HttpRequest request) {
    // A client of its own: sign-ins are rare, and a snapshot must not hold connections.
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
    try {
      return client
          .sendAsync(
              request,
              BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER))
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException) {
        throw silent();
      }
      throw new IllegalStateException("The token endpoint could not be asked");
    } catch (TimeoutException e) {
      throw silent();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw silent();
    } finally {
      client.shutdownNow();
    }
  }

  private static IdToken read(String text) {
    var parts = JWT.matcher(text);
    if (!parts.matches()) {
      throw silent();
    }
    JsonNode claims = json(decoded(parts.group(1)));
    long ends = claims.path("exp").asLong();
    if (ends <= 0 || ends > LATEST) {
      throw silent();
    }
    return new IdToken(
        text,
        Instant.ofEpochSecond(ends),
        claims.path("email_verified").asBoolean() && !claims.path("email").asText().isEmpty());
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw silent();
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw silent();
    }
  }

  private static Refused silent() {
    return new Refused(502, Refused.Why.SIGN_IN_SILENT);
  }
}
