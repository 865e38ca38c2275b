package kikkake.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.catalog.Catalog;
import kikkake.catalog.Item;
import kikkake.event.ItemId;
import kikkake.mail.Amounts;

/** A page of the sample shop, as a web team would make it: items, buttons, and the slot. */
final class DemoShop implements HttpHandler {
  static final String PATH = "/shop";
  static final Set<String> PATHS = Set.of(PATH, "/shop.js", "/shop.css");
  static final InboxPages.Link LINK = new InboxPages.Link(PATH, "見本のショップ", "Sample shop");

  private static final int SHOWN = 12;
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self';"
          + " img-src http: https:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

  private final Catalog catalog;

  DemoShop(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      LocalHttp.reply(exchange, 405, "text/plain", Gateway.bytes("Only GET and HEAD"));
      return;
    }
    switch (exchange.getRequestURI().getPath()) {
      case "/shop.js" ->
          InboxPages.reply(
              exchange,
              200,
              "text/javascript; charset=utf-8",
              POLICY,
              InboxPages.resource("/local/shop.js"));
      case "/shop.css" ->
          InboxPages.reply(
              exchange,
              200,
              "text/css; charset=utf-8",
              POLICY,
              InboxPages.resource("/local/shop.css"));
      default -> InboxPages.page(exchange, 200, POLICY, page(InboxPages.words(exchange)));
    }
  }

  private String page(InboxWords words) {
    InboxWords other = words.other();
    return """
    <!doctype html>
    <html lang="%s">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s – Kikkake</title>
    <link rel="stylesheet" href="/inbox.css">
    <link rel="stylesheet" href="/shop.css">
    <script defer src="/kikkake.js" data-key="%s"></script>
    <script defer src="/shop.js"></script>
    </head>
    <body>
    <header><a class="brand" href="/">Kikkake <small>%s</small></a><nav><a href="/">%s</a><a lang="%s" hreflang="%s" href="/shop?lang=%s">%s</a></nav></header>
    <main>
    <h1>%s</h1>
    <p role="status" data-done="%s"></p>
    <section aria-labelledby="for-you"><h2 id="for-you">%s</h2><div id="slot"><p class="empty">%s</p></div></section>
    <section aria-labelledby="items"><h2 id="items">%s</h2>%s</section>
    </main>
    </body>
    </html>
    """
        .formatted(
            words.code,
            words.shop(),
            LocalFunctions.PUBLISHABLE_KEY,
            words.subtitle(),
            words.inbox(),
            other.code,
            other.code,
            other.code,
            words.name(other),
            words.shop(),
            words.noted(),
            words.forYou(),
            words.nothingForYou(),
            words.items(),
            items(words));
  }

  /** One item of each family of the sample shop, as the catalog has it. */
  private String items(InboxWords words) {
    Map<String, ItemId> oneOfEach = new LinkedHashMap<>();
    SampleItem.all().forEach(item -> oneOfEach.putIfAbsent(item.family().code(), item.id()));
    Map<ItemId, Item> found = catalog.find(new LinkedHashSet<>(oneOfEach.values()));
    List<Item> shown =
        oneOfEach.values().stream()
            .map(found::get)
            .filter(item -> item != null && item.available())
            .limit(SHOWN)
            .toList();
    if (shown.isEmpty()) {
      return "<p class=\"empty\">%s</p>".formatted(words.noItems());
    }
    var html = new StringBuilder("<ul class=\"shelf\">\n");
    for (Item item : shown) {
      html.append(
          "<li><strong>%s</strong><span>%s</span>%s%s%s</li>\n"
              .formatted(
                  InboxHtml.escaped(item.title()),
                  price(item, words),
                  button(item, "view", words.look()),
                  button(item, "add", words.addToCart()),
                  button(item, "remove", words.takeOut())));
    }
    return html.append("</ul>").toString();
  }

  private static String price(Item item, InboxWords words) {
    return item.price() == null || item.currency() == null
        ? ""
        : InboxHtml.escaped(Amounts.format(item.price(), item.currency(), words.code));
  }

  private static String button(Item item, String action, String label) {
    return "<button data-action=\"%s\" data-item=\"%s\">%s</button>"
        .formatted(action, InboxHtml.escaped(item.id().value()), label);
  }
}
