package kikkake.lint;

import java.util.List;
import java.util.Set;
import kikkake.lint.Finding.Part;
import kikkake.lint.Finding.Severity;
import kikkake.template.TemplateSource;

/** Builds sources to lint: good ones, in which a test changes one thing. */
final class Drafts {
  static final String FOOT =
      "\n\n{{shop.name}}\n{{shop.address}}\nUnsubscribe: {{unsubscribeUrl}}\n";

  /** The line on which {@link #text} puts what it is given. */
  static final int LINE = 10;

  private static final Set<String> HOSTS = Set.of("shop.example");

  private Drafts() {}

  /** A template that comes with the product. */
  static TemplateSource builtIn(String kind, String language) {
    return BuiltInSources.of(kind, language);
  }

  /** A good recommendation mail with this in a text of its own. */
  static TemplateSource text(String html) {
    return body(
        "    <mj-section><mj-column><mj-text>\n" + html + "\n</mj-text></mj-column></mj-section>");
  }

  /** A good recommendation mail with this among its sections, from the line before. */
  static TemplateSource body(String mjml) {
    return mjml(
        """
        <mjml>
          <mj-head>
            <mj-include path="shared/_head.mjml" />
          </mj-head>
          <mj-body background-color="#f4efe6">
            <mj-include path="shared/_header.mjml" />
            <mj-section><mj-column><mj-include path="en/_items.mjml" /></mj-column></mj-section>
            <mj-include path="en/_refuse.mjml" />
        """
            + mjml
            + """

                <mj-include path="shared/_footer.mjml" />
              </mj-body>
            </mjml>
            """);
  }

  static TemplateSource mjml(String mjml) {
    return new TemplateSource(
        "recommendation",
        "en",
        "Picked for you",
        "Going by what you have bought from us.",
        mjml,
        "Hello" + FOOT);
  }

  /** A good source with one part changed. */
  static TemplateSource with(Part part, String text) {
    TemplateSource good = text("Hello");
    return new TemplateSource(
        good.kind(),
        good.language(),
        part == Part.SUBJECT ? text : good.subject(),
        part == Part.PREVIEW ? text : good.preview(),
        part == Part.MJML ? text : good.mjml(),
        part == Part.TEXT ? text : good.text());
  }

  static List<Finding> lint(TemplateSource source) {
    return new Lint(MjmlCompiler.builtIn(), HOSTS).check(source, List.of(), "en");
  }

  static List<String> errors(TemplateSource source) {
    return codes(lint(source), Severity.ERROR);
  }

  static List<String> codes(List<Finding> findings, Severity severity) {
    return findings.stream()
        .filter(finding -> finding.severity() == severity)
        .map(Finding::code)
        .toList();
  }

  /** As {@code code@line} of each error in one part. */
  static List<String> errorsAt(Part part, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.part() == part && finding.severity() == Severity.ERROR)
        .map(finding -> finding.code() + "@" + finding.line())
        .toList();
  }
}
