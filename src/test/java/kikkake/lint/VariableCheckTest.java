package kikkake.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kikkake.lint.Finding.Part;
import kikkake.template.MailModel;
import kikkake.template.TemplateSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariableCheckTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{order.totl}} | unknown-variable | order.total",
        "{{total}} | unknown-variable | order.total",
        "{{Shop.Name}} | unknown-variable | shop.name",
        "{{shop.adress}} | unknown-variable | shop.address",
        "{{#order.lines}}{{titel}}{{/order.lines}} | unknown-variable | title",
        "{{#recomendations}}x{{/recomendations}} | unknown-variable | recommendations",
        "{{^customer.nam}}x{{/customer.nam}} | unknown-variable | customer.name",
        "{{unsubscribeURL2}} | unknown-variable | unsubscribeUrl",
        "{{shop.name.length}} | unknown-variable | docs/templates.md",
        "{{お名前}} | unknown-variable | docs/templates.md",
        "{{-index}} | unknown-variable | docs/templates.md",
        "{{subject}} | unknown-variable | docs/templates.md",
        "{{#order.total}}{{title}}{{/order.total}} | inside-list | {{title}}",
        "{{title}} | inside-list | {{#order.lines}}",
        "{{order.lines.title}} | inside-list | {{#order.lines}}",
        "{{#order.lines.title}}x{{/order.lines.title}} | inside-list | {{title}}",
        "{{customer.name}} | maybe-absent | {{#customer.name}}",
        "{{#customer}}{{name}}{{/customer}} | maybe-absent | {{#name}}",
        "{{^customer.name}}{{customer.name}}{{/customer.name}} | maybe-absent | {{#customer.name}}",
        "{{#order.shipping}}{{order.discount}}{{/order.shipping}} | maybe-absent | {{#order.discount}}",
        "{{#order.discount}}{{/order.discount}}{{order.discount}} | maybe-absent | {{#order.discount}}",
        "{{#order.lines}}{{image}}{{/order.lines}} | maybe-absent | {{#image}}",
        "{{#order.lines}}{{url}}{{/order.lines}} | maybe-absent | {{#url}}",
        "{{unsubscribeUrl}} | maybe-absent | {{#recommendations}}",
        "{{preferencesUrl}} | maybe-absent | {{#preferencesUrl}}",
        "{{#recommendations}}{{preferencesUrl}}{{/recommendations}} | maybe-absent | {{#preferencesUrl}}",
        "{{shop}} | needs-section | {{#shop}}",
        "{{order.lines}} | needs-section | {{#order.lines}}",
        "{{recommendations}} | needs-section | {{#recommendations}}",
        "{{.}} | needs-section | ''",
        "{{#order.lines}}{{.}}{{/order.lines}} | needs-section | ''",
        "{{#order.lines}}{{#order.lines}}{{title}}{{/order.lines}}{{/order.lines}} | list-in-itself | ''",
      })
  void refusesWhatAModelMayNotHave(String text, String code, String hint) {
    List<Finding> findings = check(Part.TEXT, text);

    assertThat(findings).extracting(Finding::code).contains(code);
    assertThat(findings.getFirst().hint()).contains(hint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{shop.name}} {{order.total}}",
        "{{#shop}}{{name}} {{order.id}}{{/shop}}",
        "{{#customer.name}}{{customer.name}} {{.}} {{this}}{{/customer.name}}",
        "{{#customer}}{{#name}}{{name}}{{/name}}{{/customer}}",
        "{{#customer}}{{#customer.name}}{{name}}{{/customer.name}}{{/customer}}",
        "{{^customer.name}}{{shop.name}}{{/customer.name}}",
        "{{#order.lines}}{{title}}{{quantity}}{{shop.name}}{{^-last}}, {{/-last}}{{-index}}{{/order.lines}}",
        "{{#order}}{{#lines}}{{title}}{{/lines}}{{/order}}",
        "{{#order.lines}}{{#url}}{{url}}{{/url}}{{^url}}{{title}}{{/url}}{{/order.lines}}",
        "{{#recommendations}}{{#items}}{{title}}{{url}}{{/items}}{{unsubscribeUrl}}{{/recommendations}}",
        "{{#recommendations.items}}{{title}}{{/recommendations.items}}",
        "{{#recommendations}}{{#preferencesUrl}}{{preferencesUrl}}{{/preferencesUrl}}{{/recommendations}}",
        "{{#order.discount}}{{order.discount}}{{/order.discount}}",
      })
  void findsNamesAsTheRendererDoes(String text) {
    assertThat(check(Part.TEXT, text)).isEmpty();
  }

  @Test
  void knowsSubjectAndPreviewInTheHtmlAlone() {
    assertThat(check(Part.MJML, "{{subject}} {{preview}}")).isEmpty();
    assertThat(check(Part.SUBJECT, "{{preview}}")).hasSize(1);
  }

  @Test
  void asksNothingOfTheNextItemThatWasAskedOfThisOne() {
    String text =
        "{{#order.lines}}{{#image}}x{{/image}}{{/order.lines}}{{#order.lines}}{{image}}{{/order.lines}}";

    assertThat(check(Part.TEXT, text))
        .extracting(Finding::code)
        .containsExactlyInAnyOrder("maybe-absent", "list-repeated");
  }

  @Test
  void followsIncludedPartsIntoTheSectionAroundThem() {
    TemplateSource good = Drafts.builtIn("thank-you", "en");
    String refuse = "    <mj-include path=\"en/_refuse.mjml\" />\n";
    String moved = good.mjml().replace(refuse, "").replace("  </mj-body>", refuse + "  </mj-body>");
    long line = moved.substring(0, moved.indexOf(refuse)).lines().count() + 1;
    TemplateSource source =
        new TemplateSource(
            good.kind(), good.language(), good.subject(), good.preview(), moved, good.text());

    assertThat(Drafts.errorsAt(Part.MJML, Drafts.lint(source))).contains("maybe-absent@" + line);
    assertThat(Drafts.errors(good)).isEmpty();
  }

  @Test
  void saysTheLineAndBothLanguages() {
    Findings findings = new Findings(new Wording("ja"));
    String text = "{{shop.name}}\n\n{{order.totl}}";
    VariableCheck.check(Part.TEXT, MustacheTag.in(text), MailModel.of("thank-you"), findings);

    assertThat(findings.sorted())
        .containsExactly(
            new Finding(
                Part.TEXT,
                3,
                Finding.Severity.ERROR,
                "unknown-variable",
                "{{order.totl}} という変数はありません。",
                "{{order.total}} ではありませんか。"));
  }

  private static List<Finding> check(Part part, String text) {
    Findings findings = new Findings(new Wording("en"));
    VariableCheck.check(part, MustacheTag.in(text), MailModel.of("thank-you"), findings);
    return findings.sorted();
  }
}
