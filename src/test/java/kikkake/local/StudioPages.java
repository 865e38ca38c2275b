package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import kikkake.studio.Group;

/** The studio in a browser, as {@code ./kikkake serve} shows it. */
final class StudioPages implements AutoCloseable {
  /** What keeps people from using a page. */
  private static final List<String> BAD = List.of("serious", "critical");

  final LocalDynamo dynamo = LocalDynamo.embedded();
  final LocalStack stack;
  private final Chromium chromium;

  StudioPages(InstantSource clock) {
    LocalInbox inbox = new LocalInbox();
    ShopPages pages = new ShopPages(new InboxPages(inbox, ZoneId.of("Asia/Tokyo")));
    this.stack =
        new LocalStack(dynamo, clock, inbox, 0, pages, LocalShop::sample, LocalStack.NO_LOG);
    pages.serve(stack);
    this.chromium = Chromium.startOrSkip();
  }

  /** Signs in with a browser of one's own, in Japanese and without scripts, and opens a page. */
  Page open(Group group, String path) {
    Page page =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setLocale("ja-JP")
                    .setJavaScriptEnabled(false)
                    .setViewportSize(1200, 900))
            .newPage();
    page.navigate(stack.aws().endpoint() + "/studio/sign-in");
    page.locator("button[value=" + group.label() + "]").click();
    page.navigate(stack.aws().endpoint() + path);
    return page;
  }

  /**
   * Looks at a page that somebody sees, on a wide and a narrow screen, light and dark: nothing is
   * wider than the screen, and axe finds nothing that keeps people from using it.
   *
   * @param name of the pictures that it leaves in {@code target/screens}
   */
  void look(Page seen, String name) {
    String html = seen.content();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : new int[] {1200, 375}) {
        try (BrowserContext context =
            chromium
                .browser()
                .newContext(
                    new Browser.NewContextOptions()
                        .setColorScheme(scheme)
                        .setViewportSize(width, 900))) {
          Page page = context.newPage();
          page.route(
              url ->
                  url.startsWith(stack.aws().endpoint() + "/studio/") && !url.contains("/assets/"),
              route ->
                  route.fulfill(
                      new Route.FulfillOptions()
                          .setContentType("text/html; charset=utf-8")
                          .setBody(html)));
          page.navigate(seen.url());
          page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })");
          String what = name + "-" + width + "-" + scheme.name();
          page.screenshot(
              new Page.ScreenshotOptions()
                  .setFullPage(true)
                  .setPath(Path.of("target/screens", what + ".png")));
          assertThat(page.evaluate("document.documentElement.scrollWidth"))
              .as(what)
              .isEqualTo(width);
          assertThat(
                  new AxeBuilder(page)
                      .setLegacyMode(true).analyze().getViolations().stream()
                          .filter(rule -> BAD.contains(rule.getImpact()))
                          .map(rule -> rule.getId() + " " + rule.getNodes()))
              .as(what)
              .isEmpty();
        }
      }
    }
  }

  @Override
  public void close() {
    chromium.close();
    stack.close();
    dynamo.close();
  }
}
