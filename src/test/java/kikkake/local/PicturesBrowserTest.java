package kikkake.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kikkake.studio.Group;
import kikkake.studio.SamplePictures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The page of the pictures in a browser, as {@code ./kikkake serve} shows it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PicturesBrowserTest {
  private final StudioBrowser studio = new StudioBrowser();
  private final List<String> complaints = new ArrayList<>();
  private Optional<Chromium> chromium = Optional.empty();

  @BeforeAll
  void start() {
    chromium = Optional.of(Chromium.startOrSkip());
  }

  @AfterAll
  void close() {
    chromium.ifPresent(Chromium::close);
    studio.close();
  }

  @AfterEach
  void clear() {
    studio.stack.pictures().delete();
  }

  private Page open(Group group, String language, ColorScheme colors) {
    BrowserContext context =
        chromium
            .orElseThrow()
            .browser()
            .newContext(new Browser.NewContextOptions().setLocale(language).setColorScheme(colors));
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("status of 4")) {
        complaints.add(message.text());
      }
    });
    page.navigate(studio.origin() + "/studio/sign-in");
    page.locator("button[value=" + group.label() + "]").click();
    page.navigate(studio.origin() + "/studio/pictures");
    return page;
  }

  private static void upload(Page page, String file, byte[] bytes) {
    page.locator("#picture-file").setInputFiles(new FilePayload(file, "image/png", bytes));
    page.locator("#picture button").click();
  }

  @Test
  void anEditorSavesAPictureAndCopiesTheLineForTheMail() {
    try (Page page = open(Group.EDITOR, "ja-JP", ColorScheme.LIGHT)) {
      upload(page, "春の セール Spring_Sale.PNG", SamplePictures.of("png", 1_200, 400));

      assertThat(page.locator(".pictures h2")).hasText("spring-sale.png");
      assertThat(page.locator(".pictures .soft")).containsText("1200 × 400 px");
      String address = studio.origin() + "/pictures/spring-sale.png";
      assertThat(page.locator(".copy input").first()).hasValue(address);
      String line = page.locator(".copy input").last().inputValue();
      assertThat(line)
          .isEqualTo("<mj-image src=\"" + address + "\" width=\"600px\" height=\"200px\" />");
      assertThat(page.locator(".pictures img").evaluate("image => image.naturalWidth"))
          .isEqualTo(1_200);
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void whatIsWrongIsToldAndNothingIsSaved() {
    try (Page page = open(Group.EDITOR, "en", ColorScheme.LIGHT)) {
      upload(page, "page.png", new byte[] {'<', 'b', '>'});
      assertThat(page.locator("#picture-problem"))
          .containsText("Only PNG, JPEG and GIF pictures can be used in mails.");
      assertThat(page.locator("#picture button")).isEnabled();

      page.locator("#picture-name").fill("tea");
      upload(page, "tea.png", SamplePictures.of("png", 20, 20));
      assertThat(page.locator(".pictures h2")).hasText("tea.png");
      upload(page, "tea.png", SamplePictures.of("png", 30, 30));
      assertThat(page.locator("#picture-problem"))
          .hasText("There is a picture of that name. Choose another name.");
    }
    assertThat(studio.stack.pictures().latest()).hasSize(1);
    assertThat(complaints).isEmpty();
  }

  @Test
  void aViewerSeesPicturesAndNoForm() {
    studio.stack.pictures().save(SamplePictures.named("tea"));
    try (Page page = open(Group.VIEWER, "en", ColorScheme.LIGHT)) {
      assertThat(page.locator(".pictures h2")).hasText("tea.png");
      assertThat(page.locator("#picture")).hasCount(0);
    }
  }

  @Test
  void thePageIsForEverybody() {
    studio.stack.pictures().save(SamplePictures.named("tea"));
    for (ColorScheme colors : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (String language : List.of("ja-JP", "en")) {
        try (Page page = open(Group.EDITOR, language, colors)) {
          assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
          page.setViewportSize(360, 700);
          assertThat(
                  page.evaluate(
                      "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
              .isEqualTo(true);
        }
      }
    }
    assertThat(complaints).isEmpty();
  }
}
