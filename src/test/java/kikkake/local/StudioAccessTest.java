package kikkake.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kikkake.StudioDrafts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That everybody can use the studio's pages, on small machines and slow lines too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudioAccessTest {
  private static final int MOST_BYTES = 300_000;
  private static final String MAIL = "/studio/mails/thank-you/ja";

  private final StudioShop shop = new StudioShop();
  private Optional<Chromium> chromium = Optional.empty();

  /** The editor's page has something to say everywhere: a version that waits, notes, a history. */
  @BeforeAll
  void aVersionWaits() {
    chromium = Optional.of(Chromium.startOrSkip());
    shop.buy("c-1", "o-1", "山田 花子", "ja");
    try (StudioClient editor = new StudioClient(shop, "editor")) {
      Map<String, String> draft = StudioDrafts.of("thank-you", "ja");
      draft.put("subject", "新茶の季節です");
      draft.put("note", "新茶");
      editor.post(MAIL + "/save", draft);
      editor.post(MAIL + "/ask", Map.of("version", "1", "steps", "0"));
    }
  }

  @AfterAll
  void close() {
    chromium.ifPresent(Chromium::close);
    shop.close();
  }

  private Page open(String path, int width, ColorScheme colors) {
    BrowserContext context =
        chromium
            .orElseThrow()
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setLocale("ja-JP")
                    .setColorScheme(colors)
                    .setViewportSize(width, 800));
    Page page = context.newPage();
    page.navigate(shop.url("/studio/sign-in"));
    page.locator("button[value=admin]").click();
    page.navigate(shop.url(path));
    page.waitForLoadState(LoadState.NETWORKIDLE);
    return page;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/studio/sign-in",
        "/studio",
        MAIL,
        MAIL + "/history",
        MAIL + "/compare?left=0&right=1",
        "/studio/why?customer=c-1",
        "/studio/nowhere"
      })
  void axeFindsNothingSeriousAndThePageFitsAPhone(String path) {
    check(path, 1280, ColorScheme.LIGHT);
    check(path, 375, ColorScheme.DARK);
  }

  private void check(String path, int width, ColorScheme colors) {
    Page page = open(path, width, colors);
    List<String> found = new ArrayList<>();
    // Not into the preview: in its frame nothing runs, axe neither.
    new AxeBuilder(page)
        .exclude("iframe").analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .forEach(rule ->
                rule.getNodes().forEach(node -> found.add(rule.getId() + ": " + node.getHtml())));
    assertThat(found).as(path + " " + colors + " " + width).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as(path + " " + width)
        .isEqualTo(width);
    page.context().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/studio", MAIL, MAIL + "/history", "/studio/why"})
  void aPageIsSmallAndIsThereBeforeItsScripts(String path) {
    Page page = open("/studio", 1280, ColorScheme.LIGHT);
    List<Request> requests = new ArrayList<>();
    page.onRequestFinished(requests::add);
    page.navigate(shop.url(path));
    page.waitForLoadState(LoadState.NETWORKIDLE);
    long bytes = requests.stream().mapToLong(each -> each.sizes().responseBodySize).sum();
    assertThat(bytes).isBetween(100L, (long) MOST_BYTES);

    page.route("**/*.js", Route::abort);
    page.navigate(shop.url(path));
    assertThat(page.locator("h1")).isVisible();
    assertThat(page.locator("nav a").first()).isVisible();
    page.context().close();
  }

  @Test
  void withoutScriptsAMailCanBeChangedAndSaved() {
    Page page = open("/studio", 1280, ColorScheme.LIGHT);
    page.route("**/*.js", Route::abort);
    page.navigate(shop.url("/studio/mails/recommendation/en"));
    page.locator("#subject").fill("For you");
    page.locator("form#draft button:not([type=button])").click();

    assertThat(page.locator("#done")).containsText("保存しました");
    assertThat(page.locator("#subject")).hasValue("For you");
    page.context().close();
  }

  @Test
  void theEditorIsUsedWithTheKeyboardAlone() {
    Page page = open(MAIL, 1280, ColorScheme.LIGHT);
    page.locator("#preview").focus();
    page.keyboard().press("Tab");
    assertThat(page.locator("details.insert summary")).isFocused();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    assertThat(page.locator("details.insert button").first()).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#preview")).hasValue(Pattern.compile(".*\\{\\{shop.name}}.*"));
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        .isEqualTo("本文（MJML）");
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        .isEqualTo("テキスト版");
    page.context().close();
  }

  /** The frame has no origin, runs nothing, and leads nowhere. */
  @Test
  void aMailInThePreviewReachesNothingOfThePage() {
    Page page = open(MAIL, 1280, ColorScheme.LIGHT);
    String attack =
        "<mj-raw><script>parent.hacked = 1; top.location = '/hacked'</script>"
            + "<img src=x onerror=\"parent.hacked=1\"><form action=/studio/sign-out method=post"
            + " target=_top><button id=b>go</button></form><a id=a target=_top"
            + " href=\"javascript:parent.hacked=1\">x</a></mj-raw></mj-body>";
    page.evaluate(
        "attack => { const e = document.querySelectorAll('.CodeMirror')[0].CodeMirror;"
            + " e.setValue(e.getValue().replace('</mj-body>', attack)); }",
        attack);
    page.frameLocator("#stage iframe:not(.waiting)").locator("#b").waitFor();
    page.frameLocator("#stage iframe:not(.waiting)").locator("#b").dispatchEvent("click");
    page.frameLocator("#stage iframe:not(.waiting)").locator("#a").dispatchEvent("click");
    page.waitForTimeout(500);

    assertThat(page.evaluate("window.hacked ?? 'no'")).isEqualTo("no");
    assertThat(page).hasURL(shop.url(MAIL));
    assertThat(
            page.frames().stream()
                .filter(frame -> frame.url().endsWith("/frame"))
                .map(frame -> frame.evaluate("self.origin"))
                .toList())
        .isNotEmpty()
        .allMatch("null"::equals);
    page.context().close();
  }
}
