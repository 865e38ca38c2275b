package kikkake.local.world;

import java.util.ArrayList;
import java.util.List;
import kikkake.mail.MailKind;
import kikkake.template.BuiltInTemplates;
import kikkake.template.Template;

/** The smallest templates there can be: what a mail looks like is not what is simulated. */
final class TinyTemplates {
  private TinyTemplates() {}

  static BuiltInTemplates all() {
    List<Template> templates = new ArrayList<>();
    for (MailKind kind : MailKind.values()) {
      for (String language : List.of("ja", "en")) {
        String text = "A mail {{#unsubscribeUrl}}{{unsubscribeUrl}}{{/unsubscribeUrl}}";
        templates.add(new Template(kind.label(), language, "1", "A mail", "Look", text, text));
      }
    }
    return new BuiltInTemplates(templates);
  }
}
