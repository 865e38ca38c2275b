package kikkake.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.lint.Finding.Part;
import kikkake.template.MailModel;
import kikkake.template.MailModel.Field;
import org.jspecify.annotations.Nullable;

/**
 * Holds every name of a template against the model of its kind, in the scope in which the renderer
 * will look for it: an unknown name, a list shown as text, and a value that may be absent where
 * nothing asks for it.
 */
final class VariableCheck {
  private static final Set<String> IN_LISTS = Set.of("-first", "-last", "-index");
  private static final Set<String> THIS = Set.of(".", "this");

  /**
   * @param opened its name, as the tag that closes it says it
   * @param path what stands before its fields, {@code order.lines[].}
   * @param fields none where a text is asked for
   * @param known paths that something around has asked for
   */
  private record Scope(
      String opened,
      String path,
      MailModel.@Nullable Type type,
      Map<String, Field> fields,
      Set<String> known) {}

  /** One name that was found: its field, and every path on the way that may be absent. */
  private record Found(String path, Field field, List<Field> way, List<String> paths) {}

  private final Part part;
  private final Map<String, Field> root;
  private final Findings findings;
  private final boolean compiled;
  private final Deque<Scope> scopes = new ArrayDeque<>();
  private final Map<String, Integer> lists = new HashMap<>();

  private VariableCheck(Part part, MailModel model, boolean compiled, Findings findings) {
    this.part = part;
    this.findings = findings;
    this.compiled = compiled;
    this.root = new LinkedHashMap<>(model.fields());
    if (part == Part.MJML) {
      Field text = new Field(MailModel.Type.TEXT, false, null, Map.of());
      root.put("subject", text);
      root.put("preview", text);
    }
    scopes.push(new Scope("", "", null, root, Set.of()));
  }

  /** Checks what a marketer wrote; its tags must be closed and in order. */
  static void check(Part part, List<MustacheTag> tags, MailModel model, Findings findings) {
    new VariableCheck(part, model, false, findings).walk(tags);
  }

  /** Checks the HTML that MJML made of it, in which sections may have moved. */
  static void checkCompiled(List<MustacheTag> tags, MailModel model, Findings findings) {
    new VariableCheck(Part.MJML, model, true, findings).walk(tags);
  }

  private void walk(List<MustacheTag> tags) {
    for (MustacheTag tag : tags) {
      switch (tag.kind()) {
        case VARIABLE -> variable(tag);
        case SECTION -> section(tag);
        case INVERTED -> inverted(tag);
        case END -> {
          if (scopes.size() > 1) {
            scopes.pop();
          }
        }
        case COMMENT, REFUSED, BROKEN -> {}
      }
    }
  }

  private void variable(MustacheTag tag) {
    String name = tag.name();
    Scope scope = scope();
    if (THIS.contains(name)) {
      if (scope.type != MailModel.Type.TEXT && scope.type != MailModel.Type.URL) {
        say(tag, Rule.NEEDS_SECTION, name);
      }
      return;
    }
    if (inList(name)) {
      return;
    }
    @Nullable Found found = find(tag);
    if (found == null) {
      return;
    }
    if (found.field.type() == MailModel.Type.GROUP || found.field.type() == MailModel.Type.LIST) {
      say(tag, Rule.NEEDS_SECTION, name);
    } else {
      present(tag, found);
    }
  }

  /** A value that may be absent needs a section around it that asks for it. */
  private void present(MustacheTag tag, Found found) {
    Set<String> known = scope().known;
    for (int i = 0; i < found.way.size(); i++) {
      Field field = found.way.get(i);
      boolean there =
          !field.optional()
              || known.contains(found.paths.get(i))
              || (field.comesWith() != null && known.contains(field.comesWith()));
      if (!there) {
        String asked = field.comesWith() != null ? field.comesWith() : tag.name();
        say(tag, Rule.MAYBE_ABSENT, tag.name(), asked);
        return;
      }
    }
  }

  private void section(MustacheTag tag) {
    Scope around = scope();
    @Nullable Found found = THIS.contains(tag.name()) || inList(tag.name()) ? null : find(tag);
    if (found == null) {
      scopes.push(new Scope(tag.name(), around.path, around.type, Map.of(), around.known));
      return;
    }
    MailModel.Type type = found.field.type();
    Set<String> known = new HashSet<>(around.known);
    known.addAll(found.paths);
    String path = found.path + (type == MailModel.Type.LIST ? "[]." : ".");
    if (type == MailModel.Type.LIST) {
      if (scopes.stream().anyMatch(scope -> scope.path.equals(path))) {
        say(tag, Rule.LIST_IN_ITSELF, tag.name());
      } else if (lists.merge(found.path, 1, Integer::sum) == 2) {
        say(tag, Rule.LIST_REPEATED, tag.name());
      }
      // What was asked of one item says nothing of the next.
      known.removeIf(asked -> asked.startsWith(path));
    }
    scopes.push(new Scope(tag.name(), path, type, found.field.fields(), Set.copyOf(known)));
  }

  private void inverted(MustacheTag tag) {
    if (!THIS.contains(tag.name()) && !inList(tag.name())) {
      find(tag);
    }
    Scope around = scope();
    scopes.push(new Scope(tag.name(), around.path, around.type, around.fields, around.known));
  }

  private boolean inList(String name) {
    return IN_LISTS.contains(name) && scopes.stream().anyMatch(s -> s.type == MailModel.Type.LIST);
  }

  /** As the renderer does it: the first word in the nearest scope that has it, then down. */
  private @Nullable Found find(MustacheTag tag) {
    String[] words = tag.name().split("\\.", -1);
    for (Scope scope : scopes) {
      @Nullable Field field = scope.fields.get(words[0]);
      if (field != null) {
        return descend(tag, words, scope.path + words[0], field);
      }
    }
    unknown(tag);
    return null;
  }

  private @Nullable Found descend(MustacheTag tag, String[] words, String first, Field start) {
    List<Field> way = new ArrayList<>(List.of(start));
    List<String> paths = new ArrayList<>(List.of(first));
    Field field = start;
    String path = first;
    for (int i = 1; i < words.length; i++) {
      @Nullable Field next = field.fields().get(words[i]);
      if (next != null && field.type() == MailModel.Type.LIST) {
        String list = String.join(".", List.of(words).subList(0, i));
        String rest = String.join(".", List.of(words).subList(i, words.length));
        say(tag, Rule.INSIDE_LIST, tag.name(), list, rest);
        return null;
      }
      if (next == null) {
        unknown(tag);
        return null;
      }
      field = next;
      path = path + "." + words[i];
      way.add(field);
      paths.add(path);
    }
    return new Found(path, field, way, paths);
  }

  private void unknown(MustacheTag tag) {
    if (findings.full(part, Rule.UNKNOWN_VARIABLE)) {
      return;
    }
    Map<String, String> lists = new LinkedHashMap<>();
    Set<String> names = new LinkedHashSet<>();
    scopes.forEach(scope -> names.addAll(scope.fields.keySet()));
    collect("", root, names, lists);
    @Nullable String list = lists.get(tag.name());
    if (list != null) {
      say(tag, Rule.INSIDE_LIST, tag.name(), list, tag.name());
      return;
    }
    @Nullable String near = Nearest.name(tag.name(), names);
    String hint = near == null ? findings.hint("see-list") : findings.hint("did-you-mean", near);
    say(tag, Rule.UNKNOWN_VARIABLE, tag.name(), hint);
  }

  /** Every name that works anywhere, and for a name in a list, that list. */
  private static void collect(
      String path, Map<String, Field> fields, Set<String> names, Map<String, String> lists) {
    fields.forEach((name, field) -> {
      names.add(path + name);
      if (field.type() == MailModel.Type.GROUP) {
        collect(path + name + ".", field.fields(), names, lists);
      } else if (field.type() == MailModel.Type.LIST) {
        field.fields().keySet().forEach(inner -> lists.putIfAbsent(inner, path + name));
      }
    });
  }

  private Scope scope() {
    return scopes.element();
  }

  private void say(MustacheTag tag, Rule rule, Object... values) {
    if (compiled) {
      findings.addUnlessSaid(part, 0, rule, values);
    } else {
      findings.add(part, tag.line(), rule, values);
    }
  }
}
