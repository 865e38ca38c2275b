package kikkake.template;

import java.util.regex.Pattern;

/**
 * One version of a mail's wording and looks, in one language, ready to be rendered.
 *
 * <p>The four texts are Mustache. The HTML is already compiled from MJML and takes the rendered
 * subject and preview as {@code {{subject}}} and {@code {{preview}}}, so these two are written only
 * once. A version never changes: an edit makes a new version.
 *
 * @param kind which mail this is: {@code thank-you}, {@code recommendation}, ...
 * @param language two letters of ISO 639: {@code ja} or {@code en}
 * @param version what tells this wording from earlier ones: {@code 1}, {@code 2}, ...
 * @param subject one line
 * @param preview the line that a mail client shows after the subject in its list
 * @param html the whole HTML document
 * @param text the plain text part
 */
public record Template(
    String kind,
    String language,
    String version,
    String subject,
    String preview,
    String html,
    String text) {

  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._-]+");

  public Template {
    require(KIND, kind, "kind");
    require(LANGUAGE, language, "language");
    require(VERSION, version, "version");
  }

  /** Names this version in ledgers and messages, for example {@code thank-you/ja/1}. */
  public String id() {
    return kind + "/" + language + "/" + version;
  }

  private static void require(Pattern pattern, String value, String field) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A template's " + field + " must match " + pattern + ", but is \"" + value + "\"");
    }
  }
}
