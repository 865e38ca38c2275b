package kikkake.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import kikkake.studio.Group;

/** The laptop's studio over real HTTP, and people who are signed in to it. */
final class StudioBrowser implements AutoCloseable {
  private static final Pattern FORM_KEY = Pattern.compile("name=\"formKey\" value=\"([^\"]+)\"");

  private final LocalDynamo dynamo = LocalDynamo.embedded();
  private final LocalInbox inbox = new LocalInbox();
  private final ShopPages pages = new ShopPages(new InboxPages(inbox, ZoneOffset.UTC));
  final LocalStack stack =
      new LocalStack(
          dynamo, InstantSource.system(), inbox, 0, pages, LocalShop::sample, LocalStack.NO_LOG);
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  StudioBrowser() {
    pages.serve(stack);
  }

  /** A sign-in: the cookie, and what its forms bring along. */
  record Session(String cookie, String formKey) {}

  String origin() {
    return stack.aws().endpoint().toString();
  }

  Session signIn(Group group) {
    HttpResponse<String> entered =
        send(
            "POST",
            "/studio/sign-in",
            Map.of("origin", origin(), "content-type", "application/x-www-form-urlencoded"),
            ("group=" + group.label()).getBytes(StandardCharsets.UTF_8));
    String cookie = entered.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
    String page = send("GET", "/studio/why", Map.of("cookie", cookie), new byte[0]).body();
    var key = FORM_KEY.matcher(page);
    if (!key.find()) {
      throw new IllegalStateException("The page has no form: " + page);
    }
    return new Session(cookie, key.group(1));
  }

  /** Headers of a script's request from the studio's own page. */
  Map<String, String> own(Session session) {
    Map<String, String> headers = new HashMap<>();
    headers.put("cookie", session.cookie());
    headers.put("origin", origin());
    headers.put("sec-fetch-site", "same-origin");
    headers.put("x-kikkake-form", session.formKey());
    headers.put("content-type", "image/png");
    return headers;
  }

  HttpResponse<String> send(String method, String path, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin() + path))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try {
      return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
    stack.close();
    dynamo.close();
  }
}
