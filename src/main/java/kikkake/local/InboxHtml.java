package kikkake.local;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the inbox pages; everything that comes from a mail or an address is escaped. */
final class InboxHtml {
  static final int PER_PAGE = 50;
  private static final int LONGEST_SOURCE = 1_000_000;

  private final String base;
  private final String chosenLanguage;
  private final InboxWords words;
  private final ZoneId zone;
  private final List<InboxPages.Link> links;

  InboxHtml(
      String base,
      String chosenLanguage,
      InboxWords words,
      ZoneId zone,
      List<InboxPages.Link> links) {
    this.base = base;
    this.chosenLanguage = chosenLanguage.equals(words.code) ? chosenLanguage : "";
    this.words = words;
    this.zone = zone;
    this.links = links;
  }

  String list(LocalInbox inbox, String wanted, int page) {
    LocalInbox.Page found = inbox.search(wanted, (page - 1) * PER_PAGE, PER_PAGE);
    var html = new StringBuilder();
    html.append(
        """
        <div class="bar"><h1>%s</h1>%s</div>
        """
            .formatted(words.inbox(), searchForm(wanted)));
    if (found.found() == 0) {
      html.append(
          "<p class=\"empty\">%s</p>\n"
              .formatted(wanted.isEmpty() ? words.empty() : words.nothingFound()));
    } else {
      html.append("<p class=\"count\">%s</p>\n".formatted(words.count(found.found())));
      rows(html, found.mails());
      pager(html, found, wanted, page);
    }
    return page(words.inbox(), Map.of("q", wanted), "/", html.toString());
  }

  String mail(ReceivedMail mail, String view) {
    String shown =
        switch (view) {
          case "text", "source" -> view;
          default -> mail.html().isPresent() || view.equals("html") ? "html" : "text";
        };
    String path = "/mail/" + encoded(mail.messageId());
    String body =
        """
        <p class="back"><a href="%s">← %s</a></p>
        <article>
        <h1>%s</h1>
        <dl class="facts">%s</dl>
        <nav class="tabs" aria-label="%s">%s<a class="save" href="%s" download>%s</a></nav>
        %s
        </article>
        """
            .formatted(
                link("/", Map.of()),
                words.inbox(),
                escaped(subject(mail)),
                facts(mail),
                words.views(),
                tab(path, "html", words.html(), shown)
                    + tab(path, "text", words.text(), shown)
                    + tab(path, "source", words.source(), shown),
                base + path + "/raw",
                words.download(),
                content(mail, path, shown));
    return page(subject(mail), Map.of("view", view), path, body);
  }

  String notFound() {
    String body =
        "<h1>404</h1>\n<p class=\"empty\">%s</p>\n<p class=\"back\"><a href=\"%s\">← %s</a></p>\n"
            .formatted(words.notFound(), link("/", Map.of()), words.inbox());
    return page(words.notFound(), Map.of(), "/", body);
  }

  private String searchForm(String wanted) {
    String language =
        chosenLanguage.isEmpty()
            ? ""
            : "<input type=\"hidden\" name=\"lang\" value=\"" + chosenLanguage + "\">";
    String all =
        wanted.isEmpty()
            ? ""
            : "<a href=\"%s\">%s</a>".formatted(link("/", Map.of()), words.showAll());
    return """
    <form role="search" action="%s"><input type="search" name="q" value="%s" aria-label="%s" placeholder="%s">%s<button>%s</button>%s</form>
    """
        .formatted(
            base + "/",
            escaped(wanted),
            words.search(),
            words.searchHint(),
            language,
            words.search(),
            all);
  }

  private void rows(StringBuilder html, List<ReceivedMail> mails) {
    var dayFormat = DateTimeFormatter.ofPattern(words.dayPattern, words.locale);
    @Nullable LocalDate day = null;
    for (ReceivedMail mail : mails) {
      ZonedDateTime at = mail.at().atZone(zone);
      if (!at.toLocalDate().equals(day)) {
        html.append(day == null ? "" : "</ul>\n");
        day = at.toLocalDate();
        html.append("<h2>%s</h2>\n<ul class=\"mails\">\n".formatted(dayFormat.format(day)));
      }
      String kind = mail.tags().getOrDefault(LocalInbox.KIND, "");
      html.append(
          """
          <li><a href="%s"><span class="subject">%s</span><span class="to">%s</span>%s<time datetime="%s">%s</time></a></li>
          """
              .formatted(
                  link("/mail/" + encoded(mail.messageId()), Map.of()),
                  escaped(subject(mail)),
                  escaped(String.join(", ", mail.to())),
                  kind.isEmpty() ? "<span></span>" : chip(kind),
                  mail.at(),
                  DateTimeFormatter.ofPattern("HH:mm").format(at)));
    }
    html.append(day == null ? "" : "</ul>\n");
  }

  private void pager(StringBuilder html, LocalInbox.Page found, String wanted, int page) {
    if (found.found() <= PER_PAGE) {
      return;
    }
    int first = (page - 1) * PER_PAGE + 1;
    int last = Math.min(page * PER_PAGE, found.found());
    html.append("<nav class=\"pager\" aria-label=\"%s\">".formatted(words.inbox()));
    html.append(
        first == 1
            ? "<span></span>"
            : step(wanted, Math.min(page - 1, pages(found)), "prev", "← " + words.newer()));
    html.append(
        first > found.found()
            ? "<span></span>"
            : "<span>%s</span>".formatted(words.range(first, last, found.found())));
    html.append(
        last >= found.found()
            ? "<span></span>"
            : step(wanted, page + 1, "next", words.older() + " →"));
    html.append("</nav>\n");
  }

  private static int pages(LocalInbox.Page found) {
    return (found.found() + PER_PAGE - 1) / PER_PAGE;
  }

  private String step(String wanted, int page, String rel, String label) {
    String href = link("/", Map.of("q", wanted, "page", Integer.toString(page)));
    return "<a rel=\"%s\" href=\"%s\">%s</a>".formatted(rel, href, label);
  }

  private String facts(ReceivedMail mail) {
    var html = new StringBuilder();
    fact(html, words.from(), escaped(mail.from()));
    fact(html, words.to(), escaped(String.join(", ", mail.to())));
    String at = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss z").format(mail.at().atZone(zone));
    fact(html, words.received(), "<time datetime=\"%s\">%s</time>".formatted(mail.at(), at));
    if (!mail.tags().isEmpty()) {
      var chips = new StringBuilder();
      mail.tags().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(tag -> chips.append(chip(tag.getKey() + ": " + tag.getValue())).append(' '));
      fact(html, words.tags(), chips.toString());
    }
    mail.header("List-Unsubscribe")
        .ifPresent(value -> fact(html, words.unsubscribe(), escaped(value)));
    return html.toString();
  }

  private static void fact(StringBuilder html, String name, String valueHtml) {
    html.append("<div><dt>%s</dt><dd>%s</dd></div>".formatted(name, valueHtml));
  }

  private String tab(String path, String view, String label, String shown) {
    return "<a href=\"%s\"%s>%s</a>"
        .formatted(
            link(path, Map.of("view", view)),
            view.equals(shown) ? " aria-current=\"page\"" : "",
            label);
  }

  private String content(ReceivedMail mail, String path, String shown) {
    return switch (shown) {
      case "html" ->
          mail.html().isEmpty()
              ? "<p class=\"empty\">" + words.noSuchPart() + "</p>"
              : """
              <iframe title="%s" sandbox="allow-popups allow-popups-to-escape-sandbox" src="%s"></iframe>
              """
                  .formatted(words.mailFrame(), base + path + "/html");
      case "text" ->
          mail.text()
              .map(text -> "<pre class=\"text\">\n" + escaped(text) + "</pre>")
              .orElse("<p class=\"empty\">" + words.noSuchPart() + "</p>");
      default ->
          "<pre class=\"source\" tabindex=\"0\">\n"
              + escaped(mail.source(LONGEST_SOURCE))
              + "</pre>";
    };
  }

  private String page(String title, Map<String, String> query, String path, String body) {
    var nav = new StringBuilder();
    for (InboxPages.Link link : links) {
      String label = words == InboxWords.JA ? link.japanese() : link.english();
      nav.append("<a href=\"%s\">%s</a>".formatted(escaped(link.href()), escaped(label)));
    }
    InboxWords other = words.other();
    var otherQuery = new TreeMap<>(query);
    otherQuery.put("lang", other.code);
    return """
    <!doctype html>
    <html lang="%s">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s – Kikkake</title>
    <link rel="stylesheet" href="%s/inbox.css">
    </head>
    <body>
    <header><a class="brand" href="%s">Kikkake <small>%s</small></a><nav>%s<a lang="%s" hreflang="%s" href="%s">%s</a></nav></header>
    <main>
    %s</main>
    </body>
    </html>
    """
        .formatted(
            words.code,
            escaped(title),
            base,
            link("/", Map.of()),
            words.subtitle(),
            nav,
            other.code,
            other.code,
            link(path, otherQuery),
            words.name(other),
            body);
  }

  private String link(String path, Map<String, String> query) {
    var all = new TreeMap<>(query);
    if (!chosenLanguage.isEmpty()) {
      all.putIfAbsent("lang", chosenLanguage);
    }
    var url = new StringBuilder(base).append(path);
    String separator = "?";
    for (var entry : all.entrySet()) {
      if (!entry.getValue().isEmpty()) {
        url.append(separator).append(entry.getKey()).append('=').append(encoded(entry.getValue()));
        separator = "&amp;";
      }
    }
    return url.toString();
  }

  private String subject(ReceivedMail mail) {
    return mail.subject().isBlank() ? words.noSubject() : mail.subject();
  }

  private static String chip(String text) {
    return "<span class=\"chip\">" + escaped(text) + "</span>";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
