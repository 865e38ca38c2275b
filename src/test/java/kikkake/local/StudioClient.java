package kikkake.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kikkake.StudioDrafts;

/**
 * Somebody of a group at the studio, by HTTP and without a browser, so that anything can be sent.
 */
final class StudioClient implements AutoCloseable {
  private static final Pattern FORM_KEY = Pattern.compile("name=\"formKey\" value=\"([^\"]+)\"");

  private final StudioShop shop;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final String formKey;

  StudioClient(StudioShop shop, String group) {
    this.shop = shop;
    send(request("/studio/sign-in").POST(body(Map.of("group", group))), true);
    Matcher key = FORM_KEY.matcher(get("/studio").body());
    this.formKey = key.find() ? key.group(1) : "";
  }

  String formKey() {
    return formKey;
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET(), false);
  }

  /** As a page's form sends it. */
  HttpResponse<String> post(String path, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(Map.of("formKey", formKey));
    all.putAll(fields);
    return send(request(path).POST(body(all)), true);
  }

  /** Anything at all; the sender adds its own headers. */
  HttpResponse<String> send(HttpRequest.Builder request, boolean asForm) {
    if (asForm) {
      request
          .header("Origin", shop.url(""))
          .header("Content-Type", "application/x-www-form-urlencoded");
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(shop.url(path)))
        .header("Accept-Language", "en")
        .timeout(Duration.ofSeconds(60));
  }

  static HttpRequest.BodyPublisher body(Map<String, String> fields) {
    return HttpRequest.BodyPublishers.ofString(StudioDrafts.encoded(fields));
  }

  @Override
  public void close() {
    http.close();
  }
}
