package kikkake.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import kikkake.lint.Finding.Part;
import kikkake.lint.Markup.Attribute;
import kikkake.lint.Markup.Kind;
import kikkake.lint.Markup.Token;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Holds that nothing in the source could run, load from elsewhere, or let a customer's name become
 * markup. {@link CompiledCheck} looks once more at what MJML made of it.
 */
final class SafetyCheck {
  /**
   * Where the renderer's escaping is enough: quoted text, and addresses that {@link Link} holds.
   */
  static final Set<String> TAKE_VARIABLES = Set.of("href", "src", "alt", "title", "aria-label");

  static final Set<String> REFUSED =
      Set.of(
          "srcdoc",
          "srcset",
          "action",
          "formaction",
          "http-equiv",
          "ping",
          "manifest",
          "data",
          "classid",
          "codebase",
          "archive",
          "poster",
          "xlink:href",
          "xml:base",
          "usemap",
          "is",
          "slot",
          "autofocus",
          "contenteditable",
          "datasrc",
          "dataformatas",
          "folder",
          "profile");

  private final Link links;
  private final Findings findings;

  private SafetyCheck(Link links, Findings findings) {
    this.links = links;
    this.findings = findings;
  }

  static void check(List<Token> markup, Link links, Findings findings) {
    SafetyCheck check = new SafetyCheck(links, findings);
    Deque<String> styles = new ArrayDeque<>();
    for (Token token : markup) {
      boolean style = token.name().equals("mj-style") || token.name().equals("style");
      if (token.opens()) {
        check.tag(token);
        if (style && token.kind() == Kind.OPEN) {
          styles.push(token.name());
        }
      } else if (token.kind() == Kind.CLOSE && style) {
        styles.poll();
      } else if (token.kind() == Kind.TEXT && !styles.isEmpty()) {
        check.style(token.line(), token.text());
      }
    }
  }

  private void tag(Token token) {
    if (token.name().contains("{{")) {
      say(token.line(), Rule.VARIABLE_IN_TAG);
    }
    for (Attribute attribute : token.attributes()) {
      attribute(token, attribute);
    }
  }

  private void attribute(Token token, Attribute attribute) {
    String name = attribute.name();
    int line = attribute.line();
    @Nullable String value = attribute.value();
    if (name.contains("{{")) {
      say(line, Rule.VARIABLE_IN_TAG);
      return;
    }
    if (name.startsWith("on") || name.contains("\"") || name.contains("'")) {
      say(line, Rule.UNSAFE_ATTRIBUTE, name);
    } else if (REFUSED.contains(name)) {
      say(line, Rule.UNSAFE_ATTRIBUTE, name);
    }
    if (value == null) {
      return;
    }
    if (attribute.quote() == '\0') {
      say(line, Rule.UNQUOTED_ATTRIBUTE, name);
    }
    if (value.contains("<")) {
      // Its own quotation mark is missing: the value ends at that of another tag.
      say(line, Rule.BROKEN_TAG, name + "=\"" + value.lines().findFirst().orElse(""));
      return;
    }
    if (value.contains("\"")) {
      // MJML writes every value between ", and escapes nothing.
      say(line, Rule.QUOTE_IN_ATTRIBUTE, name);
    }
    if (Link.ATTRIBUTES.contains(name)) {
      links.check(Part.MJML, line, value);
    }
    if (name.equals("style")) {
      style(line, value);
    } else if (value.contains("{{") && !TAKE_VARIABLES.contains(name)) {
      say(line, Rule.VARIABLE_IN_ATTRIBUTE, name);
    } else if (!TAKE_VARIABLES.contains(name) && token.name().startsWith("mj")) {
      style(line, value); // Most attributes of MJML end up in a style.
    }
  }

  private void style(int line, String css) {
    if (css.contains("{{")) {
      say(line, Rule.VARIABLE_IN_STYLE);
    }
    String decoded = Parser.unescapeEntities(css, true);
    @Nullable String unsafe = Css.unsafe(decoded);
    if (unsafe != null) {
      say(line, Rule.UNSAFE_STYLE, unsafe);
      return;
    }
    for (String url : Css.urls(decoded)) {
      links.check(Part.MJML, line, url);
    }
  }

  private void say(int line, Rule rule, Object... values) {
    findings.add(Part.MJML, line, rule, values);
  }
}
