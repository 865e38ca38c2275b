package kikkake.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kikkake.StudioDrafts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The studio in a browser: what a marketer does with a mail, in Japanese. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudioBrowserTest {
  private static final String OLD_SUBJECT = "ご注文ありがとうございます";
  private static final String THANKS = "/studio/mails/thank-you/ja";

  private final StudioShop shop = new StudioShop();
  private final List<String> errors = new ArrayList<>();
  private Optional<Chromium> chromium = Optional.empty();

  @BeforeAll
  void start() {
    chromium = Optional.of(Chromium.startOrSkip());
  }

  @AfterAll
  void close() {
    chromium.ifPresent(Chromium::close);
    shop.close();
  }

  @AfterEach
  void noPageHadErrors() {
    assertThat(errors).isEmpty();
  }

  /** A browser that speaks Japanese, of somebody of a group. */
  private Page signIn(String group) {
    BrowserContext context =
        chromium
            .orElseThrow()
            .browser()
            .newContext(
                new Browser.NewContextOptions().setLocale("ja-JP").setViewportSize(1280, 900));
    Page page = context.newPage();
    page.onPageError(errors::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
        errors.add(message.text());
      }
    });
    page.navigate(shop.url("/studio"));
    page.locator("button[value=" + group + "]").click();
    assertThat(page).hasURL(shop.url("/studio"));
    return page;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Leaves a picture of the page where somebody wants some. */
  private static void shoot(Page page, String name) throws IOException {
    String folder = System.getProperty("kikkake.screenshots", "");
    if (!folder.isEmpty()) {
      page.evaluate("scrollTo(0, 0)");
      page.waitForLoadState(LoadState.NETWORKIDLE);
      Files.write(Path.of(folder, "studio-" + name + ".png"), SmallPng.of(page.screenshot()));
    }
  }

  /** Writes into the editor of the looks what stands there, changed. */
  private static void replaceInLooks(Page page, String old, String now) {
    page.evaluate(
        "([old, now]) => { const e = document.querySelectorAll('.CodeMirror')[0].CodeMirror;"
            + " e.setValue(e.getValue().replace(old, now)); }",
        List.of(old, now));
  }

  @Test
  void aMarketerChangesTheThankYouAndItGoesWithTheNextPurchaseAndBack() throws IOException {
    ReceivedMail before = shop.buy("c-before", "o-1", "山田 花子", "ja");
    Page editor = signIn("editor");
    shoot(editor, "mails-ja");
    editor.getByText("お礼メール（日本語）").click();
    assertThat(editor.locator("#sample option:checked")).hasText("c-before · o-1");
    Locator subject = editor.locator("#inboxSubject");
    assertThat(subject).hasText(before.subject());

    // What is written is seen within a second, on a real customer.
    editor.locator("#subject").fill("{{customer.name}}様、新茶の季節です");
    assertThat(subject)
        .hasText("山田 花子様、新茶の季節です", new LocatorAssertions.HasTextOptions().setTimeout(5_000));

    // The name may be absent, so the check stops it.
    assertThat(editor.locator("#findings li.error").first()).containsText("customer.name");
    shoot(editor, "editor-error-ja");
    button(editor, "自分にテストメールを送る").click();
    assertThat(editor.locator("#testDone")).containsText("エラー");

    editor
        .locator("#subject")
        .fill("{{#customer.name}}{{customer.name}}様、{{/customer.name}}新茶の季節です");
    replaceInLooks(editor, "ありがとうございます", "本当にありがとうございます");
    assertThat(editor.locator("#findingsState")).containsText("エラーはありません");
    assertThat(editor.locator("#findings li.error")).hasCount(0);
    assertThat(editor.frameLocator("#stage iframe").locator("body")).containsText("本当にありがとうございます");
    shoot(editor, "editor-ja");

    int mails = shop.mails().size();
    button(editor, "自分にテストメールを送る").click();
    assertThat(editor.locator("#testDone")).containsText("editor@shop.example.com");
    assertThat(shop.mails()).hasSize(mails + 1);
    ReceivedMail test = shop.mails().getFirst();
    assertThat(test.to()).containsExactly("editor@shop.example.com");
    assertThat(test.subject()).isEqualTo("[テスト] 山田 花子様、新茶の季節です");

    editor.locator("#note").fill("新茶の季節");
    button(editor, "新しいバージョンとして保存").click();
    assertThat(editor.locator("#done")).containsText("保存しました");
    button(editor, "承認を依頼する").click();
    assertThat(editor.locator("#done")).hasText("承認を依頼しました。");
    assertThat(button(editor, "承認する")).hasCount(0);
    assertThat(shop.buy("c-waiting", "o-2", "佐藤", "ja").subject()).contains(OLD_SUBJECT);

    Page approver = signIn("approver");
    assertThat(approver.locator(".badge.waits")).hasText("承認待ち");
    approver.navigate(shop.url(THANKS));
    shoot(approver, "approval-ja");
    button(approver, "承認する").click();
    assertThat(approver.locator("#done")).containsText("承認しました");
    button(approver, "配信を開始する").click();
    assertThat(approver.locator("#done")).containsText("次のメールからこの文面になります");

    ReceivedMail changed = shop.buy("c-after", "o-3", "鈴木", "ja");
    assertThat(changed.subject()).isEqualTo("鈴木様、新茶の季節です");
    assertThat(changed.html().orElseThrow()).contains("本当にありがとうございます");

    approver.navigate(shop.url(THANKS + "/history"));
    assertThat(approver.locator(".events")).containsText("新茶の季節");
    shoot(approver, "history-ja");
    approver.navigate(shop.url(THANKS + "/compare?left=0&right=1"));
    assertThat(approver.locator("tr.changed td").last()).not().isEmpty();
    shoot(approver, "compare-ja");
    approver.navigate(shop.url(THANKS));
    button(approver, "前の文面に戻す： 製品付属の文面").click();
    assertThat(approver.locator("#done")).containsText("前の文面に戻しました");
    assertThat(shop.buy("c-later", "o-4", "高橋", "ja").subject()).contains(OLD_SUBJECT);

    approver.navigate(shop.url("/studio/why?customer=c-after"));
    assertThat(approver.locator("main")).containsText("文面 thank-you/ja/1");
    shoot(approver, "why-ja");
    editor.context().close();
    approver.context().close();
  }

  @Test
  void whatCannotBeSavedIsNotLost() {
    String mail = "/studio/mails/browse-follow-up/ja";
    Page editor = signIn("editor");
    editor.navigate(shop.url(mail));
    editor.locator("#subject").fill("ふたりめの変更");
    try (StudioClient admin = new StudioClient(shop, "admin")) {
      Map<String, String> draft = StudioDrafts.of("browse-follow-up", "ja");
      draft.put("subject", "ひとりめの変更");
      assertThat(admin.post(mail + "/save", draft).statusCode()).isEqualTo(303);
    }
    button(editor, "新しいバージョンとして保存").click();
    assertThat(editor.locator("#saveProblem")).containsText("ほかの人が先に変更しました");
    assertThat(editor.locator("#subject")).hasValue("ふたりめの変更");

    // Signed out meanwhile, and in again in another tab: a new sign-in has other forms.
    editor.context().clearCookies();
    button(editor, "新しいバージョンとして保存").click();
    assertThat(editor.locator("#saveProblem")).containsText("別のタブでサインイン");
    Page other = editor.context().newPage();
    other.navigate(shop.url("/studio"));
    other.locator("button[value=editor]").click();
    assertThat(other).hasURL(shop.url("/studio"));
    button(editor, "新しいバージョンとして保存").click();
    assertThat(editor.locator("#done")).containsText("保存しました");
    assertThat(editor.locator("#subject")).hasValue("ふたりめの変更");
    assertThat(editor.locator("h1 ~ .where")).containsText("バージョン 2");
    editor.context().close();
  }

  /** Every page there is, as it is shown in the README. */
  @Test
  void everyPageIsThere() throws IOException {
    Page editor = signIn("editor");
    editor.navigate(shop.url("/studio/settings"));
    assertThat(editor.locator("h1")).hasText("設定");
    shoot(editor, "settings-ja");
    editor.navigate(shop.url("/studio/pictures"));
    assertThat(editor.locator("h1")).hasText("画像");
    shoot(editor, "pictures-ja");
    button(editor, "サインアウト").click();
    assertThat(editor.locator("h1")).hasText("スタジオにサインイン");
    shoot(editor, "sign-in-ja");
    editor.context().close();
  }
}
