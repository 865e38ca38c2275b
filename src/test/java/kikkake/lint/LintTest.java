package kikkake.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.lint.Finding.Part;
import kikkake.lint.Finding.Severity;
import kikkake.template.BuiltInTemplates;
import kikkake.template.MailModel;
import kikkake.template.TemplateSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class LintTest {
  static final List<TemplateSource> BUILT_IN = builtIn();

  @ParameterizedTest
  @FieldSource("BUILT_IN")
  void findsNoErrorInWhatComesWithTheProduct(TemplateSource source) {
    for (Set<String> hosts : List.of(Set.<String>of(), Set.of("shop.example"))) {
      List<Finding> findings =
          new Lint(MjmlCompiler.builtIn(), hosts).check(source, List.of(), source.language());

      assertThat(Drafts.codes(findings, Severity.ERROR)).isEmpty();
      assertThat(Finding.anyError(findings)).isFalse();
    }
  }

  @Test
  void findsNothingInAGoodDraft() {
    assertThat(Drafts.lint(Drafts.text("Hello"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void wantsEveryPartWritten(Part part) {
    String code = part == Part.MJML ? "root-tag" : "blank";

    assertThat(Drafts.errorsAt(part, Drafts.lint(Drafts.with(part, " ")))).contains(code + "@0");
  }

  @ParameterizedTest
  @CsvSource({
    "SUBJECT, 'a\nb'",
    "SUBJECT, 'a\rBcc: x'",
    "PREVIEW, 'a\u2028b'",
    "PREVIEW, 'a\u000bb'"
  })
  void refusesLineBreaksInLines(Part part, String text) {
    assertThat(Drafts.errorsAt(part, Drafts.lint(Drafts.with(part, text))))
        .contains("line-break@1");
  }

  @Test
  void doesNotRenderAListInsideItself() {
    String nested = "{{#items}}".repeat(8) + "{{/items}}".repeat(8) + Drafts.FOOT;

    assertThat(Drafts.errorsAt(Part.TEXT, Drafts.lint(Drafts.with(Part.TEXT, nested))))
        .contains("list-in-itself@1");
  }

  @Test
  void aCommentThatEndsEarlyHidesNothing() {
    String link = "<a href=\"https://evil.example/?n={{customer.name}}\">x</a>";
    String hidden = "<!--[if x-->" + link + "<!-- ]><!-->";

    assertThat(Finding.anyError(Drafts.lint(Drafts.text(hidden)))).isTrue();
  }

  @Test
  void looksAtNothingThatIsTooLarge() {
    List<Finding> findings = Drafts.lint(Drafts.with(Part.TEXT, "煎".repeat(70_000) + "{{{x}}}"));

    assertThat(findings).extracting(Finding::code).containsExactly("too-large");
  }

  @Test
  void saysWhereTextHasTagsOrLeadsSomewhereElse() {
    String text = "Hello" + Drafts.FOOT + "<b>x</b>\nhttps://evil.example/";
    List<Finding> findings = Drafts.lint(Drafts.with(Part.TEXT, text));

    assertThat(Drafts.errorsAt(Part.TEXT, findings)).containsExactly("host-refused@7");
    assertThat(Drafts.codes(findings, Severity.WARNING)).contains("tags-in-text");
  }

  @ParameterizedTest
  @CsvSource({
    "{{shop.url}}.evil.example/, link-after-variable",
    "{{shop.url}}@evil.example, link-after-variable",
    "{{ shop.url }}:8080/x, link-after-variable",
    "{{shop.url}}をご覧ください, link-after-variable",
    "{{shop.url}}https://evil.example/, link-after-variable",
    "{{shop.url}}{{shop.name}}, link-after-variable",
    "{{#items}}{{url}}-x{{/items}}, link-after-variable",
    "{{shop.url}}{{#customer.name}}.evil.example{{/customer.name}}, link-not-https",
    "{{#customer.name}}{{shop.url}}?n={{customer.name}}{{/customer.name}}, name-in-link",
    "{{shop.name}}https://evil.example/, host-refused",
  })
  void looksAtWhatFollowsAnAddressInText(String text, String code) {
    List<Finding> findings = Drafts.lint(Drafts.with(Part.TEXT, "Hello\n" + text + Drafts.FOOT));

    assertThat(Drafts.errorsAt(Part.TEXT, findings)).containsExactly(code + "@2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "See {{shop.url}}.",
        "({{shop.url}}), or: {{shop.url}}!",
        "「{{shop.url}}」、{{shop.url}}。",
        "{{shop.url}}/news?from=mail, {{shop.url}}?a=1#b",
        "{{#preferencesUrl}}{{preferencesUrl}}{{/preferencesUrl}}",
        "{{shop.name}}.",
      })
  void letsAddressesInTextEnd(String text) {
    List<Finding> findings = Drafts.lint(Drafts.with(Part.TEXT, text + Drafts.FOOT));

    assertThat(Drafts.errorsAt(Part.TEXT, findings)).isEmpty();
  }

  @Test
  void readsByPartAndLine() {
    TemplateSource source = Drafts.with(Part.TEXT, "{{x}}\n{{y}}" + Drafts.FOOT);

    assertThat(Drafts.lint(source)).extracting(Finding::line).containsExactly(1, 2);
  }

  @Test
  void triesTheSamplesItIsGiven() {
    Map<String, Object> model =
        new HashMap<>(DifficultSamples.of("recommendation", "en").getFirst().model());
    model.put(
        "shop",
        Map.of(
            "name",
            "A shop " + "x".repeat(60),
            "url",
            "https://shop.example/",
            "address",
            "Kyoto"));
    TemplateSource source = Drafts.with(Part.SUBJECT, "{{shop.name}}");

    List<Finding> findings =
        new Lint(MjmlCompiler.builtIn(), Set.of("shop.example"))
            .check(source, List.of(new Sample("a real one", model)), "en");

    assertThat(findings)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo("subject-long");
          assertThat(finding.reason()).contains("67", "a real one");
        });
  }

  @Test
  void blamesASampleThatIsNotAsDocumentedAndNotTheTemplate() {
    Sample sample = new Sample("half a model", Map.of("items", List.of()));

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Lint(MjmlCompiler.builtIn()).check(Drafts.text("x"), List.of(sample), "en"))
        .withMessageContaining("half a model")
        .withMessageContaining("shop is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"thank-you", "recommendation", "browse-follow-up"})
  void triesOnlySamplesThatAreAsDocumented(String kind) {
    for (Sample sample : DifficultSamples.of(kind, "ja")) {
      assertThat(MailModel.of(kind).misfits(sample.model())).as(sample.name()).isEmpty();
    }
  }

  /** Cuts good sources at every hundredth place: whatever is left gets an answer. */
  @Test
  void answersWhateverIsWritten() {
    String mjml = Drafts.builtIn("recommendation", "ja").mjml();
    for (int cut = 0; cut < mjml.length(); cut += 100) {
      assertThat(Drafts.lint(Drafts.mjml(mjml.substring(0, cut)))).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!--[if",
        "<b>",
        "{{#shop}}",
        "{{ ",
        "{{{",
        "</b>",
        "<!--[if mso]><b>",
        "&#123;{"
      })
  void answersWhateverIsRepeatedUntilItIsTooMuch(String piece) {
    List<Finding> findings = Drafts.lint(Drafts.text(piece.repeat(150_000 / piece.length())));

    assertThat(Finding.anyError(findings)).isTrue();
    assertThat(findings).hasSizeLessThan(200);
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void saysEveryRuleInBothLanguagesWithTheSameValues(Rule rule) {
    Object[] values = {"a0", "a1", "a2", "a3"};
    Wording ja = new Wording("ja");
    Wording en = new Wording("en");

    assertThat(ja.reason(rule, values)).endsWith("。").doesNotContain("Write");
    assertThat(en.reason(rule, values)).doesNotContain("。");
    assertThat(ja.hint(rule, values)).isNotBlank();
    for (Object value : values) {
      assertThat((ja.reason(rule, values) + ja.hint(rule, values)).contains(value.toString()))
          .as("%s holds %s", rule, value)
          .isEqualTo((en.reason(rule, values) + en.hint(rule, values)).contains(value.toString()));
    }
  }

  private static List<TemplateSource> builtIn() {
    List<TemplateSource> sources = new ArrayList<>();
    for (String kind : BuiltInTemplates.KINDS) {
      for (String language : BuiltInTemplates.LANGUAGES) {
        sources.add(Drafts.builtIn(kind, language));
      }
    }
    return sources;
  }
}
