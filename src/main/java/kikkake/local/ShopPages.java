package kikkake.local;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import kikkake.studio.Picture;
import kikkake.studio.Pictures;
import kikkake.studio.Studio;

/**
 * What the laptop serves to browsers: the inbox, and the HTTP routes of the functions. Besides
 * those of {@code template.yaml}, {@code POST /events} takes one event of the contract, as the
 * event bus would, and {@code /shop} is a page of a shop with a slot.
 */
final class ShopPages implements HttpHandler {
  private static final String TOKEN_ROUTE = "/u/";
  private static final String PREFERENCES_ROUTE = "/p/";
  private static final Set<String> PUBLIC_ROUTES =
      Set.of("/collect", "/recommendations", "/kikkake.js");
  private static final int MAX_EVENT = 1 << 20;

  private final InboxPages inbox;
  private final AtomicReference<LocalStack> stack = new AtomicReference<>();

  ShopPages(InboxPages inbox) {
    this.inbox = inbox;
  }

  /** Names the stack whose functions answer; until then there is only the inbox. */
  void serve(LocalStack stack) {
    this.stack.set(stack);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Optional<LocalStack> running = Optional.ofNullable(stack.get());
    if (running.isPresent() && path.startsWith(TOKEN_ROUTE)) {
      Gateway.run(
          exchange,
          running.get().unsubscribe(),
          running.get().functions().context("UnsubscribeFunction"),
          "/u/{token}",
          Map.of("token", path.substring(TOKEN_ROUTE.length())));
    } else if (running.isPresent() && isStudio(path)) {
      Gateway.run(
          exchange,
          running.get().studio(),
          running.get().functions().context("StudioFunction"),
          Studio.PATH + "/{proxy+}",
          Map.of(),
          running.get().signIn().claims(Gateway.cookies(exchange)));
    } else if (running.isPresent() && path.startsWith(Pictures.PATH)) {
      picture(exchange, running.get().pictures());
    } else if (running.isPresent() && path.startsWith(PREFERENCES_ROUTE)) {
      Gateway.run(
          exchange,
          running.get().preferences(),
          running.get().functions().context("PreferencesFunction"),
          "/p/{token}",
          Map.of("token", path.substring(PREFERENCES_ROUTE.length())));
    } else if (running.isPresent() && PUBLIC_ROUTES.contains(path)) {
      if (!OtherOrigins.answered(exchange)) {
        Gateway.run(
            exchange,
            path.equals("/collect") ? running.get().collect() : running.get().slot(),
            running
                .get()
                .functions()
                .context(path.equals("/collect") ? "CollectFunction" : "SlotFunction"),
            path,
            Map.of());
      }
    } else if (running.isPresent() && DemoShop.PATHS.contains(path)) {
      new DemoShop(running.get().catalog()).handle(exchange);
    } else if (running.isPresent() && path.equals("/events")) {
      event(exchange, running.get());
    } else {
      inbox.handle(exchange);
    }
  }

  private static boolean isStudio(String path) {
    return path.equals(Studio.PATH) || path.startsWith(Studio.PATH + "/");
  }

  /** A picture as the CDN of {@code template.yaml} serves it. */
  private static void picture(HttpExchange exchange, PictureFolder pictures) throws IOException {
    String method = exchange.getRequestMethod();
    String name = exchange.getRequestURI().getPath().substring(Pictures.PATH.length());
    Optional<Picture> picture =
        method.equals("GET") || method.equals("HEAD") ? pictures.find(name) : Optional.empty();
    if (picture.isEmpty()) {
      LocalHttp.reply(exchange, 404, "text/plain", Gateway.bytes("There is no such picture\n"));
      return;
    }
    Headers headers = exchange.getResponseHeaders();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
    headers.set("Cache-Control", Pictures.KEEP);
    LocalHttp.reply(exchange, 200, picture.get().type().mime(), picture.get().bytes().array());
  }

  private static void event(HttpExchange exchange, LocalStack stack) throws IOException {
    byte[] body = LocalHttp.body(exchange, MAX_EVENT);
    if (!exchange.getRequestMethod().equals("POST") || body == null) {
      LocalHttp.reply(exchange, 400, "text/plain", Gateway.bytes("POST one event of at most 1 MB"));
      return;
    }
    stack.functions().put(new String(body, StandardCharsets.UTF_8));
    LocalHttp.reply(exchange, 202, "text/plain", Gateway.bytes("On the events queue\n"));
  }
}
