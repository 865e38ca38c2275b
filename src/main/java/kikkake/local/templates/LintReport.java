package kikkake.local.templates;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import kikkake.lint.Finding;
import kikkake.template.TemplateSource;

/** What the lint has to say, a line each as editors jump to it. */
final class LintReport {
  private final PrintWriter out;
  private int errors;
  private int warnings;

  LintReport(PrintWriter out) {
    this.out = out;
  }

  void add(TemplateSource source, List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.severity() == Finding.Severity.ERROR) {
        errors++;
      } else {
        warnings++;
      }
      out.printf(
          "%s/%s.%s: %s: %s %s [%s]%n",
          source.language(),
          source.kind(),
          place(finding),
          finding.severity().name().toLowerCase(Locale.ROOT),
          finding.reason(),
          finding.hint(),
          finding.code());
    }
  }

  /** The file and the line; subject and preview stand in one file, by their names. */
  private static String place(Finding finding) {
    return switch (finding.part()) {
      case SUBJECT, PREVIEW -> "properties: " + finding.part().word();
      case MJML -> "mjml" + (finding.line() == 0 ? "" : ":" + finding.line());
      case TEXT -> "txt" + (finding.line() == 0 ? "" : ":" + finding.line());
    };
  }

  int errors() {
    return errors;
  }

  /** Says how many there were of each. */
  void end() {
    out.printf(Locale.ROOT, "%d errors, %d warnings%n", errors, warnings);
  }
}
