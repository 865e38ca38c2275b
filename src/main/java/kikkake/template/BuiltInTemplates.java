package kikkake.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The templates that come with the product: three mails in Japanese and English.
 *
 * <p>{@link MailModel} says what their models hold. Images are shown square. A thank-you with
 * {@code recommendations} is advertising, so it then carries the way to refuse.
 */
public final class BuiltInTemplates {
  /** The mails there are. */
  public static final List<String> KINDS =
      List.of("thank-you", "recommendation", "browse-follow-up");

  /** The languages each mail speaks. */
  public static final List<String> LANGUAGES = List.of("ja", "en");

  private static final String FALLBACK = "en";

  private final Map<String, Template> templates = new HashMap<>();

  /**
   * Reads all templates from the class path.
   *
   * @throws IllegalStateException if one is missing or incomplete, which the build prevents
   */
  public BuiltInTemplates() {
    for (String kind : KINDS) {
      for (String language : LANGUAGES) {
        templates.put(kind + "/" + language, load(kind, language));
      }
    }
  }

  /** Other templates in their stead, one for each kind and language. */
  public BuiltInTemplates(List<Template> instead) {
    instead.forEach(
        template -> templates.put(template.kind() + "/" + template.language(), template));
  }

  /**
   * Finds the template of a mail in the reader's language: Japanese for {@code ja} and its regions,
   * English for everything else.
   *
   * @param kind {@code thank-you}, {@code recommendation} or {@code browse-follow-up}
   * @param languageTag a BCP 47 tag, for example {@code ja-JP}; anything else reads as unknown
   * @throws IllegalArgumentException if there is no such mail
   */
  public Template find(String kind, String languageTag) {
    String language = Locale.forLanguageTag(languageTag.replace('_', '-')).getLanguage();
    Template template =
        templates.get(kind + "/" + (LANGUAGES.contains(language) ? language : FALLBACK));
    if (template == null) {
      throw new IllegalArgumentException(
          "There is no built-in template for \"" + kind + "\", only for " + KINDS);
    }
    return template;
  }

  /** All built-in templates, so that a caller can prepare them before the first mail. */
  public List<Template> all() {
    List<Template> all = new ArrayList<>();
    for (String kind : KINDS) {
      for (String language : LANGUAGES) {
        all.add(find(kind, language));
      }
    }
    return List.copyOf(all);
  }

  private static Template load(String kind, String language) {
    String path = "/templates/" + language + "/" + kind;
    Properties head = new Properties();
    try {
      head.load(new StringReader(read(path + ".properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Template(
        kind,
        language,
        required(head, "version", path),
        required(head, "subject", path),
        required(head, "preview", path),
        read(path + ".html"),
        read(path + ".txt"));
  }

  private static String required(Properties head, String key, String path) {
    @Nullable String value = head.getProperty(key);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(path + ".properties has no " + key);
    }
    return value;
  }

  private static String read(String path) {
    try (InputStream in = BuiltInTemplates.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(
            path + " is not on the class path: ./mvnw process-classes compiles the templates");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
