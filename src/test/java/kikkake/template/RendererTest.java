package kikkake.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.Escapers;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RendererTest {
  private static final Map<String, Object> ANNA = Map.of("name", "Anna");

  private final Renderer renderer = new Renderer();

  @Test
  void escapesInHtmlOnly() {
    String hostile = "<script>alert(\"x\")</script> & 'Co'";

    RenderedMail mail = renderer.render(template("Dear {{name}}"), Map.of("name", hostile));

    assertThat(mail.html())
        .isEqualTo("Dear &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;Co&#39;");
    assertThat(mail.subject()).isEqualTo("Dear " + hostile);
    assertThat(mail.text()).isEqualTo("Dear " + hostile);
  }

  @Test
  void escapesEverySignThatTheLibraryEscapes() {
    for (char sign = ' '; sign < 0x3100; sign++) {
      String value = "a" + sign + "b";

      assertThat(renderer.render(template("{{name}}."), Map.of("name", value)).html())
          .isEqualTo(Escapers.HTML.escape(value) + ".");
    }
  }

  @Test
  void rendersNoTemplateThatAValueBringsAlong() {
    RenderedMail mail = renderer.render(template("{{name}}"), Map.of("name", "{{shop.secret}}"));

    assertThat(mail.text()).isEqualTo("{{shop.secret}}");
  }

  @ParameterizedTest
  @CsvSource({
    "nmae, nmae",
    "customer.name, customer",
    "name.first, name.first",
    "name.length, name.length",
    "entrySet, entrySet",
    "#name}}{{bytes}}{{/name, bytes",
  })
  void namesWhatTheModelLacks(String tag, String missing) {
    Template template = template("ok", "ok", "first line\nDear {{" + tag + "}}", "ok");

    assertThatThrownBy(() -> renderer.render(template, ANNA))
        .isInstanceOf(TemplateException.class)
        .hasMessage("Template thank-you/en/1, html line 2: the model lacks \"" + missing + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{#gone}}no{{/gone}}", "{{#gone.deeper}}no{{/gone.deeper}}"})
  void skipsASectionWithoutAValue(String section) {
    assertThat(text(section + "{{^gone}}yes{{/gone}}", ANNA)).isEqualTo("yes");
  }

  @Test
  void skipsASectionWhoseTextIsEmpty() {
    assertThat(text("a{{#x}}no{{/x}}{{^x}}yes{{/x}}", Map.of("x", ""))).isEqualTo("ayes");
    assertThat(text("a{{#x}}no{{/x}}{{^x}}yes{{/x}}", Map.of("x", List.of()))).isEqualTo("ayes");
    assertThat(text("a{{#x}}no{{/x}}{{^x}}yes{{/x}}", Map.of("x", false))).isEqualTo("ayes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{{name}}}",
        "{{ {name} }}",
        "{{&name}}",
        "{{ & name }}",
        "{{>other}}",
        "{{<parent}}{{/parent}}",
        "{{$block}}{{/block}}",
        "{{=<% %>=}}<%& name %>",
      })
  void refusesWhatCouldPutOutRawText(String tag) {
    Template template = template("ok", "ok", "ok\n" + tag, "ok");

    assertThatThrownBy(() -> renderer.prepare(template))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("Template thank-you/en/1, html line 2 uses ");
  }

  @Test
  void refusesToPrintAListOrAMap() {
    Template template = template("ok", "ok", "ok", "{{shop}}");

    assertThatThrownBy(() -> renderer.render(template, Map.of("shop", Map.of("name", "Tea"))))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("thank-you/en/1, text")
        .hasMessageContaining("section");
  }

  @Test
  void saysWhereATagIsBroken() {
    assertThatThrownBy(() -> renderer.prepare(template("ok", "ok", "ok", "{{#items}} {{title}}")))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("thank-you/en/1, text")
        .hasMessageContaining("items");
  }

  @Test
  void refusesATagWithoutAName() {
    assertThatThrownBy(() -> renderer.prepare(template("ok", "ok", "ok", "a\n{{ }}")))
        .isInstanceOf(TemplateException.class)
        .hasMessage("Template thank-you/en/1, text line 2 has a tag without a name: {{}}");
  }

  @Test
  void keepsTheSubjectOnOneLine() {
    Template template =
        template("Dear {{name}}", "{{name}}", "{{subject}}|{{preview}}", "{{name}}");

    RenderedMail mail =
        renderer.render(template, Map.of("name", "Anna\r\nBcc: all@example.com\u2028\t!"));

    assertThat(mail.subject()).isEqualTo("Dear Anna Bcc: all@example.com !");
    assertThat(mail.html())
        .isEqualTo("Dear Anna Bcc: all@example.com !|Anna Bcc: all@example.com !");
  }

  @Test
  void stopsBeforeAMailFillsTheMemory() {
    List<Map<String, Object>> many =
        Collections.nCopies(2_000, Map.<String, Object>of("name", "x".repeat(1_000)));
    Template template = template("ok", "ok", "{{#items}}{{name}}{{/items}}", "ok");

    assertThatThrownBy(() -> renderer.render(template, Map.of("items", many)))
        .isInstanceOf(TemplateException.class)
        .hasMessage("Template thank-you/en/1, html comes out longer than 1000000 characters");
  }

  @Test
  void refusesAListInsideItself() {
    String nested = "{{#items}}{{^x}}{{#items}}a{{/items}}{{/x}}{{/items}}";

    assertThatThrownBy(() -> renderer.prepare(template("ok", "ok", nested, "ok")))
        .isInstanceOf(TemplateException.class)
        .hasMessage("Template thank-you/en/1, html line 1 has {{#items}} inside itself");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{..}}", "{{...}}", "{{#..}}x{{/..}}", "{{\u0001}}", "{{\u0001&name}}"})
  void saysSoOfWhatTheLibraryTripsOver(String tag) {
    assertThatThrownBy(() -> renderer.render(template(tag), ANNA))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("Template thank-you/en/1");
  }

  @Test
  void refusesSectionsThatStandTooDeepInEachOther() {
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      deep.append("{{#a").append(i).append("}}");
    }

    assertThatThrownBy(() -> renderer.prepare(template("ok", "ok", deep.toString(), "ok")))
        .isInstanceOf(TemplateException.class)
        .hasMessage("Template thank-you/en/1, html has more than 20 sections in each other");
  }

  @Test
  void refusesABlankSubject() {
    assertThatThrownBy(() -> renderer.render(template("{{#no}}x{{/no}} "), ANNA))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("subject");
  }

  @Test
  void refusesAModelThatHoldsMoreThanData() {
    Map<String, Object> line = new HashMap<>(Map.of("title", "Tea"));
    Map<String, Object> model = Map.of("order", Map.of("lines", Arrays.asList(line, line)));

    line.put("date", LocalDate.EPOCH);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> renderer.render(template("x"), model))
        .withMessageContaining("order.lines[0].date is a java.time.LocalDate");

    line.put("date", null);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> renderer.render(template("x"), model))
        .withMessageContaining("order.lines[0].date is null");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> renderer.render(template("x"), Map.of("order", Map.of(1, "x"))))
        .withMessageContaining("not a string in order");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> renderer.render(template("x"), Map.of("subject", "x")))
        .withMessageContaining("subject");
  }

  @Test
  void takesNumbersAndBooleans() {
    Map<String, Object> model = Map.of("count", 3, "gift", true);

    assertThat(text("{{count}}{{#gift}} wrapped{{/gift}}", model)).isEqualTo("3 wrapped");
  }

  @Test
  void rendersADraftAnewWhenItsTextChanges() {
    assertThat(text("old {{name}}", ANNA)).isEqualTo("old Anna");
    assertThat(text("new {{name}}", ANNA)).isEqualTo("new Anna");
  }

  private String text(String source, Map<String, Object> model) {
    return renderer.render(template("ok", "ok", "ok", source), model).text();
  }

  private static Template template(String everywhere) {
    return template(everywhere, everywhere, everywhere, everywhere);
  }

  private static Template template(String subject, String preview, String html, String text) {
    return new Template("thank-you", "en", "1", subject, preview, html, text);
  }
}
