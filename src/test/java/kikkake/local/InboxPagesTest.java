package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxPagesTest {
  private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final LocalInbox inbox = new LocalInbox();
  private final LocalHttp server =
      LocalHttp.start(
          0, new InboxPages(inbox, TOKYO, List.of(new InboxPages.Link("/studio", "工房", "Studio"))));
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void listsTheNewestMailFirst() throws Exception {
    inbox.add(mail("1", NOON, "First"));
    inbox.add(mail("2", NOON.plusSeconds(3600), "Second"));

    Document list = page("/?lang=en");

    assertThat(list.select(".subject").eachText()).containsExactly("Second", "First");
    assertThat(list.select(".mails time").eachText()).containsExactly("13:00", "12:00");
    assertThat(list.select("h2").text()).isEqualTo("Wednesday, 1 April 2026");
    assertThat(list.select(".chip").eachText()).containsExactly("thank-you", "thank-you");
    assertThat(list.select("header nav a").eachText()).containsExactly("Studio", "日本語");
  }

  @Test
  void speaksTheLanguageOfTheBrowserUnlessTheAddressSaysOtherwise() throws Exception {
    assertThat(get("/", "ja,en;q=0.8").body()).contains("<html lang=\"ja\">", "まだメールはありません");
    assertThat(get("/", "de").body()).contains("<html lang=\"en\">");
    assertThat(get("/?lang=en", "ja").body()).contains("<html lang=\"en\">");
    assertThat(get("/?lang=xx", "ja").body()).contains("<html lang=\"ja\">");
  }

  @Test
  void keepsTheChosenLanguageInItsLinks() throws Exception {
    inbox.add(mail("1", NOON, "First"));

    assertThat(page("/?lang=ja").select(".mails a").attr("href")).isEqualTo("/mail/1?lang=ja");
    assertThat(page("/").select(".mails a").attr("href")).isEqualTo("/mail/1");
  }

  @Test
  void findsMailsByTextAndTurnsPages() throws Exception {
    for (int i = 0; i < 120; i++) {
      inbox.add(mail("t" + i, NOON, "Tea " + i));
      inbox.add(mail("c" + i, NOON, "Cup " + i));
    }

    Document first = page("/?lang=en&q=TEA");
    assertThat(first.select(".count").text()).isEqualTo("120 mails");
    assertThat(first.select(".subject")).hasSize(50);
    Document last = page(first.select("a[rel=next]").attr("href").replace("page=2", "page=3"));
    assertThat(last.select(".subject").eachText()).hasSize(20).contains("Tea 0");
    assertThat(last.select("a[rel=next]")).isEmpty();
    assertThat(last.select(".pager").text()).contains("101–120 of 120");
    assertThat(page("/?lang=en&q=nothing").text()).contains("Nothing found.");
    assertThat(page("/?page=9").select("a[rel=prev]").attr("href")).contains("page=5");
  }

  @Test
  void showsAMailAsHtmlTextAndSource() throws Exception {
    inbox.add(mail("1", NOON, "First"));

    Document html = page("/mail/1?lang=en");
    assertThat(html.select("iframe").attr("src")).isEqualTo("/mail/1/html");
    assertThat(html.select("iframe").attr("sandbox")).doesNotContain("allow-scripts");
    assertThat(html.select("[aria-current]").text()).isEqualTo("HTML");
    assertThat(page("/mail/1?view=text").select("pre").text()).contains("Thank you");
    assertThat(page("/mail/1?view=source").select("pre").text()).contains("multipart/alternative");
  }

  @Test
  void locksTheHtmlOfAMailIntoASandbox() throws Exception {
    inbox.add(mail("1", NOON, "First"));

    var response = get("/mail/1/html", "en");

    assertThat(response.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy ->
            assertThat(policy)
                .contains("sandbox ", "default-src 'none'")
                .doesNotContain("allow-scripts"));
    assertThat(response.body()).contains("<head><base target=\"_blank\">");
  }

  @Test
  void savesTheMailAsItWasSent() throws Exception {
    ReceivedMail mail = mail("1", NOON, "First");
    inbox.add(mail);

    var response = get("/mail/1/raw", "en");

    assertThat(response.body()).isEqualTo(new String(mail.raw(), StandardCharsets.UTF_8));
    assertThat(response.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"1.eml\"");
  }

  @Test
  void escapesWhatMailsAndAddressesBring() throws Exception {
    String evil = "<script>alert(1)</script>\"'&";
    inbox.add(
        new ReceivedMail(
            "1", NOON, evil, List.of(evil), evil, Map.of("kind", evil), raw(evil, evil)));

    for (String path :
        List.of(
            "/",
            "/?q=%3Cscript%3E",
            "/mail/1",
            "/mail/1?view=text",
            "/mail/1?view=source",
            "/mail/%3Cscript%3E",
            "/?lang=%22%3E%3Cscript%3E")) {
      assertThat(page(path).select("script")).as(path).isEmpty();
      assertThat(get(path, "en").body()).as(path).doesNotContain("<script>");
    }
    assertThat(page("/").select(".subject").text()).isEqualTo(evil);
  }

  @Test
  void allowsNoScriptOnItsPages() throws Exception {
    assertThat(get("/", "en").headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy -> assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe"));
  }

  @Test
  void changesNothingOnPostAndFindsNothingWhereThereIsNothing() throws Exception {
    var post =
        HttpRequest.newBuilder(URI.create(server.uri() + "/"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();

    assertThat(client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    assertThat(get("/mail/9", "en").statusCode()).isEqualTo(404);
    assertThat(get("/nothing", "en").statusCode()).isEqualTo(404);
  }

  private Document page(String path) throws Exception {
    return Jsoup.parse(get(path, "en").body());
  }

  private HttpResponse<String> get(String path, String language) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(server.uri() + path))
            .header("Accept-Language", language)
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  static ReceivedMail mail(String id, Instant at, String subject) {
    return new ReceivedMail(
        id,
        at,
        "Chakki <shop@example.com>",
        List.of("anna@example.com"),
        subject,
        Map.of("kind", "thank-you"),
        raw(subject, "Thank you for the tea"));
  }

  private static byte[] raw(String subject, String text) {
    return """
    Subject: %s\r
    MIME-Version: 1.0\r
    Content-Type: multipart/alternative; boundary=x\r
    \r
    --x\r
    Content-Type: text/plain; charset=utf-8\r
    \r
    %s\r
    --x\r
    Content-Type: text/html; charset=utf-8\r
    \r
    <html><head></head><body><h1 id="thanks">Thank you</h1></body></html>\r
    --x--\r
    """
        .formatted(subject, text)
        .getBytes(StandardCharsets.UTF_8);
  }
}
