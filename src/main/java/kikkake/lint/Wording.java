package kikkake.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the lint says, in one language. */
final class Wording {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");
  private static final int SHOWN = 100;

  private final Properties texts = new Properties();

  /**
   * Reads the words of one language.
   *
   * @param language {@code ja} or {@code en}
   */
  Wording(String language) {
    try (InputStream in = Wording.class.getResourceAsStream("lint-" + language + ".properties")) {
      if (in == null) {
        throw new IllegalArgumentException(
            "language must be ja or en, but is \"" + language + "\"");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String reason(Rule rule, Object... values) {
    return say(rule.code() + ".reason", values);
  }

  String hint(Rule rule, Object... values) {
    return say(rule.code() + ".hint", values);
  }

  /** Fills the places {@code {0}}, {@code {1}} ... of a text; long values are cut. */
  String say(String key, Object... values) {
    @Nullable String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("The lint has no words for " + key);
    }
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(shown(values[Integer.parseInt(place.group(1))])));
  }

  private static String shown(Object value) {
    String text = value.toString();
    return text.codePointCount(0, text.length()) <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
  }
}
