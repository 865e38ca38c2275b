package kikkake.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kikkake.TestData.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import kikkake.customer.Customers;
import kikkake.customer.DynamoCustomers;
import kikkake.customer.Profile;
import kikkake.event.Consent;
import kikkake.mail.Tokens;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The preference page in a browser, as {@code ./kikkake serve} shows it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreferencesBrowserTest {
  private static final Instant NOW = Instant.parse("2026-04-10T03:00:00Z");

  private final LocalDynamo dynamo = LocalDynamo.embedded();
  private final LocalInbox inbox = new LocalInbox();
  private final ShopPages pages = new ShopPages(new InboxPages(inbox, ZoneId.of("Asia/Tokyo")));
  private final LocalStack stack =
      new LocalStack(
          dynamo, InstantSource.fixed(NOW), inbox, 0, pages, LocalShop::sample, LocalStack.NO_LOG);
  private final Customers customers =
      new DynamoCustomers(new DynamoTable(dynamo.client(), LocalTable.NAME, new DynamoUsage()));
  private Optional<Chromium> chromium = Optional.empty();

  @BeforeAll
  void start() {
    pages.serve(stack);
    chromium = Optional.of(Chromium.startOrSkip());
  }

  @AfterAll
  void close() {
    chromium.ifPresent(Chromium::close);
    stack.close();
    dynamo.close();
  }

  @BeforeEach
  void annaAgreed() {
    Instant before = NOW.minusSeconds(60);
    customers.update(
        ANNA, known -> Profile.unknown(ANNA).with(new Consent(true, before, "sign-up", "1")));
  }

  private String url(String language) {
    return stack.aws().endpoint()
        + "/p/"
        + new Tokens(LocalFunctions.TOKEN_KEYS).sign(ANNA)
        + "?lang="
        + language;
  }

  private Page open(boolean scripts) {
    return chromium
        .orElseThrow()
        .browser()
        .newContext(
            new Browser.NewContextOptions().setJavaScriptEnabled(scripts).setViewportSize(375, 740))
        .newPage();
  }

  @Test
  void theFormIsFilledInWithTheKeyboardAloneAndWithoutScripts() {
    try (Page page = open(false)) {
      page.navigate(url("en"));
      page.keyboard().press("Tab");
      assertThat(page.locator("input[value=recommendation]")).isFocused();
      page.keyboard().press("Tab");
      assertThat(page.locator("input[value=browse-follow-up]")).isFocused();
      page.keyboard().press("Space");
      assertThat(page.locator("input[value=browse-follow-up]")).not().isChecked();
      page.keyboard().press("Tab");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowUp");
      page.keyboard().press("Tab");
      assertThat(page.locator("input[name=pause][value=no]")).isFocused();
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Tab");
      assertThat(page.getByText("Save")).isFocused();
      page.keyboard().press("Enter");

      assertThat(page.locator("h1")).hasText("Saved");
      assertThat(page.locator("[role=status]")).containsText("Paused until 8 May 2026.");
    }
    Profile anna = customers.find(ANNA).orElseThrow();
    assertThat(anna.wants("recommendation")).isTrue();
    assertThat(anna.wants("browse-follow-up")).isFalse();
    assertThat(anna.isPaused(NOW)).isTrue();
  }

  @Test
  void everythingIsRefusedWithOneButton() {
    try (Page page = open(true)) {
      page.navigate(url("ja"));
      page.getByText("おすすめ・お知らせメールをすべて停止する").click();

      assertThat(page.locator("[role=status]")).containsText("お届けしません");
      page.getByText("設定を変更する").click();
      assertThat(page.locator("input[value=recommendation]")).not().isChecked();
    }
    assertThat(customers.find(ANNA).orElseThrow().wantsAdvertising()).isFalse();
  }

  @Test
  void everyFieldHasALabelAndAGroupAndThePageFitsAPhone() {
    for (String language : List.of("ja", "en")) {
      try (Page page = open(true)) {
        page.navigate(url(language));
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(
                page.evaluate(
                    "[...document.querySelectorAll('input:not([type=hidden])')].filter(i =>"
                        + " i.labels.length !== 1 || !i.labels[0].innerText.trim()"
                        + " || !i.closest('fieldset').querySelector('legend').innerText.trim()"
                        + " || i.labels[0].getBoundingClientRect().height < 44).length"))
            .as(language)
            .isEqualTo(0);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
            .as(language)
            .isEqualTo(375);
      }
    }
  }
}
