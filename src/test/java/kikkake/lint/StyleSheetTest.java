package kikkake.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import kikkake.lint.StyleSheet.Declaration;
import kikkake.lint.StyleSheet.Rule;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StyleSheetTest {
  @Test
  void readsRulesWithTheirLinesAndWhatIsAroundThem() {
    List<Rule> rules =
        StyleSheet.rules(
            """
            /* { a
            remark } */ a, .b { color: RED; margin:0 !important }
            @media (min-width: 1px) {
              p { color: blue }
            }
            @import url(x;y);
            td { background: url("a;}b") }
            """);

    assertThat(rules)
        .extracting(Rule::selector)
        .containsExactly("a, .b", "p", "@import url(x;y)", "td");
    assertThat(rules).extracting(Rule::line).containsExactly(2, 4, 6, 7);
    assertThat(rules.get(0).declarations())
        .containsExactly(
            new Declaration("color", "red", false, 2), new Declaration("margin", "0", true, 2));
    assertThat(rules.get(1).within()).containsExactly("@media (min-width: 1px)");
    assertThat(rules.get(3).declarations().getFirst().value()).isEqualTo("url(\"a;}b\")");
  }

  @Test
  void seesThroughEscapesAndRemarks() {
    assertThat(StyleSheet.declarations("d\\69splay:n/**/one;COLOR : \\72 ed"))
        .extracting(Declaration::property, Declaration::value)
        .containsExactly(tuple("display", "none"), tuple("color", "red"));
  }

  @Test
  void tellsRulesInRulesFromRulesBesideRules() {
    assertThat(StyleSheet.rules("a { color: red; & b { color: blue } } c { color: red }"))
        .extracting(Rule::nested)
        .containsExactly(true, false, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "}", "a{", "a{b:c;", "\"", "(", "/*", "@media{", "\\"})
  void endsWhateverIsRepeated(String piece) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> StyleSheet.rules(piece.repeat(200_000 / piece.length())));
  }
}
