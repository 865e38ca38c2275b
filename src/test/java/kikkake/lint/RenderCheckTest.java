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
