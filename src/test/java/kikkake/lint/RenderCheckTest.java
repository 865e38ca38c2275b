package kikkake.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kikkake.lint.Finding.Part;
import kikkake.lint.Finding.Severity;
import kikkake.template.TemplateSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderCheckTest {
  @ParameterizedTest
  @CsvSource({
    "shop.name, sender-missing",
    "shop.address, sender-missing",
    "unsubscribeUrl, unsubscribe-missing",
  })
  void wantsTheSenderAndTheWayToRefuseInBothParts(String variable, String code) {
    TemplateSource good = Drafts.text("Hello");
    String address = "<a href=\"{{unsubscribeUrl}}\">stop</a> {{shop.name}} {{shop.address}}";
    String mjml =
        "<mjml><mj-body><mj-section><mj-column><mj-text>"
            + address
            + "</mj-text></mj-column></mj-section></mj-body></mjml>";

    assertThat(Drafts.errors(Drafts.mjml(mjml))).isEmpty();
    assertThat(
            Drafts.errorsAt(
                Part.MJML, Drafts.lint(Drafts.mjml(mjml.replace(variable, "shop.url")))))
        .containsExactly(code + "@0");
    String text = good.text().replace(variable, "shop.url");
    assertThat(Drafts.errorsAt(Part.TEXT, Drafts.lint(Drafts.with(Part.TEXT, text))))
        .containsExactly(code + "@0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- {{shop.address}} -->",
        "<p style=\"display:none\">{{shop.address}}</p>",
        "<p style=\"font-size:0\">{{shop.address}}</p>",
        "<p style=\"visibility:hidden\">{{shop.address}}</p>",
        "{{#customer.name}}{{shop.address}}{{/customer.name}}",
        "<b title=\"{{shop.address}}\">x</b>",
      })
  void doesNotCountAnAddressThatNobodySees(String html) {
    String whole =
        Drafts.text(html).mjml().replace("<mj-include path=\"shared/_footer.mjml\" />", "");

    assertThat(Drafts.errors(Drafts.mjml(whole))).containsExactly("sender-missing");
  }

  /** A good mail whose way to refuse has a class, and a style sheet. */
  private static TemplateSource refusingBy(String css, String link) {
    return Drafts.mjml(
        Drafts.body("")
            .mjml()
            .replace("</mj-head>", "<mj-style>" + css + "</mj-style></mj-head>")
            .replace(
                "<mj-include path=\"en/_refuse.mjml\" />",
                "<mj-section css-class=\"around\"><mj-column><mj-text css-class=\"near\">"
                    + "If you would rather not: <a class=\"stop\" "
                    + link
                    + " href=\"{{unsubscribeUrl}}\">Unsubscribe</a>"
                    + "</mj-text></mj-column></mj-section>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".stop { display: none }",
        ".stop { d\\69splay: none !important }",
        ".around { display: none !important }",
        ".near { visibility: hidden }",
        "a { visibility: collapse }",
        "a[href*='/u/'] { font-size: 0 !important }",
        ".stop { font-size: 0.2em }",
        ".stop { font: 1px/1 serif }",
        ".stop { opacity: 0.05 }",
        ".around { opacity: .5 } .near { opacity: .5 }",
        ".around { max-height: 0; overflow: hidden }",
        ".around { height: 1px; overflow: hidden }",
        ".stop { color: #fffdf8 !important }",
        ".stop { color: transparent }",
        ".stop { color: rgba(0, 0, 0, 0) }",
        ".stop { color: #777777; background-color: #888888 }",
        ".stop { position: absolute; left: -9999px }",
        ".stop { position: absolute; left: 9999px }",
        ".near { text-indent: -900em }",
        ".near { margin: -2000px 0 0 }",
        ".stop { transform: scale(0) }",
        ".stop { clip: rect(0, 0, 0, 0) }",
        ".near .stop, .x { display: none }",
        "a:not(:hover) { display: none }",
        "a:link { display: none }",
        "p, :is(a, b) { display: none }",
        ":lang(en) a { display: none }",
        ".around { & a { display: none } }",
        "@media screen { .stop { display: none } }",
        "@media not print { .stop { display: none } }",
        "@media print, screen { .stop { display: none } }",
        "@media (max-width: 600px) { .near { font-size: 1px } .near div { font-size: 1px !important } }",
        "@supports (display: grid) { @media all { .stop { display: none } } }",
        "/* x */ @layer x { .stop { display: none } }",
      })
  void doesNotCountAWayToRefuseThatAStyleSheetHides(String css) {
    assertThat(Drafts.errors(refusingBy(css, ""))).contains("unsubscribe-missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".stop { color: #2e2b26; font-size: 11px }",
        ".stop:hover { display: none }",
        ".other { display: none }",
        ".stop { display: none } .near .stop { display: inline }",
        ".stop { display: none !important } a.stop { display: inline !important }",
        "@media print { .stop { display: none } }",
        "@media (prefers-color-scheme: dark) { .around, .around > table { background: #111111 !important; background-color: #111111 !important } .stop { color: #eeeeee !important } }",
        ".stop::after { display: none }",
        ".stop { margin: -4px 0; opacity: .9 }",
      })
  void countsAWayToRefuseThatIsSeen(String css) {
    assertThat(Drafts.errors(refusingBy(css, "style=\"color:#2e2b26\""))).isEmpty();
  }

  @Test
  void looksAtEveryCondition() {
    StringBuilder css = new StringBuilder();
    for (int width = 300; width < 340; width++) {
      css.append("@media (min-width: ").append(width).append("px) { a { color: #2e2b26 } }\n");
    }
    String hiding = "@media (min-width: 340px) { .stop { display: none } }";

    assertThat(Drafts.errors(refusingBy(css.toString(), "style=\"color:#2e2b26\""))).isEmpty();
    assertThat(Drafts.errors(refusingBy(css + hiding, ""))).contains("unsubscribe-missing");
  }

  @Test
  void wantsTheWayToRefuseSeenWithoutStyleSheetsToo() {
    assertThat(Drafts.errors(refusingBy(".stop { display: inline !important }", "hidden=\"\"")))
        .contains("unsubscribe-missing");
    assertThat(
            Drafts.errors(
                refusingBy(".stop { display: inline !important }", "style=\"display:none\"")))
        .contains("unsubscribe-missing");
  }

  @Test
  void doesNotCountASenderThatAStyleSheetHides() {
    String whole = Drafts.body("").mjml();
    String css = "<mj-style>.wrap.title { display: none }</mj-style></mj-head>";

    assertThat(Drafts.errors(Drafts.mjml(whole.replace("</mj-head>", css))))
        .contains("sender-missing", "unsubscribe-missing");
  }

  @Test
  void wantsTheWayToRefuseBesideTheRecommendationsOfAThankYou() {
    TemplateSource good = Drafts.builtIn("thank-you", "ja");
    String without = good.mjml().replace("<mj-include path=\"ja/_refuse.mjml\" />", "");
    TemplateSource source =
        new TemplateSource(
            good.kind(), good.language(), good.subject(), good.preview(), without, good.text());

    assertThat(Drafts.errors(source)).containsExactly("unsubscribe-missing");
  }

  @Test
  void refusesSectionsThatTearTagsApart() {
    assertThat(Drafts.errors(Drafts.text("{{#customer.name}}<b>x{{/customer.name}}</b>")))
        .containsExactly("broken-when-rendered");
  }

  /**
   * MJML puts the rows into a body of their own, which begins inside the section and ends outside.
   */
  @Test
  void refusesRowsOfATableThatMjmlTakesApart() {
    String rows = "{{#items}}<tr><td>{{title}}</td></tr>{{/items}}";

    assertThat(Drafts.errors(Drafts.text("<table>" + rows + "</table>")))
        .containsExactly("broken-when-rendered");
    assertThat(Drafts.errors(Drafts.text("<table><tbody>" + rows + "</tbody></table>"))).isEmpty();
  }

  @Test
  void letsPassALinkThatIsThereOrNot() {
    String link =
        "{{#preferencesUrl}}<a href=\"{{preferencesUrl}}\">{{/preferencesUrl}}x{{#preferencesUrl}}</a>{{/preferencesUrl}}";

    assertThat(Drafts.errors(Drafts.text(link))).isEmpty();
  }

  @Test
  void limitsTheSizeOfTheFinishedHtml() {
    assertThat(Drafts.errors(Drafts.text("x".repeat(70_000)))).isEmpty();
    List<Finding> large = Drafts.lint(Drafts.text("x".repeat(75_000)));
    assertThat(Drafts.codes(large, Severity.WARNING)).containsExactly("html-large");
    assertThat(Drafts.codes(large, Severity.ERROR)).isEmpty();
    assertThat(Drafts.errors(Drafts.text("x".repeat(100_000)))).containsExactly("html-too-large");
  }

  @Test
  void warnsOfLinesThatMailProgramsCut() {
    List<Finding> subject = Drafts.lint(Drafts.with(Part.SUBJECT, "s".repeat(61)));
    List<Finding> preview = Drafts.lint(Drafts.with(Part.PREVIEW, "p".repeat(29)));

    assertThat(Drafts.codes(subject, Severity.WARNING)).containsExactly("subject-long");
    assertThat(Drafts.codes(preview, Severity.WARNING)).containsExactly("preview-length");
    assertThat(Drafts.lint(Drafts.with(Part.SUBJECT, "s".repeat(60)))).isEmpty();
    assertThat(Drafts.lint(Drafts.with(Part.PREVIEW, "p".repeat(110)))).isEmpty();
  }

  @Test
  void namesTheSampleForWhichNothingIsLeftOfTheSubject() {
    String subject = "{{#customer.name}}For {{customer.name}}{{/customer.name}}";
    Finding finding = Drafts.lint(Drafts.with(Part.SUBJECT, subject)).getFirst();

    assertThat(finding.code()).isEqualTo("subject-empty");
    assertThat(finding.part()).isEqualTo(Part.SUBJECT);
    assertThat(finding.reason()).contains("no customer");
  }
}
