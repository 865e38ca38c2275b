package kikkake.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** What the pages say, in Japanese or English. */
final class Words {
  private static final Words JAPANESE = load("ja");
  private static final Words ENGLISH = load("en");

  private final String language;
  private final Map<String, String> words;

  private Words(String language, Map<String, String> words) {
    this.language = language;
    this.words = Map.copyOf(words);
  }

  /** As the reader chose before, else as the browser asks. */
  static Words of(Ask ask) {
    String chosen = ask.cookies().getOrDefault(Studio.LANGUAGE_COOKIE, "");
    String wanted = chosen.isEmpty() ? ask.header("accept-language") : chosen;
    return wanted.startsWith("ja") ? JAPANESE : ENGLISH;
  }

  /** {@code ja} or {@code en}. */
  String language() {
    return language;
  }

  boolean japanese() {
    return language.equals("ja");
  }

  /** All of them, for a page. */
  Map<String, String> all() {
    return words;
  }

  /**
   * One of them.
   *
   * @throws IllegalStateException where there is none, which a test prevents
   */
  String say(String name) {
    String word = words.get(name);
    if (word == null) {
      throw new IllegalStateException("There are no words for " + name + " in " + language);
    }
    return word;
  }

  String say(Refused refused) {
    String name = "refused-" + refused.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return refused.what().isEmpty() ? say(name) : say(name) + " " + refused.what();
  }

  private static Words load(String language) {
    Properties properties = new Properties();
    try (InputStream in =
        Words.class.getResourceAsStream("/studio/words-" + language + ".properties")) {
      if (in == null) {
        throw new IllegalStateException("The studio has no words in " + language);
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> words = new HashMap<>();
    properties.forEach((name, text) -> words.put((String) name, (String) text));
    return new Words(language, words);
  }
}
