package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import kikkake.StudioDrafts;
import kikkake.mail.SendingSwitch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody tries with the pages of the mails, over HTTP; every try is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailPagesAttacksTest {
  private static final String MAIL = "/studio/mails/thank-you/ja";

  private final StudioShop shop = new StudioShop();
  private final Map<String, StudioClient> people = new HashMap<>();

  private StudioClient as(String group) {
    return people.computeIfAbsent(group, each -> new StudioClient(shop, each));
  }

  /** Version 1 was saved and asked for by the editor, version 2 by the admin. */
  @BeforeAll
  void twoVersionsWait() {
    shop.buy("c-1", "o-1", "<img src=x onerror=alert(1)>", "ja");
    save("editor", "<b>note</b><script>alert(1)</script>", 0);
    save("admin", "", 1);
    ask("editor", 1);
    ask("admin", 2);
  }

  private void save(String group, String note, int newest) {
    Map<String, String> draft = StudioDrafts.of("thank-you", "ja");
    draft.put("subject", "新茶 " + group);
    draft.put("note", note);
    draft.put("newest", Integer.toString(newest));
    assertThat(as(group).post(MAIL + "/save", draft).statusCode()).isEqualTo(303);
  }

  private static String sample(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private void ask(String group, int version) {
    Map<String, String> fields = Map.of("version", "" + version, "steps", "0");
    assertThat(as(group).post(MAIL + "/ask", fields).statusCode()).isEqualTo(303);
  }

  @AfterAll
  void close() {
    people.values().forEach(StudioClient::close);
    shop.close();
  }

  @ParameterizedTest
  @CsvSource({
    "viewer, save, 403",
    "viewer, test, 403",
    "viewer, ask, 403",
    "viewer, approve, 403",
    "viewer, decline, 403",
    "viewer, publish, 403",
    "viewer, rollback, 403",
    "viewer, cancel, 403",
    "approver, save, 403",
    "approver, test, 403",
    "approver, ask, 403",
    "editor, approve, 403",
    "editor, decline, 403",
    "editor, publish, 403",
    "editor, rollback, 403",
    "editor, cancel, 403",
    "approver, publish, 409",
    "approver, rollback, 409",
    "approver, erase, 404"
  })
  void theWrongGroupOrTheWrongMoment(String group, String action, int status) {
    Map<String, String> fields = StudioDrafts.of("thank-you", "ja");
    fields.put("subject", "something else");
    fields.put("version", "1");
    fields.put("steps", "1");
    fields.put("made", "0");
    HttpResponse<String> answer = as(group).post(MAIL + "/" + action, fields);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(shop.publications("thank-you", "ja")).isEmpty();
  }

  @Test
  void nobodyApprovesWhatIsTheirOwn() {
    HttpResponse<String> answer =
        as("admin").post(MAIL + "/approve", Map.of("version", "2", "steps", "1"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Somebody else must approve your own work.");
  }

  @ParameterizedTest
  @CsvSource({
    "publish, 99, 404",
    "publish, 0, 409",
    "publish, -1, 400",
    "publish, 1e9, 400",
    "publish, 2147483648, 400",
    "publish, '', 400",
    "publish, ' 1', 400",
    "approve, ../2, 400"
  })
  void versionsThatAreNone(String action, String version, int status) {
    Map<String, String> fields = Map.of("version", version, "steps", "1", "made", "0");

    assertThat(as("approver").post(MAIL + "/" + action, fields).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/studio/mails/thank-you/xx",
        "/studio/mails/unknown/ja",
        "/studio/mails/..%2f..%2fC%23c-1/ja",
        "/studio/mails/thank-you/ja/history/more",
        "/studio/mails/%7B%7Bx%7D%7D/ja",
        "/studio/mails/thank-you/ja/publish",
        "/studio/mails/thank-you/ja/frame",
        "/studio/mails/thank-you/ja?version=77",
        "/studio/elsewhere"
      })
  void pagesThatAreNone(String path) {
    assertThat(as("admin").get(path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "none, none, 403",
    "own, none, 403",
    "own, https://evil.example, 403",
    "own, null, 403",
    "none, own, 403",
    "another, own, 403",
    "empty, own, 403"
  })
  void formsFromElsewhere(String key, String origin, int status) {
    Map<String, String> fields = StudioDrafts.of("thank-you", "ja");
    fields.put("subject", "forged");
    switch (key) {
      case "own" -> fields.put("formKey", as("editor").formKey());
      case "another" -> fields.put("formKey", as("admin").formKey());
      case "empty" -> fields.put("formKey", "");
      default -> {}
    }
    HttpRequest.Builder request =
        as("editor")
            .request(MAIL + "/save")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(StudioClient.body(fields));
    if (!origin.equals("none")) {
      request.header("Origin", origin.equals("own") ? shop.url("") : origin);
    }

    assertThat(as("editor").send(request, false).statusCode()).isEqualTo(status);
  }

  @Test
  void formsThatABrowserSaysComeFromAnotherSite() {
    HttpRequest.Builder request =
        as("editor")
            .request(MAIL + "/save")
            .header("Sec-Fetch-Site", "cross-site")
            .POST(StudioClient.body(Map.of("formKey", as("editor").formKey())));

    assertThat(as("editor").send(request, true).statusCode()).isEqualTo(403);
  }

  @Test
  void somebodyWhoIsNotSignedIn() {
    try (StudioClient nobody = new StudioClient(shop, "nobody")) {
      assertThat(nobody.get(MAIL).statusCode()).isEqualTo(303);
      assertThat(nobody.get(MAIL + "/samples?q=c-1").body()).doesNotContain("c-1");
      assertThat(nobody.post(MAIL + "/preview", Map.of()).statusCode()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "note, 'two\nlines', 400",
    "newest, -3, 400",
    "base, x, 400",
    "newest, 7, 409",
  })
  void fieldsThatAreBroken(String field, String value, int status) {
    Map<String, String> draft = StudioDrafts.of("thank-you", "ja");
    draft.put("subject", "broken");
    draft.put("newest", "2");
    draft.put(field, value);

    assertThat(as("editor").post(MAIL + "/save", draft).statusCode()).isEqualTo(status);
  }

  @Test
  void fieldsThatAreMissingTwiceOrNoForm() {
    StudioClient editor = as("editor");
    Map<String, String> draft = StudioDrafts.of("thank-you", "ja");
    draft.remove("mjml");
    assertThat(editor.post(MAIL + "/save", draft).statusCode()).isEqualTo(400);
    HttpRequest.Builder twice =
        editor
            .request(MAIL + "/save")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "formKey=" + editor.formKey() + "&formKey=" + editor.formKey()));
    assertThat(editor.send(twice, true).statusCode()).isEqualTo(400);
    HttpRequest.Builder json =
        editor
            .request(MAIL + "/save")
            .header("Origin", shop.url(""))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    assertThat(editor.send(json, false).statusCode()).isEqualTo(415);
  }

  @Test
  void aBodyThatIsTooLarge() {
    Map<String, String> draft = StudioDrafts.of("thank-you", "ja");
    draft.put("mjml", "x".repeat(2_600_000));

    assertThat(as("editor").post(MAIL + "/save", draft).statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${7*7}",
        "#{7*7}",
        "<%= 7*7 %>",
        "{{7*7}}",
        "{{this.class}}",
        "{{order.class.name}}",
        "{{order.getClass}}",
        "{{customer.name.bytes}}",
        "{{order.lines.size}}",
        "{{#order.lines}}{{class.classLoader}}{{/order.lines}}",
        "{{customer.name.class.forName}}",
        "{{{customer.name}}}",
        "{{&customer.name}}",
        "{{>shared/_head}}",
        "{{=<% %>=}}<%customer.name%>",
        "{{#order}}{{entrySet}}{{/order}}",
        "*{T(java.lang.Runtime).getRuntime()}",
        "{{constructor.constructor('return 7*7')()}}"
      })
  void templatesThatReachForMore(String attack) {
    Map<String, String> draft = StudioDrafts.of("thank-you", "ja");
    draft.put("text", "begin " + attack + " end");
    HttpResponse<String> answer = as("viewer").post(MAIL + "/preview", draft);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("49", "class java", "KK-20417=");
    boolean shownAsWritten = answer.body().contains(attack.replace("\"", "\\\""));
    assertThat(shownAsWritten || answer.body().contains("cannot be made")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<p onclick=\"alert(1)\">x</p>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"data:text/html,x\">x</a>",
        "<a href=\"https://evil.example/\">x</a>",
        "<iframe src=\"https://shop.example.com\"></iframe>",
        "<p title={{customer.name}}>x</p>",
        "<style>@import url(https://evil.example/x.css)</style>",
        "<form action=\"https://shop.example.com\"><input></form>",
        "<meta http-equiv=\"refresh\" content=\"0;url=https://evil.example\">"
      })
  void templatesThatHarmAreNeverPublished(String attack) {
    Map<String, String> draft = StudioDrafts.of("recommendation", "en");
    draft.computeIfPresent(
        "mjml",
        (name, mjml) ->
            mjml.replaceFirst("(?s)(<mj-text[^>]*>)", "$1" + Matcher.quoteReplacement(attack)));
    int newest = shop.versions("recommendation", "en");
    draft.put("newest", "" + newest);
    String mail = "/studio/mails/recommendation/en";
    int saved = as("editor").post(mail + "/save", draft).statusCode();
    HttpResponse<String> asked =
        as("editor").post(mail + "/ask", Map.of("version", "" + (newest + 1), "steps", "0"));

    assertThat(saved).isIn(303, 422);
    assertThat(asked.statusCode()).isEqualTo(saved == 303 ? 422 : 404);
    assertThat(as("editor").post(mail + "/test", draft).statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nBcc: victim@example.com", "a\r\nX: y", "a\u2028b", "a\u0085b"})
  void subjectsWithMoreThanALine(String subject) {
    Map<String, String> draft = StudioDrafts.of("thank-you", "en");
    draft.put("subject", subject);
    int mails = shop.mails().size();

    assertThat(as("editor").post("/studio/mails/thank-you/en/test", draft).statusCode())
        .isEqualTo(422);
    assertThat(shop.mails()).hasSize(mails);
  }

  @Test
  void templatesThatNestTooDeepOrGrowTooLarge() {
    Map<String, String> deep = StudioDrafts.of("thank-you", "ja");
    deep.put("mjml", "<mj-section>".repeat(10_000));
    Map<String, String> large = StudioDrafts.of("thank-you", "ja");
    large.put("mjml", large.get("mjml") + "<!--" + "x".repeat(300_000) + "-->");
    Map<String, String> growing = StudioDrafts.of("thank-you", "ja");
    growing.put("text", "{{#order.lines}}".repeat(10) + "x".repeat(9_000));
    for (Map<String, String> draft : List.of(deep, large, growing)) {
      draft.put("newest", "2");
      HttpResponse<String> preview = as("editor").post(MAIL + "/preview", draft);
      assertThat(preview.statusCode()).isEqualTo(200);
      assertThat(preview.body()).contains("cannot be made");
      assertThat(as("editor").post(MAIL + "/lint", draft).body()).contains("\"error\"");
      assertThat(as("editor").post(MAIL + "/test", draft).statusCode()).isEqualTo(422);
    }
    assertThat(as("editor").post(MAIL + "/save", deep).statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "difficult-99", "difficult-", "difficult--1", "ZXZpbA"})
  void samplesThatAreNone(String sample) {
    Map<String, String> draft = StudioDrafts.of("thank-you", "ja");
    draft.put("sample", sample);

    assertThat(as("editor").post(MAIL + "/preview", draft).statusCode()).isIn(400, 404);
  }

  @Test
  void aSampleOfAnotherKindOrOfNobody() {
    for (String key : List.of("c-1\nrecommendation\no-1", "c-9\nthank-you\no-1")) {
      Map<String, String> draft = StudioDrafts.of("thank-you", "ja");
      draft.put("sample", sample(key));
      assertThat(as("editor").post(MAIL + "/preview", draft).statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/samples?q=%3Cscript%3E",
        "/samples?q=%00",
        "/samples?q=" + "%2525%27%22%3B--",
        "?done=%3Cscript%3Ealert(1)%3C/script%3E",
        "?done=saved%22onload=",
        "/history"
      })
  void nothingIsReflectedOrStoredAsMarkup(String path) {
    HttpResponse<String> answer = as("viewer").get(MAIL + path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("<script>alert", "onload=", "<b>note");
  }

  @Test
  void aCustomersNameIsTextInThePreview() {
    Map<String, String> draft = StudioDrafts.of("thank-you", "ja");
    draft.put("sample", sample("c-1\nthank-you\no-1"));
    HttpResponse<String> frame = as("viewer").post(MAIL + "/frame", draft);

    assertThat(frame.body())
        .contains("&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;")
        .doesNotContain("<img src=x");
    assertThat(frame.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("sandbox; default-src 'none'");
  }

  @Test
  void aTestMailGoesToNobodyElseAndNotWhileSendingIsOff() {
    Map<String, String> draft = StudioDrafts.of("thank-you", "ja");
    draft.put("sample", sample("c-1\nthank-you\no-1"));
    draft.put("to", "victim@example.com");
    draft.put("email", "victim@example.com");
    assertThat(as("editor").post(MAIL + "/test", draft).statusCode()).isEqualTo(200);
    assertThat(shop.mails().getFirst().to()).containsExactly("editor@shop.example.com");
    assertThat(shop.mails().getFirst().html().orElseThrow()).doesNotContain("/u/v2.");
    shop.stack.wiring().switchboard().set(SendingSwitch.Mode.OFF, "test");
    try {
      HttpResponse<String> answer = as("editor").post(MAIL + "/test", draft);
      assertThat(answer.statusCode()).isEqualTo(409);
    } finally {
      shop.stack.wiring().switchboard().set(SendingSwitch.Mode.ON, "test");
    }
  }
}
