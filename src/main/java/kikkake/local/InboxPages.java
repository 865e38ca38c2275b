package kikkake.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The inbox in a browser: a list of mails, and each mail as HTML, text and source.
 *
 * <p>It can be mounted on any path of an {@code HttpServer}. A page has no script; a mail's HTML is
 * shown in a sandbox of its own.
 */
public final class InboxPages implements HttpHandler {
  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";
  private static final String MAIL_POLICY =
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
          + " style-src 'unsafe-inline' https:; font-src https: data:; img-src http: https: data:;"
          + " form-action 'none'; frame-ancestors 'self'";
  private static final String HTML = "text/html; charset=utf-8";
  private static final Pattern HEAD = Pattern.compile("(?i)<head[^>]*>");

  private final LocalInbox inbox;
  private final ZoneId zone;
  private final List<Link> links;
  private final byte[] style = resource("/local/inbox.css");

  /** Pages without further links; times are shown in the zone. */
  public InboxPages(LocalInbox inbox, ZoneId zone) {
    this(inbox, zone, List.of());
  }

  /** Pages with further links in their header; times are shown in the zone. */
  public InboxPages(LocalInbox inbox, ZoneId zone, List<Link> links) {
    this.inbox = inbox;
    this.zone = zone;
    this.links = List.copyOf(links);
  }

  /** A link in the header, with its label in both languages. */
  public record Link(String href, String japanese, String english) {}

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      LocalHttp.reply(exchange, 405, "text/plain", bytes("Only GET and HEAD"));
      return;
    }
    String base = exchange.getHttpContext().getPath().replaceFirst("/$", "");
    String path = exchange.getRequestURI().getPath().substring(base.length());
    Map<String, String> query = query(exchange);
    var html =
        new InboxHtml(base, query.getOrDefault("lang", ""), words(exchange, query), zone, links);
    if (path.isEmpty() || path.equals("/")) {
      page(exchange, 200, html.list(inbox, query.getOrDefault("q", ""), number(query)));
    } else if (path.equals("/inbox.css")) {
      reply(exchange, 200, "text/css; charset=utf-8", PAGE_POLICY, style);
    } else if (path.startsWith("/mail/")) {
      mail(exchange, html, path.substring("/mail/".length()), query.getOrDefault("view", ""));
    } else {
      page(exchange, 404, html.notFound());
    }
  }

  private void mail(HttpExchange exchange, InboxHtml html, String idAndPart, String view)
      throws IOException {
    String[] parts = idAndPart.split("/", 2);
    Optional<ReceivedMail> found = inbox.find(parts[0]);
    if (found.isEmpty()) {
      page(exchange, 404, html.notFound());
      return;
    }
    ReceivedMail mail = found.get();
    switch (parts.length == 2 ? parts[1] : "") {
      case "" -> page(exchange, 200, html.mail(mail, view));
      case "html" ->
          reply(exchange, 200, HTML, MAIL_POLICY, bytes(openingElsewhere(mail.html().orElse(""))));
      case "raw" -> {
        exchange
            .getResponseHeaders()
            .set("Content-Disposition", "attachment; filename=\"" + mail.messageId() + ".eml\"");
        reply(exchange, 200, "message/rfc822", MAIL_POLICY, mail.raw());
      }
      default -> page(exchange, 404, html.notFound());
    }
  }

  /** Lets the links of a mail open outside its frame. */
  private static String openingElsewhere(String mail) {
    var head = HEAD.matcher(mail);
    String base = "<base target=\"_blank\">";
    return head.find()
        ? mail.substring(0, head.end()) + base + mail.substring(head.end())
        : base + mail;
  }

  private static void page(HttpExchange exchange, int status, String html) throws IOException {
    page(exchange, status, PAGE_POLICY, html);
  }

  static void page(HttpExchange exchange, int status, String policy, String html)
      throws IOException {
    exchange.getResponseHeaders().set("Vary", "Accept-Language");
    reply(exchange, status, HTML, policy, bytes(html));
  }

  static void reply(HttpExchange exchange, int status, String type, String policy, byte[] body)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    LocalHttp.reply(exchange, status, type, body);
  }

  /** In which language the reader wants the page. */
  static InboxWords words(HttpExchange exchange) {
    return words(exchange, query(exchange));
  }

  private static InboxWords words(HttpExchange exchange, Map<String, String> query) {
    String accepted = exchange.getRequestHeaders().getFirst("Accept-Language");
    return InboxWords.choose(query.getOrDefault("lang", ""), accepted == null ? "" : accepted);
  }

  private static int number(Map<String, String> query) {
    String page = query.getOrDefault("page", "1");
    return page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
  }

  private static Map<String, String> query(HttpExchange exchange) {
    var query = new HashMap<String, String>();
    String raw = exchange.getRequestURI().getRawQuery();
    if (raw == null) {
      return query;
    }
    for (String pair : raw.split("&", -1)) {
      String[] nameAndValue = pair.split("=", 2);
      if (nameAndValue.length == 2) {
        query.put(nameAndValue[0], decoded(nameAndValue[1]));
      }
    }
    return query;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] resource(String name) {
    try (InputStream in = InboxPages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The resource is missing: " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
