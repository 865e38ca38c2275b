package kikkake.lint;

import static kikkake.lint.Drafts.LINE;
import static org.assertj.core.api.Assertions.assertThat;

import kikkake.lint.Finding.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagCheckTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<div><b>x</div> | not-closed",
        "<b>x | not-closed",
        "x</b> | not-open",
        "<b><i>x</b></i> | not-closed",
        "<div/> | empty-tag",
        "<dvi>x</dvi> | unknown-tag",
        "<blink>x</blink> | unknown-tag",
        "<mj-text>x</mj-text> | misplaced-tag",
        "<mj-section></mj-section> | misplaced-tag",
        "<a href=\"{{shop.url}}>x</a> | broken-tag",
        "<a href=\"{{shop.url}}\" <b>x</b></a> | broken-tag",
        "<!-- never ends | broken-tag",
      })
  void namesTheLineOfTagsThatDoNotMatchUp(String html, String code) {
    assertThat(Drafts.errorsAt(Part.MJML, Drafts.lint(Drafts.text(html))))
        .contains(code + "@" + LINE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<mj-txt>x</mj-txt> | unknown-tag",
        "<mj-text>x</mj-text> | misplaced-tag",
        "<mj-section><mj-text>x</mj-text></mj-section> | misplaced-tag",
        "<mj-column></mj-column> | misplaced-tag",
        "<p>x</p> | misplaced-tag",
        "Hello | stray-text",
        "{{shop.name}} | stray-text",
        "<mj-section>Hello</mj-section> | stray-text",
        "<mj-section><mj-column> | not-closed",
        "</mj-column> | not-open",
        "<mj-body></mj-body> | misplaced-tag",
      })
  void namesTheLineOfLayoutThatMjmlWouldMoveOrDrop(String mjml, String code) {
    assertThat(Drafts.errorsAt(Part.MJML, Drafts.lint(Drafts.body(mjml)))).contains(code + "@9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Hello",
        "<html><body>x</body></html>",
        "<mjml></mjml>",
        "<mj-body></mj-body>"
      })
  void wantsOneDocumentWithOneBody(String mjml) {
    assertThat(Drafts.errors(Drafts.mjml(mjml))).contains("root-tag");
  }

  @Test
  void stopsBeforeTagsAreNestedSoDeepThatMjmlFails() {
    String deep = "<div>".repeat(15_000) + "</div>".repeat(15_000);

    assertThat(Drafts.errors(Drafts.text(deep))).contains("tags-too-deep");
  }

  @Test
  void suggestsTheTagThatWasMeant() {
    assertThat(Drafts.lint(Drafts.body("<mj-sectoin></mj-sectoin>")).getFirst().hint())
        .isEqualTo("Did you mean <mj-section>?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{#customer.name}}<mj-section><mj-column><mj-text>x</mj-text></mj-column></mj-section>{{/customer.name}}",
        "<mj-raw>{{#customer.name}}</mj-raw><mj-section /><mj-raw>{{/customer.name}}</mj-raw>",
        "<mj-wrapper><mj-section><mj-group><mj-column><mj-spacer /></mj-column></mj-group></mj-section></mj-wrapper>",
        "<!-- a remark --><mj-hero><mj-text>x<br>y<br/>z</mj-text></mj-hero>",
      })
  void letsPassLayoutThatIsWhole(String mjml) {
    assertThat(Drafts.errors(Drafts.body(mjml))).isEmpty();
  }
}
