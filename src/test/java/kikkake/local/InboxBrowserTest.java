package kikkake.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxBrowserTest {
  private final LocalInbox inbox = new LocalInbox();
  private final LocalHttp server =
      LocalHttp.start(0, new InboxPages(inbox, ZoneId.of("Asia/Tokyo")));
  private Optional<Chromium> chromium = Optional.empty();

  @BeforeAll
  void start() {
    chromium = Optional.of(Chromium.startOrSkip());
    inbox.add(InboxPagesTest.mail("1", Instant.parse("2026-04-01T03:00:00Z"), "ご購入ありがとう"));
  }

  @AfterAll
  void close() {
    chromium.ifPresent(Chromium::close);
    server.close();
  }

  @Test
  void opensAMailAndSwitchesItsTabs() {
    try (Page page = chromium.orElseThrow().browser().newPage()) {
      page.navigate(server.uri() + "/?lang=ja");
      page.getByText("ご購入ありがとう").click();

      assertThat(page.frameLocator("iframe").getByText("Thank you")).isVisible();
      tab(page, "テキスト").click();
      assertThat(page.locator("pre")).containsText("Thank you for the tea");
      tab(page, "ソース").click();
      assertThat(page.locator("pre")).containsText("multipart/alternative");
      assertThat(tab(page, "ソース")).hasAttribute("aria-current", "page");
      page.getByText("← 受信箱").click();
      assertThat(page.getByRole(AriaRole.HEADING, named("受信箱"))).isVisible();
    }
  }

  @Test
  void fitsAPhone() {
    try (Page page = chromium.orElseThrow().browser().newPage()) {
      page.setViewportSize(360, 740);
      for (String path : List.of("/", "/mail/1", "/mail/1?view=source")) {
        page.navigate(server.uri() + path);
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
            .as(path)
            .isEqualTo(360);
      }
    }
  }

  private static com.microsoft.playwright.Locator tab(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
