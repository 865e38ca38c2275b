package kikkake.studio;

import java.util.Map;
import java.util.Optional;
import kikkake.lint.Lint;
import kikkake.template.RenderedMail;
import kikkake.template.Renderer;
import kikkake.template.Template;
import kikkake.template.TemplateException;
import kikkake.template.TemplateSource;

/** Shows what a template makes of a customer, by the renderer that mails are made with. */
final class Preview {
  private static final String DRAFT = "draft";

  private final Renderer renderer = new Renderer();
  private final Lint lint;

  Preview(Lint lint) {
    this.lint = lint;
  }

  /**
   * What came of it.
   *
   * @param mail empty where it cannot be made
   * @param line what a mail client shows after the subject
   * @param problem why it cannot be made; empty where it can
   */
  record Outcome(Optional<RenderedMail> mail, String line, String problem) {}

  Outcome of(TemplateSource source, Map<String, Object> model) {
    Optional<String> html = lint.html(source);
    if (html.isEmpty()) {
      return new Outcome(Optional.empty(), "", "MJML");
    }
    Template template = source.compiled(DRAFT, html.get());
    try {
      RenderedMail mail = renderer.render(template, model);
      return new Outcome(Optional.of(mail), renderer.preview(template, model), "");
    } catch (TemplateException e) {
      return new Outcome(Optional.empty(), "", String.valueOf(e.getMessage()));
    }
  }

  /**
   * The same page as a reader sees it who prefers some colours, whatever the marketer's own browser
   * prefers.
   *
   * @param colors {@code dark}, {@code light}, or anything else for the page as it goes
   */
  static String seen(String html, String colors) {
    return switch (colors) {
      case "dark" -> where(html, "min-width:0", "max-width:0");
      case "light" -> where(html, "max-width:0", "min-width:0");
      default -> html;
    };
  }

  private static String where(String html, String dark, String light) {
    return html.replaceAll("(?i)prefers-color-scheme:\\s*dark", dark)
        .replaceAll("(?i)prefers-color-scheme:\\s*light", light);
  }
}
