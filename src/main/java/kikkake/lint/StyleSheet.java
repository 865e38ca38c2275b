package kikkake.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes CSS apart into rules and declarations, as CSS Syntax Level 3 nests them, with their lines.
 * What never ends, ends with the text, as in browsers.
 */
final class StyleSheet {
  /**
   * One {@code property: value}.
   *
   * @param property in small letters
   * @param value in small letters, without {@code !important}
   * @param line from 1
   */
  record Declaration(String property, String value, boolean important, int line) {}

  /**
   * What holds for what a selector matches.
   *
   * @param within the at-rules around it, outermost first, such as {@code @media (...)}
   * @param selector as written; of an at-rule without other rules, its own words:
   *     {@code @font-face}
   * @param nested whether it stands in another rule instead of beside it
   */
  record Rule(
      List<String> within,
      String selector,
      boolean nested,
      List<Declaration> declarations,
      int line) {
    /** Only some readers see it: it is there for those who do, and nobody needs it. */
    boolean enhances() {
      return !within.isEmpty();
    }
  }

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?(?:\\*/|$)");
  private static final Pattern HOLDS_RULES =
      Pattern.compile(
          "@(?:media|supports|layer|container|scope|-moz-document|starting-style)\\b.*");
  private static final Pattern IMPORTANT = Pattern.compile("\\s*!\\s*important$");

  private final String css;
  private final List<Rule> rules = new ArrayList<>();
  private int at;
  private int line = 1;
  private int counted;

  private StyleSheet(String css) {
    // Comments go, their lines stay.
    this.css = COMMENT.matcher(css).replaceAll(comment -> comment.group().replaceAll("[^\\n]", ""));
  }

  /** The rules of a style sheet, inner ones before those around them. */
  static List<Rule> rules(String css) {
    StyleSheet sheet = new StyleSheet(css);
    while (sheet.at < sheet.css.length()) {
      sheet.block(List.of(), "", 1);
      sheet.at++; // What closes too much is left out.
    }
    return List.copyOf(sheet.rules);
  }

  /** The declarations of a {@code style} attribute. */
  static List<Declaration> declarations(String style) {
    StyleSheet sheet = new StyleSheet(style);
    return sheet.block(List.of(), "*", 1);
  }

  /** Reads up to the brace that closes this block, and returns its own declarations. */
  private List<Declaration> block(List<String> within, String selector, int depth) {
    List<Declaration> own = new ArrayList<>();
    while (at < css.length()) {
      int start = at;
      char end = statement();
      String words = css.substring(start, at).strip();
      int line = lineOf(start);
      if (end == '{') {
        at++;
        inner(within, selector, words, line, depth);
      } else if (!words.isEmpty()) {
        said(within, selector, words, line, own);
      }
      if (end == '}') {
        return List.copyOf(own);
      }
      at++;
    }
    return List.copyOf(own);
  }

  private void inner(List<String> within, String selector, String words, int line, int depth) {
    String lower = Css.unescape(words).toLowerCase(Locale.ROOT);
    if (depth > TagCheck.DEEPEST) {
      at = css.length();
    } else if (HOLDS_RULES.matcher(lower).matches()) {
      List<String> around = new ArrayList<>(within);
      around.add(lower);
      List<Declaration> direct = block(around, selector, depth + 1);
      if (!direct.isEmpty()) {
        rules.add(new Rule(List.copyOf(around), selector, true, direct, line));
      }
    } else if (lower.startsWith("@")) {
      int before = rules.size();
      List<Declaration> direct = block(within, lower, depth + 1);
      rules.subList(before, rules.size()).clear(); // The steps of an animation are no rules.
      rules.add(new Rule(List.copyOf(within), lower, false, direct, line));
    } else {
      List<Declaration> direct = block(within, words, depth + 1);
      rules.add(
          new Rule(List.copyOf(within), Css.unescape(words), !selector.isEmpty(), direct, line));
    }
  }

  private void said(
      List<String> within, String selector, String words, int line, List<Declaration> own) {
    if (words.startsWith("@")) {
      String rule = Css.unescape(words).toLowerCase(Locale.ROOT);
      rules.add(new Rule(List.copyOf(within), rule, false, List.of(), line));
      return;
    }
    int colon = words.indexOf(':');
    if (colon <= 0 || (selector.isEmpty() && within.isEmpty())) {
      return;
    }
    String value = Css.unescape(words.substring(colon + 1)).strip().toLowerCase(Locale.ROOT);
    boolean important = IMPORTANT.matcher(value).find();
    own.add(
        new Declaration(
            Css.unescape(words.substring(0, colon)).strip().toLowerCase(Locale.ROOT),
            IMPORTANT.matcher(value).replaceAll(""),
            important,
            line));
  }

  /** Goes to the end of a statement: {@code ;} or a brace outside quotes and brackets. */
  private char statement() {
    int brackets = 0;
    for (; at < css.length(); at++) {
      char c = css.charAt(at);
      switch (c) {
        case '"', '\'' -> quoted(c);
        case '\\' -> at++;
        case '(', '[' -> brackets++;
        case ')', ']' -> brackets = Math.max(0, brackets - 1);
        case ';', '{', '}' -> {
          if (brackets == 0 || c == '}') {
            return c;
          }
        }
        default -> {}
      }
    }
    at = css.length();
    return '}';
  }

  /** A line break ends what was never closed. */
  private void quoted(char quote) {
    for (at++; at < css.length(); at++) {
      char c = css.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == quote || c == '\n') {
        return;
      }
    }
  }

  /** Of the first sign that is not blank. */
  private int lineOf(int start) {
    int first = start;
    while (first < css.length() && Character.isWhitespace(css.charAt(first))) {
      first++;
    }
    line += MustacheTag.newLines(css, counted, first);
    counted = first;
    return line;
  }
}
