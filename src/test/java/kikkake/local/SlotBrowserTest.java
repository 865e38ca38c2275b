package kikkake.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpHandler;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import kikkake.catalog.Item;
import kikkake.event.ItemId;
import kikkake.event.VisitorId;
import kikkake.event.Who;
import kikkake.history.DynamoHistory;
import kikkake.history.History;
import kikkake.history.Views;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The slot and its script in a browser, as {@code ./kikkake serve} shows them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlotBrowserTest {
  private static final ItemId HOSTILE = new ItemId("hostile");
  private static final String HOSTILE_TITLE = "<img src=x onerror=\"window.hacked=1\">";

  private final LocalDynamo dynamo = LocalDynamo.embedded();
  private final ShopPages pages =
      new ShopPages(
          new InboxPages(new LocalInbox(), ZoneId.of("Asia/Tokyo"), List.of(DemoShop.LINK)));
  private final LocalStack stack =
      new LocalStack(
          dynamo,
          InstantSource.system(),
          new LocalInbox(),
          0,
          pages,
          LocalShop::sample,
          LocalStack.NO_LOG);
  private final History history =
      new DynamoHistory(new DynamoTable(dynamo.client(), LocalTable.NAME, new DynamoUsage()));

  /** A page of a shop at another address, without a policy that would forbid scripts. */
  private final LocalHttp otherShop = LocalHttp.start(0, page("local-publishable-key"));

  private final List<String> errors = new ArrayList<>();
  private Optional<Chromium> chromium = Optional.empty();

  private HttpHandler page(String key) {
    return exchange ->
        LocalHttp.reply(
            exchange,
            200,
            "text/html; charset=utf-8",
            Gateway.bytes(
                "<!doctype html><title>Shop</title><div id=slot>our own</div>"
                    + "<script defer src='%s/kikkake.js' data-key='%s'></script>"
                        .formatted(stack.aws().endpoint(), key)));
  }

  @BeforeAll
  void start() {
    SampleShelf.fill(stack.functions(), InstantSource.system());
    stack
        .catalog()
        .put(
            new Item(
                HOSTILE,
                HOSTILE_TITLE,
                "javascript:window.hacked=1",
                "javascript:window.hacked=1",
                BigDecimal.ONE,
                SampleItem.YEN,
                null,
                null,
                null,
                true,
                Instant.now()));
    stack.queues().forEach(queue -> queue.start(Clock.systemUTC()));
    pages.serve(stack);
    chromium = Optional.of(Chromium.startOrSkip());
  }

  @AfterAll
  void close() {
    chromium.ifPresent(Chromium::close);
    otherShop.close();
    stack.close();
    dynamo.close();
  }

  @BeforeEach
  void noErrorsYet() {
    errors.clear();
  }

  /** A page of a browser that was never here. */
  private Page newPage() {
    BrowserContext context =
        chromium
            .orElseThrow()
            .browser()
            .newContext(new Browser.NewContextOptions().setViewportSize(1080, 1020));
    Page page = context.newPage();
    page.onPageError(errors::add);
    return page;
  }

  private Page openOtherShop() {
    Page page = newPage();
    page.navigate(otherShop.uri().toString());
    page.waitForFunction("window.kikkake");
    return page;
  }

  /** What the table knows that the page's visitor looked at, the latest first. */
  private List<ItemId> looks(Page page) {
    return views(page).stream().map(Views.View::item).toList();
  }

  private List<Views.View> views(Page page) {
    VisitorId visitor = new VisitorId((String) page.evaluate("kikkake.visitor()"));
    return history.views(new Who(null, visitor)).recent();
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(15));
    while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void theSampleShopShowsWhatWasLookedAtAndSaysWhy() {
    Page page = newPage();
    page.navigate(stack.aws().endpoint() + "/?lang=ja");
    page.getByText("見本のショップ").click();
    page.navigate(stack.aws().endpoint() + "/shop?lang=ja");
    assertThat(page.locator(".kikkake-item")).hasCount(4);
    assertThat(page.locator(".kikkake-reason").first()).hasText("いま人気の商品です");

    page.locator("[data-action=view][data-item=gyokuro-50]").click();
    await(() -> looks(page).equals(List.of(new ItemId("gyokuro-50"))));
    page.locator("[data-action=add][data-item=dobin-600]").click();
    await(() -> looks(page).size() == 2);
    page.reload();

    assertThat(page.locator(".kikkake-title").first()).hasText("土瓶 飴釉 600ml");
    assertThat(page.locator(".kikkake-reason").first()).hasText("カートに入っています");
    assertThat(page.locator(".kikkake-title").nth(1)).hasText("玉露 50g");
    assertThat(page.locator(".kikkake-reason").nth(1)).containsText("ご覧になった商品です");
    assertThat(page.locator(".kikkake-price").nth(1)).hasText("¥1,600");
    assertThat(page.locator(".kikkake-item").nth(1))
        .hasAttribute("href", "https://shop.example.com/items/gyokuro-50");
    assertThat(page.locator(".kikkake-item")).hasCount(4);
    page.evaluate("scrollTo(0, 0)");
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/slot-ja.png")));
    page.locator("[data-action=remove][data-item=dobin-600]").click();
    assertThat(page.locator(".kikkake-reason").first()).containsText("ご覧になった商品です");
    assertThat(views(page)).noneMatch(Views.View::inCart);
    page.setViewportSize(360, 740);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    assertThat(errors).isEmpty();
    page.context().close();
  }

  @Test
  void aTitleThatIsAScriptIsShownAndNotRun() {
    Page page = openOtherShop();
    page.evaluate("kikkake.view('hostile')");
    await(() -> looks(page).equals(List.of(HOSTILE))); // After five seconds, by itself.
    page.evaluate("kikkake.slot(document.querySelector('#slot'), { language: 'en', items: 1 })");

    assertThat(page.locator(".kikkake-title")).hasText(HOSTILE_TITLE);
    assertThat(page.locator("#slot img")).hasCount(0);
    assertThat(page.locator(".kikkake-item").getAttribute("href")).isNull();
    page.locator(".kikkake-item").click();
    assertThat(page.evaluate("window.hacked ?? 'no'")).isEqualTo("no");
    assertThat(errors).isEmpty();
    page.context().close();
  }

  @Test
  void whatWasLookedAtIsSentWhenThePageIsLeftAlsoWithoutBeacons() {
    for (String without : List.of("", "navigator.sendBeacon = undefined")) {
      Page page = openOtherShop();
      page.evaluate("() => { " + without + " }");
      page.evaluate("kikkake.view('tokoname-shudei')");
      page.navigate("about:blank");
      page.navigate(otherShop.uri().toString());
      page.waitForFunction("window.kikkake");

      await(() -> looks(page).equals(List.of(new ItemId("tokoname-shudei"))));
      page.context().close();
    }
    assertThat(errors).isEmpty();
  }

  @Test
  void whatCouldNotBeSentIsKeptForTheNextPage() {
    Page page = openOtherShop();
    page.evaluate(
        "() => { navigator.sendBeacon = () => false;"
            + " window.fetch = () => Promise.reject(new Error()) }");
    page.evaluate("kikkake.add('yokan-5')");
    page.evaluate("kikkake.send()");
    page.reload();
    page.waitForFunction("window.kikkake");

    assertThat(page.evaluate("JSON.parse(localStorage.kikkake).queue.length")).isEqualTo(1);
    page.evaluate("kikkake.send()");
    await(() -> views(page).stream().anyMatch(Views.View::inCart));
    assertThat(page.evaluate("JSON.parse(localStorage.kikkake).queue.length")).isEqualTo(0);
    assertThat(errors).isEmpty();
    page.context().close();
  }

  @Test
  void aBeaconHasAtMostTenLooksAndTheLastFiftyAreKept() {
    Page page = openOtherShop();
    page.evaluate(
        "() => { window.sent = []; navigator.sendBeacon = (url, body) =>"
            + " sent.push(JSON.parse(body).batch.length) }");
    page.evaluate("() => { for (let i = 0; i < 63; i++) kikkake.view('tea-' + i) }");
    page.evaluate("kikkake.send()");

    assertThat(page.evaluate("sent.join()")).isEqualTo("10,10,10,10,10");
    page.context().close();
  }

  @Test
  void aPageShowsItsOwnWhereTheServerDoesNotAnswerAsAsked() {
    try (LocalHttp wrongKey = LocalHttp.start(0, page("another-shops-key"))) {
      Page page = newPage();
      page.navigate(wrongKey.uri().toString());
      page.waitForFunction("window.kikkake");
      page.waitForResponse(
          response -> response.status() == 403,
          () -> page.evaluate("kikkake.slot(document.querySelector('#slot'))"));
      page.evaluate(
          "() => { kikkake.slot(null, null); kikkake.view(); kikkake.view({}); kikkake.send() }");
      assertThat(page.locator("#slot")).hasText("our own");
      assertThat(errors).isEmpty();
      page.context().close();
    }
  }

  @Test
  void aBrowserThatKeepsNothingIsAVisitorUntilThePageEnds() {
    Page page = newPage();
    page.addInitScript(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked') } })");
    page.navigate(otherShop.uri().toString());
    page.waitForFunction("window.kikkake");
    page.evaluate("() => { kikkake.view('senbei-shio'); kikkake.add('yokan-5'); kikkake.send() }");

    await(() -> looks(page).size() == 2);
    assertThat(errors).isEmpty();
    page.context().close();
  }

  @Test
  void whatOnePageForgetsNoOtherPageBringsBack() {
    Page page = openOtherShop();
    Page other = page.context().newPage();
    other.navigate(otherShop.uri().toString());
    other.waitForFunction("window.kikkake");
    Object before = page.evaluate("kikkake.visitor()");
    assertThat(other.evaluate("kikkake.visitor()")).isEqualTo(before);

    page.evaluate("kikkake.forget()");
    other.evaluate("kikkake.view('senbei-shio')");

    assertThat(other.evaluate("kikkake.visitor()")).isNotEqualTo(before);
    page.context().close();
  }

  @Test
  void aVisitorIsTheShopsOwnWhereItHasOneAndIsForgottenWhenAsked() {
    Page page = openOtherShop();
    assertThat(page.evaluate("localStorage.kikkake ?? 'none'")).isEqualTo("none");
    page.evaluate("kikkake.visitor('segment-0123456789')");
    assertThat(page.evaluate("kikkake.visitor()")).isEqualTo("segment-0123456789");
    page.evaluate("kikkake.forget()");

    assertThat(page.evaluate("localStorage.kikkake ?? 'none'")).isEqualTo("none");
    assertThat((String) page.evaluate("kikkake.visitor()")).hasSize(36);
    page.context().close();
  }
}
