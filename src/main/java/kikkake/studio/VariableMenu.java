package kikkake.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kikkake.lint.DifficultSamples;
import kikkake.template.MailModel;
import org.jspecify.annotations.Nullable;

/** What a mail may show, as a menu to insert from, each with an example. */
final class VariableMenu {
  private final Words words;
  private final MailModel model;
  private final Map<String, Object> example;
  private final List<Map<String, Object>> groups = new ArrayList<>();

  VariableMenu(Samples.Mail mail, Words words) {
    this.words = words;
    this.model = MailModel.of(mail.kind().label());
    this.example = DifficultSamples.of(mail.kind().label(), mail.language()).getFirst().model();
  }

  /** Groups with a heading and entries: name, what to insert, an example. */
  List<Map<String, Object>> groups() {
    List<Map<String, Object>> all = new ArrayList<>();
    collect("", model.fields(), example, all);
    groups.addFirst(Map.of("heading", words.say("variablesAll"), "entries", all));
    return List.copyOf(groups);
  }

  private void collect(
      String path,
      Map<String, MailModel.Field> fields,
      Map<?, ?> values,
      List<Map<String, Object>> entries) {
    fields.forEach((name, field) -> {
      String whole = path + name;
      @Nullable Object value = values.get(name);
      switch (field.type()) {
        case TEXT, URL -> entries.add(entry(whole, field.optional(), value));
        case GROUP ->
            collect(
                whole + ".",
                field.fields(),
                value instanceof Map<?, ?> group ? group : Map.of(),
                entries);
        case LIST -> list(whole, field, value);
      }
    });
  }

  /** The items' own names count only between the list's tags. */
  private void list(String name, MailModel.Field field, @Nullable Object value) {
    List<Map<String, Object>> entries = new ArrayList<>();
    entries.add(
        Map.of(
            "name",
            words.say("variablesList"),
            "insert",
            "{{#" + name + "}}\n\n{{/" + name + "}}",
            "example",
            ""));
    Map<?, ?> first =
        value instanceof List<?> items && items.getFirst() instanceof Map<?, ?> item
            ? item
            : Map.of();
    collect("", field.fields(), first, entries);
    groups.add(Map.of("heading", words.say("variablesIn").formatted(name), "entries", entries));
  }

  private static Map<String, Object> entry(String name, boolean optional, @Nullable Object value) {
    String tag = "{{" + name + "}}";
    return Map.of(
        "name",
        name,
        "insert",
        optional ? "{{#" + name + "}}" + tag + "{{/" + name + "}}" : tag,
        "example",
        value == null ? "" : value.toString());
  }
}
