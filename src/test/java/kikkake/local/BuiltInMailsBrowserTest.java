package kikkake.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kikkake.lint.DifficultSamples;
import kikkake.lint.Sample;
import kikkake.template.BuiltInTemplates;
import kikkake.template.Renderer;
import kikkake.template.Template;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The built-in mails as a browser shows them, on a phone and on a desk, by day and by night. With
 * {@code -Dkikkake.screenshots=docs/images/mails} it also makes the pictures of {@code
 * docs/mails.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuiltInMailsBrowserTest {
  static final List<Template> ALL = new BuiltInTemplates().all();
  private static final List<Integer> WIDTHS = List.of(375, 700);
  private static final int NO_PICTURES = 3;
  private static final int LONG_NAMES = 4;

  /** Every text that is shown: its words, colour, ground, contrast by WCAG 2.1, size and place. */
  private static final String TEXTS =
      """
      () => {
        const read = c => { const n = c.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
        const linear = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
        const light = c => 0.2126 * linear(c[0]) + 0.7152 * linear(c[1]) + 0.0722 * linear(c[2]);
        const over = (a, b) => a.slice(0, 3).map((v, i) => v * a[3] + b[i] * (1 - a[3]));
        const ground = e => !e ? [255, 255, 255]
            : over(read(getComputedStyle(e).backgroundColor), ground(e.parentElement));
        const texts = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const e = walker.currentNode.parentElement;
          if (!walker.currentNode.data.trim() || !e.checkVisibility()) continue;
          const range = document.createRange();
          range.selectNodeContents(walker.currentNode);
          const box = range.getBoundingClientRect();
          const style = getComputedStyle(e), back = ground(e), front = over(read(style.color), back);
          const l = [light(front), light(back)].sort((a, b) => b - a);
          const size = parseFloat(style.fontSize);
          texts.push({words: walker.currentNode.data.trim().slice(0, 40), look: front + ' on ' + back,
            contrast: (l[0] + 0.05) / (l[1] + 0.05), size, left: box.left, right: box.right,
            area: box.width * box.height, opaque: !e.closest('[style*="opacity"]')});
        }
        return texts;
      }\
      """;

  private final Renderer renderer = new Renderer();
  private Optional<Chromium> chromium = Optional.empty();
  private Optional<Page> opened = Optional.empty();

  @BeforeAll
  void start() {
    Chromium started = Chromium.startOrSkip();
    chromium = Optional.of(started);
    Page page = started.browser().newPage();
    page.route("https://**/*", BuiltInMailsBrowserTest::picture);
    opened = Optional.of(page);
  }

  @AfterAll
  void close() {
    chromium.ifPresent(Chromium::close);
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void canBeReadOnAPhoneAndOnADeskByDayAndByNight(Template template) throws IOException {
    Map<String, Object> usual = MailsToLookAt.model(template.kind(), template.language());
    for (int width : WIDTHS) {
      List<String> day = look(template, usual, width, ColorScheme.LIGHT, true);
      List<String> night = look(template, usual, width, ColorScheme.DARK, true);

      assertThat(night).hasSameSizeAs(day);
      for (int i = 0; i < day.size(); i++) {
        assertThat(night.get(i)).isNotEqualTo(day.get(i));
      }
    }
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void standUpToDifficultCustomers(Template template) throws IOException {
    List<Sample> samples = DifficultSamples.of(template.kind(), template.language());
    for (Sample sample : List.of(samples.get(NO_PICTURES), samples.get(LONG_NAMES))) {
      look(template, sample.model(), 375, ColorScheme.DARK, false);
      look(template, sample.model(), 700, ColorScheme.LIGHT, false);
    }
  }

  /** Checks a mail, and returns the colours of its texts. */
  private List<String> look(
      Template template, Map<String, Object> model, int width, ColorScheme scheme, boolean picture)
      throws IOException {
    String where = template.id() + " at " + width + " px, " + scheme;
    Page page = opened.orElseThrow();
    page.setViewportSize(width, 900);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.setContent(renderer.render(template, model).html());
    assertThat(page.evaluate("document.documentElement.scrollWidth")).as(where).isEqualTo(width);
    List<String> looks = texts(page, width, where);
    if (picture) {
      save(page, template, width, scheme);
    }
    return looks;
  }

  private static List<String> texts(Page page, int width, String where) {
    List<String> looks = new ArrayList<>();
    for (Object each : (List<?>) page.evaluate(TEXTS)) {
      Map<?, ?> text = (Map<?, ?>) each;
      String what = where + ": " + text;
      double needed = number(text, "size") >= 24 ? 3 : 4.5;
      assertThat(number(text, "contrast")).as(what).isGreaterThanOrEqualTo(needed);
      assertThat(number(text, "size")).as(what).isGreaterThanOrEqualTo(12);
      assertThat(number(text, "area")).as(what).isPositive();
      assertThat(number(text, "left")).as(what).isNotNegative();
      assertThat(number(text, "right")).as(what).isLessThanOrEqualTo(width);
      assertThat(text.get("opaque")).as(what).isEqualTo(true);
      looks.add(String.valueOf(text.get("look")));
    }
    assertThat(looks).as(where).hasSizeGreaterThan(8);
    return looks;
  }

  private static double number(Map<?, ?> text, String name) {
    return text.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static void picture(Route route) {
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("image/svg+xml")
            .setBody(MailsToLookAt.picture(route.request().url())));
  }

  private static void save(Page page, Template template, int width, ColorScheme scheme)
      throws IOException {
    @Nullable String folder = System.getProperty("kikkake.screenshots");
    if (folder == null) {
      return;
    }
    Files.createDirectories(Path.of(folder));
    String name =
        template.kind()
            + "-"
            + template.language()
            + "-"
            + width
            + "-"
            + scheme.name().toLowerCase(Locale.ROOT)
            + ".png";
    byte[] png = page.screenshot(new Page.ScreenshotOptions().setFullPage(true));
    Files.write(Path.of(folder, name), SmallPng.of(png));
  }
}
