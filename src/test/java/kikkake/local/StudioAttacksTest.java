package kikkake.local;

import static kikkake.local.StudioBrowser.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kikkake.local.StudioBrowser.Session;
import kikkake.studio.Bytes;
import kikkake.studio.Group;
import kikkake.studio.SamplePictures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What other sites, other groups and odd requests try at the studio, and that nothing happens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudioAttacksTest {
  private static final String UPLOAD = "/studio/pictures?name=evil";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Bytes NOTHING = Bytes.of(new byte[0]);
  private static final Bytes PNG = Bytes.of(SamplePictures.of("png", 8, 8));

  private final StudioBrowser browser = new StudioBrowser();
  private Session editor = new Session("", "");
  private Session sameEditorElsewhere = new Session("", "");
  private Session viewer = new Session("", "");
  private Session approver = new Session("", "");

  /**
   * One request.
   *
   * @param status what it must be answered with
   */
  record Attack(
      String what,
      String method,
      String path,
      Map<String, String> headers,
      Bytes body,
      int status) {
    @Override
    public String toString() {
      return what;
    }

    /** With another header, or without one where the value is empty. */
    Attack with(String name, String value) {
      Map<String, String> all = new HashMap<>(headers);
      all.put(name, value);
      all.values().removeIf(String::isEmpty);
      return new Attack(what, method, path, all, body, status);
    }
  }

  @BeforeAll
  void signIn() {
    editor = browser.signIn(Group.EDITOR);
    sameEditorElsewhere = browser.signIn(Group.EDITOR);
    viewer = browser.signIn(Group.VIEWER);
    approver = browser.signIn(Group.APPROVER);
  }

  @AfterAll
  void close() {
    browser.close();
  }

  private Attack upload(String what, Session who, int status) {
    return new Attack(what, "POST", UPLOAD, browser.own(who), PNG, status);
  }

  private Attack upload(String what, String name, Bytes body, int status) {
    String path = "/studio/pictures?name=" + name;
    return new Attack(what, "POST", path, browser.own(editor), body, status);
  }

  private Attack get(String what, String path, int status) {
    return new Attack(what, "GET", path, Map.of("cookie", editor.cookie()), NOTHING, status);
  }

  /** A form of the editor's own page, with the key as a field. */
  private Attack form(String what, String path, String fields, int status) {
    Bytes body = Bytes.of(fields + "&formKey=" + encoded(editor.formKey()));
    return new Attack(what, "POST", path, browser.own(editor), body, status)
        .with("x-kikkake-form", "")
        .with("content-type", FORM);
  }

  private Stream<Attack> forgeries() {
    return Stream.of(
        upload("no Origin", editor, 403).with("origin", ""),
        upload("the Origin of a sandbox", editor, 403).with("origin", "null"),
        upload("another site's Origin", editor, 403).with("origin", "https://evil.example"),
        upload("an Origin that begins as ours", editor, 403)
            .with("origin", browser.origin() + ".evil.example"),
        upload("our host without TLS or with", editor, 403)
            .with("origin", browser.origin().replace("http:", "https:")),
        upload("a browser that says cross-site", editor, 403).with("sec-fetch-site", "cross-site"),
        upload("a browser that says same-site", editor, 403).with("sec-fetch-site", "same-site"),
        upload("no form key", editor, 415).with("x-kikkake-form", ""),
        upload("an empty form with no key", editor, 403)
            .with("x-kikkake-form", "")
            .with("content-type", FORM),
        upload("another sign-in's key of the same person", editor, 403)
            .with("x-kikkake-form", sameEditorElsewhere.formKey()),
        upload("another person's key", editor, 403).with("x-kikkake-form", viewer.formKey()),
        upload("a key that is cut short", editor, 403)
            .with("x-kikkake-form", editor.formKey().substring(1)),
        form("a form sent as plain text", "/studio/language", "language=en&back=/studio", 415)
            .with("content-type", "text/plain"),
        form("a form sent as multipart", "/studio/language", "language=en&back=/studio", 415)
            .with("content-type", "multipart/form-data; boundary=x"),
        form("signing out from another site", "/studio/sign-out", "", 403)
            .with("origin", "https://evil.example"),
        form("signing in from another site", "/studio/sign-in", "group=admin", 403)
            .with("origin", "https://evil.example"),
        upload("nobody", editor, 401).with("cookie", ""),
        upload("a made-up session", editor, 401).with("cookie", "kikkake_local=x"),
        upload("a header that a distribution would make", editor, 401)
            .with("cookie", "")
            .with("authorization", "Bearer a.b.c"),
        upload("a viewer who uploads", viewer, 403),
        upload("an approver who uploads", approver, 403));
  }

  private Stream<Attack> methodsAndPaths() {
    return Stream.of(
        new Attack("PUT", "PUT", UPLOAD, browser.own(editor), PNG, 405),
        new Attack("DELETE", "DELETE", UPLOAD, browser.own(editor), NOTHING, 405),
        new Attack("PATCH", "PATCH", UPLOAD, browser.own(editor), PNG, 405),
        new Attack("OPTIONS", "OPTIONS", UPLOAD, browser.own(editor), NOTHING, 405),
        new Attack("a GET that calls itself POST", "GET", UPLOAD, browser.own(editor), NOTHING, 200)
            .with("x-http-method-override", "POST"),
        get("signing out by a link", "/studio/sign-out", 404),
        get("the language by a link", "/studio/language?language=en&back=/studio", 404),
        get("files beside the assets", "/studio/assets/../words-en.properties", 404),
        get("files beside the assets, encoded", "/studio/assets/%2e%2e/words-en.properties", 404),
        get("files above the assets", "/studio/assets/x/%2e%2e%2f%2e%2e%2fwhy.html", 404),
        get("an asset of no version", "/studio/assets/studio.css", 404),
        get("classes", "/studio/assets/x/%2fkikkake/studio/Studio.class", 404),
        get("the table's file", "/pictures/%2e%2e%2fdynamodb.db", 404),
        get("a file of the machine", "/pictures/..%2f..%2f..%2f..%2fetc%2fpasswd", 404),
        get("a file by its whole path", "/pictures/%2fetc%2fpasswd", 404),
        get("a name with a zero", "/pictures/a.png%00.html", 404),
        get("the folder of pictures", "/pictures/", 404),
        new Attack("a picture that is written", "PUT", "/pictures/a.png", Map.of(), PNG, 404),
        get("a page above the studio", "/studio/../studio/pictures/x", 404),
        get("a script in the path", "/studio/%3Cscript%3Ealert(1)%3C%2Fscript%3E", 404),
        get("a script in a field", "/studio/why?customer=%3Cscript%3Ealert(1)%3C/script%3E", 200),
        get("a parameter twice", "/studio/why?customer=a&customer=b", 400),
        get("a script in the language", "/studio/why", 200)
            .with("accept-language", "ja\"><script>alert(1)</script>")
            .with("cookie", editor.cookie() + "; kikkake_lang=ja\"><script>alert(1)</script>"));
  }

  private Stream<Attack> bodiesAndNames() {
    Bytes large = Bytes.of(Arrays.copyOf(PNG.array(), 1_000_001));
    byte[] html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(PNG.array(), PNG.length() + html.length);
    System.arraycopy(html, 0, both, PNG.length(), html.length);
    Bytes svg = Bytes.of("<svg xmlns='http://www.w3.org/2000/svg'/>");
    String away = "language=en&back=";
    return Stream.of(
        upload("a picture too large", "a", large, 413),
        upload("a body too large for the studio", "a", Bytes.of(new byte[2_500_001]), 413),
        upload(
            "a picture with sides too long",
            "a",
            Bytes.of(SamplePictures.of("png", 4_001, 1)),
            413),
        upload("a page that calls itself a picture", "a", Bytes.of(html), 400),
        upload("a picture with a page behind it", "a", Bytes.of(both), 400),
        upload("a drawing with scripts", "a", svg, 400).with("content-type", "image/svg+xml"),
        upload("no picture at all", "a", NOTHING, 400),
        upload("no name", "", PNG, 400),
        upload("a name that goes up", "..%2fa", PNG, 400),
        upload("a name with a line break", "a%0d%0aSet-Cookie:%20x=1", PNG, 400),
        upload("a name with markup", "%3Cimg%3E", PNG, 400),
        upload("a name with an ending", "a.html", PNG, 400),
        form("a field twice", "/studio/language", away + "/studio&language=ja", 400),
        form("a field that is no text", "/studio/language", away + "%zz", 400),
        form("a language that is none", "/studio/language", "language=ja%0d%0aX:1&back=/", 400),
        form("back to another site", "/studio/language", away + "https://evil.example/", 303),
        form("back to another host", "/studio/language", away + "//evil.example/studio/", 303),
        form("back to a script", "/studio/language", away + "javascript:alert(1)", 303),
        form(
            "back with a header",
            "/studio/language",
            away + encoded("/studio/\r\nSet-Cookie: x=1"),
            303),
        form("back with a backslash", "/studio/language", away + encoded("/studio/\\evil"), 303));
  }

  /** Rows for other pages join here. */
  Stream<Attack> attacks() {
    return Stream.of(forgeries(), methodsAndPaths(), bodiesAndNames()).flatMap(rows -> rows);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void isAnsweredAndChangesNothing(Attack attack) {
    HttpResponse<String> response =
        browser.send(attack.method(), attack.path(), attack.headers(), attack.body().array());

    assertThat(response.statusCode()).as(response.body()).isEqualTo(attack.status());
    assertThat(response.body()).doesNotContain("<script>alert(1)", "root:x:0");
    assertThat(response.headers().firstValue("x")).isEmpty();
    assertThat(response.headers().firstValue("location").orElse("/studio"))
        .isIn("/studio", "/studio/sign-in");
    assertThat(response.headers().allValues("set-cookie"))
        .allMatch(cookie -> cookie.startsWith("kikkake_lang=en; Path=/studio;"));
    if (attack.path().startsWith("/studio/") && response.statusCode() != 400) {
      assertThat(response.headers().map()).containsAllEntriesOf(safe());
    }
    assertThat(browser.stack.pictures().latest()).isEmpty();
    assertThat(
            browser.send("GET", "/studio/why", browser.own(editor), NOTHING.array()).statusCode())
        .as("the editor is still signed in")
        .isEqualTo(200);
  }

  private static Map<String, List<String>> safe() {
    return Map.of(
        "x-content-type-options",
        List.of("nosniff"),
        "cross-origin-opener-policy",
        List.of("same-origin"),
        "x-robots-tag",
        List.of("noindex"));
  }

  @Test
  void nobodyMayFrameScriptOrKeepAPage() {
    for (String path : List.of("/studio/why", "/studio/pictures", "/studio/nothing")) {
      HttpResponse<String> page = browser.send("GET", path, browser.own(editor), NOTHING.array());

      assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
          .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
          .contains("base-uri 'none'", "form-action 'self'")
          .doesNotContain("unsafe");
      assertThat(page.headers().firstValue("cache-control")).contains("no-store");
      assertThat(page.headers().firstValue("referrer-policy")).contains("same-origin");
    }
  }

  @Test
  void aBodyTooLargeForTheGatewayIsRefusedThere() {
    Attack attack = upload("", "a", Bytes.of(new byte[(4 << 20) + 1]), 413);
    assertThat(
            browser
                .send(attack.method(), attack.path(), attack.headers(), attack.body().array())
                .statusCode())
        .isEqualTo(413);
  }

  @Test
  void cookiesAreForTheServerOnly() {
    HttpResponse<String> entered =
        browser.send(
            "POST",
            "/studio/sign-in",
            Map.of("origin", browser.origin(), "content-type", FORM),
            "group=viewer".getBytes(StandardCharsets.UTF_8));

    assertThat(entered.headers().firstValue("set-cookie").orElseThrow())
        .matches("kikkake_local=[0-9a-f-]{36}; Path=/; HttpOnly; SameSite=Lax");
  }

  @Test
  void aFormOfTheOwnPageWorks() {
    Attack upload = upload("", "mine", PNG, 201);
    HttpResponse<String> saved =
        browser.send(upload.method(), upload.path(), upload.headers(), upload.body().array());
    try {
      assertThat(saved.statusCode()).isEqualTo(201);
      HttpResponse<String> picture =
          browser.send("GET", "/pictures/mine.png", Map.of(), NOTHING.array());
      assertThat(picture.statusCode()).isEqualTo(200);
      assertThat(picture.headers().firstValue("content-type")).contains("image/png");
      assertThat(picture.headers().firstValue("x-content-type-options")).contains("nosniff");
      assertThat(picture.headers().firstValue("cache-control"))
          .contains("public, max-age=31536000, immutable");
    } finally {
      browser.stack.pictures().delete();
    }
  }
}
