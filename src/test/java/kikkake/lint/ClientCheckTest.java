package kikkake.lint;

import static kikkake.lint.Drafts.LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Set;
import kikkake.lint.Finding.Severity;
import kikkake.template.TemplateSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCheckTest {
  private static final Set<String> CODES = Set.of("client-lacks", "client-breaks");
  static final List<TemplateSource> BUILT_IN = LintTest.BUILT_IN;

  @ParameterizedTest
  @FieldSource("BUILT_IN")
  void findsNothingInWhatComesWithTheProduct(TemplateSource source) {
    assertThat(found(new Lint(MjmlCompiler.builtIn()).check(source, List.of(), "ja"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p style=\"display:grid;grid-template-columns:1fr 1fr\">x</p> | grid-template-* properties | Gmail, Outlook, Yahoo! Mail",
        "<p style=\"gap:8px\">x</p> | gap, column-gap, row-gap | Gmail (in part), Outlook (in part), Yahoo! Mail",
        "<p style=\"position:absolute\">x</p> | position | Gmail, Apple Mail (in part), Outlook (in part), Yahoo! Mail (in part)",
        "<p style=\"margin:-8px 0 0\">x</p> | margin | Gmail (in part), Outlook (in part), Yahoo! Mail (in part)",
        "<p style=\"filter:blur(2px)\">x</p> | filter | Gmail, Outlook, Yahoo! Mail",
        "<p style=\"width:calc(100% - 8px)\">x</p> | CSS calc() function | Outlook, Yahoo! Mail",
        "<p style=\"font-size:1.2rem\">x</p> | rem unit | Yahoo! Mail",
        "<p style=\"box-shadow:0 0 4px #333\">x</p> | box-shadow | Gmail, Yahoo! Mail",
        "<p style=\"TEXT-SHADOW:0 0 4px #333\">x</p> | text-shadow | Gmail, Outlook",
        "<p style=\"object\\-fit:cover\">x</p> | object-fit | Yahoo! Mail",
        "<p style=\"height:20px\">x</p> | height | Yahoo! Mail",
        "<p style=\"background:linear-gradient(#fff, #eee)\">x</p> | linear-gradient() | Gmail (in part), Outlook, Yahoo! Mail",
        "<ruby>煎茶<rt>せんちゃ</rt></ruby> | <ruby> | Gmail",
        "<bdi>x</bdi> | <bdi> | Gmail, Outlook, Yahoo! Mail",
        "<p hidden=\"hidden\">x</p> | hidden attribute | Gmail, Outlook, Yahoo! Mail",
        "<img src=\"{{shop.url}}/a.SVG?v=1\" alt=\"\" width=\"6\" height=\"6\"> | SVG image format | Gmail",
      })
  void saysWhichFeatureWhichClientsLack(String html, String feature, String clients) {
    List<Finding> findings = found(Drafts.lint(Drafts.text(html)));

    assertThat(findings)
        .anySatisfy(finding -> {
          assertThat(finding.severity()).isEqualTo(Severity.WARNING);
          assertThat(finding.line()).isEqualTo(LINE);
          assertThat(finding.reason())
              .isEqualTo("“" + feature + "” does not work everywhere: not in " + clients + ".");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".x:hover { color: #333333 } | :hover",
        ".x:not(.y) { color: #333333 } | :not",
        ".x.y { color: #333333 } | Chaining selectors",
        "td[class=x] { color: #333333 } | Attribute selector",
        ".x::before { content: '' } | ::before",
        "@font-face { font-family: x; src: local(x) } | @font-face",
        "@keyframes x { from { color: red } } .x { animation: x 1s } | @keyframes",
        ".x { & a { color: #333333 } } | CSS Nesting",
        ".x { transition: color 1s } | transition",
      })
  void looksIntoStyleSheets(String css, String feature) {
    List<Finding> findings = found(Drafts.lint(styled("\n" + css)));

    assertThat(findings).extracting(Finding::reason).anyMatch(r -> r.contains("“" + feature + "”"));
    assertThat(findings).extracting(Finding::line).containsOnly(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@media (prefers-color-scheme: dark) { .x { filter: invert(1) } }",
        "@supports (display: grid) { .x { display: grid; gap: 8px } }",
        "@media (min-width: 500px) { @supports (gap: 1px) { .x { gap: 1px } } }",
        "/* .x { gap: 8px } */ .x { color: #333333 }",
        ".x { margin: 0; white-space: nowrap; border-radius: 3px; display: block }",
      })
  void leavesWhatOnlyEnhances(String css) {
    assertThat(found(Drafts.lint(styled(css)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=\"{{shop.url}}/a.webp\" alt=\"\" width=\"6\" height=\"6\" style=\"height:6px\">",
        "<!--[if mso]><p style=\"gap:8px\">x</p><![endif]-->",
        "<a href=\"{{shop.url}}\" target=\"_blank\">x</a>",
        "<p style=\"background-color:rgb(255, 255, 255);text-align:left;float:left\">x</p>",
      })
  void leavesWhatIsWrittenTwiceOrHarmsNobody(String html) {
    assertThat(found(Drafts.lint(Drafts.text(html)))).isEmpty();
  }

  static final List<Arguments> BREAKING =
      List.of(
          arguments("<p style=\"background:var(--night);color:#ffffff\">x</p>", "css-variables"),
          arguments("<p style=\"color:oklch(0.4 0.1 20)\">x</p>", "css-modern-color"),
          arguments("<p style=\"color:light-dark(#333, #eee)\">x</p>", "css-function-light-dark"),
          arguments("<p style=\"color:rgb(40 40 40)\">x</p>", "css-rgb"),
          arguments(
              "<p style=\"background-clip:text;color:transparent\">x</p>", "css-background-clip"));

  @ParameterizedTest
  @FieldSource("BREAKING")
  void refusesWhatCannotBeReadWithoutIt(String html, String slug) {
    assertThat(found(Drafts.lint(Drafts.text(html))))
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo("client-breaks");
          assertThat(finding.line()).isEqualTo(LINE);
          assertThat(finding.hint()).endsWith("/features/" + slug + "/");
        });
  }

  @Test
  void refusesTextThatOnlyAStyleSheetWrites() {
    assertThat(Drafts.errors(styled(".x::after { content: \"10% off\" }")))
        .containsExactly("client-breaks");
    assertThat(Drafts.errors(styled(".x::after { content: \"→\" }"))).isEmpty();
  }

  @Test
  void saysAFeatureOnceWhereItIsUsedFirst() {
    String html = "x\n<p style=\"gap:8px\">x</p>\n<p style=\"gap:9px\">x</p>";

    assertThat(found(Drafts.lint(Drafts.text(html)))).extracting(Finding::line).containsExactly(11);
  }

  @Test
  void looksIntoTheValuesOfMjmlToo() {
    String button =
        "<mj-section><mj-column><mj-button href=\"{{shop.url}}\" width=\"calc(100% - 8px)\">x"
            + "</mj-button></mj-column></mj-section>";

    assertThat(found(Drafts.lint(Drafts.body(button))))
        .extracting(Finding::reason)
        .anyMatch(reason -> reason.contains("calc()"));
  }

  @Test
  void speaksJapanese() {
    TemplateSource source = Drafts.text("<p style=\"overflow:scroll;gap:8px\">x</p>");

    assertThat(found(new Lint(MjmlCompiler.builtIn(), Set.of()).check(source, List.of(), "ja")))
        .extracting(Finding::reason)
        .contains("「gap, column-gap, row-gap」が使えないメールソフトがあります（Gmail（一部）、Outlook（一部）、Yahoo! Mail）。");
  }

  private static TemplateSource styled(String css) {
    String whole = Drafts.text("<p class=\"x y\">Hello</p>").mjml();
    return Drafts.mjml(whole.replace("</mj-head>", "<mj-style>" + css + "</mj-style></mj-head>"));
  }

  private static List<Finding> found(List<Finding> findings) {
    return findings.stream().filter(finding -> CODES.contains(finding.code())).toList();
  }
}
