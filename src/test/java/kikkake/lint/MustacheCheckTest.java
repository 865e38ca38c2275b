package kikkake.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kikkake.lint.Finding.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MustacheCheckTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{{shop.name}}} | mustache-refused",
        "{{&shop.name}} | mustache-refused",
        "{{ & shop.name }} | mustache-refused",
        "{{>partial}} | mustache-refused",
        "{{<parent}}{{/parent}} | mustache-refused",
        "{{$block}}{{/block}} | mustache-refused",
        "{{=<% %>=}} | mustache-refused",
        "{{shop.name | tag-not-closed",
        "{{shop.name} | tag-not-closed",
        "{{shop.name} and {{shop.url}} | tag-not-closed",
        "{{}} | tag-not-closed",
        "{{ }} | tag-not-closed",
        "{{#}} | tag-not-closed",
        "{{shop.name　}} | tag-not-closed",
        "{{#order.discount　}}x | tag-not-closed",
        "{{\u0001&shop.name}} | mustache-refused",
        "{{#items}}x | section-not-closed",
        "{{^items}}x | section-not-closed",
        "x{{/items}} | section-not-open",
        "{{#items}}{{#price}}{{/items}}{{/price}} | section-crossed",
        "{shop.name}} | stray-braces",
        "｛｛shop.name｝｝ | stray-braces",
        "{｛shop.name}} | stray-braces",
        "{{shop.name｝｝ | tag-not-closed",
      })
  void refusesWhatTheRendererWouldRefuseOrPrint(String text, String code) {
    assertThat(check("first line\n" + text)).contains(code + "@2");
  }

  @Test
  void namesTheLineOfATagThatBreaksInTheMiddle() {
    assertThat(check("a\n{{shop\n.name}}\n{{/b}}"))
        .containsExactly("tag-not-closed@2", "section-not-open@4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{{shop.name}}",
        "{{ # items }}{{title}}{{/items }}",
        "{{#customer.name}}a{{/customer.name}}{{^customer.name}}b{{/customer.name}}",
        "{{! a remark\nof two lines }}",
        "a { b } c ｛注｝ @media x { a { color: red }}",
      })
  void letsPassWhatTheRendererReads(String text) {
    assertThat(check(text)).isEmpty();
  }

  @Test
  void allowsTenSectionsInsideEachOtherAndNoMore() {
    assertThat(check(nested(10))).isEmpty();
    assertThat(check(nested(11))).containsExactly("nested-too-deep@1");
    assertThat(check(nested(5_000))).containsExactly("nested-too-deep@1");
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void looksIntoEveryPart(Part part) {
    List<Finding> findings = Drafts.lint(Drafts.with(part, "{{{shop.name}}}"));

    assertThat(Drafts.errorsAt(part, findings)).contains("mustache-refused@1");
  }

  private static String nested(int depth) {
    return "{{#shop}}".repeat(depth) + "{{/shop}}".repeat(depth);
  }

  private static List<String> check(String text) {
    Findings findings = new Findings(new Wording("en"));
    MustacheCheck.check(Part.TEXT, text, MustacheTag.in(text), findings);
    return Drafts.errorsAt(Part.TEXT, findings.sorted());
  }
}
