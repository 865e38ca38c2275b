package kikkake.studio;

import kikkake.template.TemplateSource;

/** The four texts of a mail, as a page sends them. */
final class DraftForm {
  private DraftForm() {}

  static TemplateSource read(Form form, Samples.Mail mail) {
    return new TemplateSource(
        mail.kind().label(),
        mail.language(),
        form.text("subject"),
        form.text("preview"),
        form.text("mjml"),
        form.text("text"));
  }
}
