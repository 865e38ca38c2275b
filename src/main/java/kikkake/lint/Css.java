package kikkake.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks into styles, however they are written: with escapes, comments, blanks or capitals. */
final class Css {
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:([0-9a-fA-F]{1,6})[ \\t\\n\\f\\r]?|([^\\n]))");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?(?:\\*/|$)");
  private static final Pattern URL = Pattern.compile("url\\((['\"]?)(.*?)(?:\\1\\)|$)");
  private static final List<String> UNSAFE =
      List.of(
          "expression(",
          "javascript:",
          "vbscript:",
          "data:",
          "@import",
          "@charset",
          "@namespace",
          "behavior:",
          "-moz-binding",
          "image-set(",
          "</",
          "<!--");

  private Css() {}

  /** What must not stand in a style; null where all is well. */
  static @Nullable String unsafe(String css) {
    String plain = plain(css);
    for (String word : UNSAFE) {
      if (plain.contains(word)) {
        return word;
      }
    }
    return null;
  }

  /** The addresses that a style loads. */
  static List<String> urls(String css) {
    List<String> urls = new ArrayList<>();
    Matcher url = URL.matcher(plain(css));
    while (url.find()) {
      urls.add(url.group(2));
    }
    return urls;
  }

  private static String plain(String css) {
    return COMMENT
        .matcher(unescape(css))
        .replaceAll("")
        .replaceAll("[\\p{Cc}\\s]+", "")
        .toLowerCase(Locale.ROOT);
  }

  /** Without escapes: {@code d\\69splay} is {@code display}. */
  static String unescape(String css) {
    return css.indexOf('\\') < 0
        ? css
        : ESCAPE
            .matcher(css)
            .replaceAll(
                escape -> Matcher.quoteReplacement(unescaped(escape.group(1), escape.group(2))));
  }

  private static String unescaped(@Nullable String hex, @Nullable String sign) {
    if (hex == null) {
      return sign == null ? "" : sign;
    }
    int code = Integer.parseInt(hex, 16);
    return Character.isValidCodePoint(code) && code != 0 ? Character.toString(code) : "";
  }
}
