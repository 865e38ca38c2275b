package kikkake.template;

/**
 * What a marketer writes: one mail in one language, before it is compiled.
 *
 * @param kind which mail this is: {@code thank-you}, {@code recommendation}, ...
 * @param language {@code ja} or {@code en}
 * @param subject one line of Mustache
 * @param preview one line of Mustache, which mail clients show after the subject
 * @param mjml the looks: MJML with Mustache in it; includes name parts that come with the product
 * @param text the plain text part, Mustache
 */
public record TemplateSource(
    String kind, String language, String subject, String preview, String mjml, String text) {
  public TemplateSource {
    if (!BuiltInTemplates.KINDS.contains(kind)) {
      throw new IllegalArgumentException(
          "kind must be one of " + BuiltInTemplates.KINDS + ", but is \"" + kind + "\"");
    }
    if (!BuiltInTemplates.LANGUAGES.contains(language)) {
      throw new IllegalArgumentException(
          "language must be one of "
              + BuiltInTemplates.LANGUAGES
              + ", but is \""
              + language
              + "\"");
    }
  }

  /** Names the mail whose versions these are, for example {@code thank-you/ja}. */
  public String name() {
    return kind + "/" + language;
  }

  /** With the HTML that was made of it, ready to be rendered. */
  public Template compiled(String version, String html) {
    return new Template(kind, language, version, subject, preview, html, text);
  }
}
