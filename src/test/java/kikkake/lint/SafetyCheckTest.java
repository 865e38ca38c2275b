package kikkake.lint;

import static kikkake.lint.Drafts.LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import kikkake.lint.Finding.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyCheckTest {
  /** What somebody may try, and what the lint calls it. */
  static final List<Arguments> ATTACKS =
      List.of(
          arguments("<script>alert(1)</script>", "unsafe-tag"),
          arguments("<ScRiPt src=\"https://shop.example/x.js\"></ScRiPt>", "unsafe-tag"),
          arguments("<iframe src=\"https://shop.example/\"></iframe>", "unsafe-tag"),
          arguments("<object data=\"https://shop.example/x\"></object>", "unsafe-tag"),
          arguments("<embed src=\"https://shop.example/x\">", "unsafe-tag"),
          arguments("<form action=\"https://shop.example/\"></form>", "unsafe-tag"),
          arguments("<input type=\"text\">", "unsafe-tag"),
          arguments("<link rel=\"stylesheet\" href=\"https://shop.example/x.css\">", "unsafe-tag"),
          arguments("<meta http-equiv=\"refresh\" content=\"0\">", "unsafe-tag"),
          arguments("<base href=\"https://shop.example/\">", "unsafe-tag"),
          arguments("<svg><script>alert(1)</script></svg>", "unsafe-tag"),
          arguments("<svg onload=\"alert(1)\"></svg>", "unsafe-tag"),
          arguments("<math><mi>x</mi></math>", "unsafe-tag"),
          arguments("<template><b>x</b></template>", "unsafe-tag"),
          arguments("<video src=\"https://shop.example/x\"></video>", "unsafe-tag"),
          arguments("<style>a { color: red }</style>", "unsafe-tag"),
          arguments("<!--[if mso]><script>alert(1)</script><![endif]-->", "unsafe-tag"),
          arguments("<b onclick=\"alert(1)\">x</b>", "unsafe-attribute"),
          arguments("<b ONMOUSEOVER='alert(1)'>x</b>", "unsafe-attribute"),
          arguments("<b\nonclick\n=\n\"alert(1)\">x</b>", "unsafe-attribute"),
          arguments("<b/onclick=\"alert(1)\">x</b>", "unsafe-attribute"),
          arguments("<b class=\"a\"onclick=\"alert(1)\">x</b>", "unsafe-attribute"),
          arguments(
              "<a href=\"https://shop.example/\" ping=\"https://shop.example/p\">x</a>",
              "unsafe-attribute"),
          arguments("<b class='a\" onclick=\"alert(1)'>x</b>", "quote-in-attribute"),
          arguments("<b title='{{shop.name}}\" onclick=\"alert(1)'>x</b>", "quote-in-attribute"),
          arguments("<b class=wide>x</b>", "unquoted-attribute"),
          arguments("<b title={{shop.name}}>x</b>", "unquoted-attribute"),
          arguments("<{{shop.name}}>x</{{shop.name}}>", "variable-in-tag"),
          arguments("<b {{shop.name}}=\"x\">x</b>", "variable-in-tag"),
          arguments("<b {{#customer.name}}title=\"x\"{{/customer.name}}>x</b>", "variable-in-tag"),
          arguments("<b class=\"{{shop.name}}\">x</b>", "variable-in-attribute"),
          arguments("<td width=\"{{shop.name}}\">x</td>", "variable-in-attribute"),
          arguments("<b style=\"color:{{shop.name}}\">x</b>", "variable-in-style"),
          arguments("<b style=\"width:expression(alert(1))\">x</b>", "unsafe-style"),
          arguments("<b style=\"width:EXP/**/RESSION(alert(1))\">x</b>", "unsafe-style"),
          arguments("<b style=\"width:\\65 xpression(alert(1))\">x</b>", "unsafe-style"),
          arguments("<b style=\"width:&#101;xpression(alert(1))\">x</b>", "unsafe-style"),
          arguments("<b style=\"background:url( javascript:alert(1) )\">x</b>", "unsafe-style"),
          arguments(
              "<b style=\"background:url(http://evil.example/p.gif\">x</b>", "link-not-https"),
          arguments("<b style=\"background:url(java&#9;script:alert(1))\">x</b>", "unsafe-style"),
          arguments("<b style=\"background:url(data:image/png;base64,AA)\">x</b>", "unsafe-style"),
          arguments("<b style=\"-moz-binding:url(https://shop.example/x)\">x</b>", "unsafe-style"),
          arguments("<b style=\"background:url(https://evil.example/x)\">x</b>", "host-refused"),
          arguments("<!--><b onclick=\"alert(1)\">x</b><!-- -->", "broken-tag"),
          arguments("<!-- x --!><script>alert(1)</script><!-- -->", "broken-tag"),
          arguments("<![CDATA[<script>alert(1)</script>]]>", "declaration"),
          arguments("<?php echo 1 ?>", "declaration"),
          arguments("<mj-include path=\"shared/_header.mjml\" />", "misplaced-tag"));

  @ParameterizedTest
  @FieldSource("ATTACKS")
  void refusesWhatCouldDoHarm(String html, String code) {
    List<Finding> findings = Drafts.lint(Drafts.text(html));

    assertThat(Drafts.errorsAt(Part.MJML, findings))
        .anyMatch(error -> error.equals(code + "@" + LINE) || error.matches(code + "@1[12]"));
  }

  /** What MJML would put elsewhere, or into the HTML as it stands. */
  static final List<Arguments> IN_MJML =
      List.of(
          arguments("<mj-text color='red;\" onclick=\"alert(1)'>x</mj-text>", "quote-in-attribute"),
          arguments("<mj-text color=\"{{shop.name}}\">x</mj-text>", "variable-in-attribute"),
          arguments(
              "<mj-text color=\"red;width:expression(alert(1))\">x</mj-text>", "unsafe-style"),
          arguments("<mj-button href=\"javascript:alert(1)\">x</mj-button>", "unsafe-link"),
          arguments(
              "<mj-button onclick=\"alert(1)\" href=\"{{shop.url}}\">x</mj-button>",
              "unsafe-attribute"),
          arguments("<mj-raw><script>alert(1)</script></mj-raw>", "unsafe-tag"),
          arguments("<mj-raw><tr onclick=\"alert(1)\"></tr></mj-raw>", "unsafe-attribute"),
          arguments("<mj-carousel></mj-carousel>", "unknown-tag"),
          arguments("<mj-include path=\"../../etc/passwd\" />", "include-refused"),
          arguments("<mj-include path=\"file:///etc/passwd\" />", "include-refused"),
          arguments("<mj-include path=\"shared/_nothing.mjml\" />", "include-refused"),
          arguments("<mj-include path=\"shared/../ja/_items.mjml\" />", "include-refused"),
          arguments("<mj-include path=\"shared/_head.mjml\" type=\"css\" />", "include-refused"),
          arguments("<mj-include />", "include-refused"));

  @ParameterizedTest
  @FieldSource("IN_MJML")
  void refusesItInMjmlToo(String mjml, String code) {
    String section = "    <mj-section><mj-column>" + mjml + "</mj-column></mj-section>";

    assertThat(Drafts.errorsAt(Part.MJML, Drafts.lint(Drafts.body(section)))).contains(code + "@9");
  }

  static final List<Arguments> IN_THE_HEAD =
      List.of(
          arguments(
              "<mj-style>@import url(https://shop.example/x.css);</mj-style>", "unsafe-style"),
          arguments("<mj-style>.x { color: {{shop.name}} }</mj-style>", "variable-in-style"),
          arguments("<mj-style>.x { width: expression(alert(1)) }</mj-style>", "unsafe-style"),
          arguments("<mj-font name=\"x\" href=\"https://shop.example/x.css\" />", "unknown-tag"),
          arguments(
              "<mj-html-attributes><mj-selector path=\".x\"><mj-html-attribute name=\"onclick\">x"
                  + "</mj-html-attribute></mj-selector></mj-html-attributes>",
              "unknown-tag"),
          arguments(
              "<mj-raw><meta http-equiv=\"refresh\" content=\"0\"></mj-raw>", "unsafe-attribute"),
          arguments(
              "<mj-attributes><mj-text color=\"{{shop.name}}\" /></mj-attributes>",
              "variable-in-attribute"),
          arguments("{{shop.name}}", "stray-text"));

  @ParameterizedTest
  @FieldSource("IN_THE_HEAD")
  void refusesItInTheHeadToo(String mjml, String code) {
    String whole = Drafts.text("Hello").mjml().replace("</mj-head>", mjml + "</mj-head>");

    assertThat(Drafts.errorsAt(Part.MJML, Drafts.lint(Drafts.mjml(whole)))).contains(code + "@4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b class=\"wide\">{{shop.name}}</b>",
        "<img src=\"{{shop.url}}/x.png\" alt=\"{{shop.name}}\" width=\"60\" height=\"60\">",
        "<a href=\"{{shop.url}}\" title=\"{{shop.name}}\">x</a>",
        "<p style=\"margin:0;color:#222222\">x &lt;script&gt; y</p>",
        "<!-- a remark --><b>on</b> javascript: data: expression(",
        "<!--[if mso]><table><tr><td><![endif]-->x<!--[if mso]></td></tr></table><![endif]-->",
        "<!--[if !mso]><!--><b>x</b><!--<![endif]-->",
        "<ruby>煎茶<rt>せんちゃ</rt></ruby><br>1 < 2 & 3 > 2",
      })
  void letsPassWhatHarmsNobody(String html) {
    assertThat(Drafts.errors(Drafts.text(html))).isEmpty();
  }

  /** Comes first through the compiler alone: the source's own check is left out. */
  @Test
  void findsInTheCompiledHtmlWhatTheSourceHid() {
    List<String> hidden =
        List.of(
            "<div onclick=\"x\">x</div>",
            "<div style=\"width:expression(1)\">x</div>",
            "<div class=\"{{a}}\">x</div>",
            "<style>a{color:{{a}}}</style>",
            "<a href=\"java\tscript:x\">x</a>",
            "<input type=\"radio\">",
            "<link rel=\"stylesheet\" href=\"https://evil.example/x.css\">",
            "<!--[if mso]><v:rect><v:fill src=\"javascript:x\" /></v:rect><![endif]-->",
            "<!--[if mso]><b onclick=\"x\">x</b><![endif]-->");

    assertThat(hidden)
        .allSatisfy(html -> {
          Findings findings = new Findings(new Wording("en"));
          CompiledCheck.check(html, findings);
          assertThat(findings.sorted()).isNotEmpty();
        });
  }
}
