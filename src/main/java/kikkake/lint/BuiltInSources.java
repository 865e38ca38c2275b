package kikkake.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import kikkake.template.BuiltInTemplates;
import kikkake.template.Template;
import kikkake.template.TemplateSource;

/** The sources of the mails that come with the product: where a marketer begins. */
public final class BuiltInSources {
  private static final BuiltInTemplates TEMPLATES = new BuiltInTemplates();

  private BuiltInSources() {}

  /**
   * One of them.
   *
   * @throws IllegalArgumentException if there is no such mail
   */
  public static TemplateSource of(String kind, String language) {
    Template template = TEMPLATES.find(kind, language);
    return new TemplateSource(
        kind, language, template.subject(), template.preview(), mjml(template), template.text());
  }

  private static String mjml(Template template) {
    String path = "/templates/" + template.language() + "/" + template.kind() + ".mjml";
    try (InputStream in = BuiltInSources.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
