package kikkake.lint;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kikkake.lint.Finding.Part;
import kikkake.lint.Markup.Attribute;
import kikkake.lint.Markup.Kind;
import kikkake.lint.Markup.Token;
import kikkake.template.TemplateSource;
import org.jspecify.annotations.Nullable;

/**
 * A template taken apart for the checks.
 *
 * @param mjml with the included parts in their places, each on the line that includes it
 * @param markup of that
 * @param tags the Mustache tags of each part; of the MJML, with those of its included parts
 */
record Draft(
    TemplateSource source, String mjml, List<Token> markup, Map<Part, List<MustacheTag>> tags) {

  /** Takes a source apart, and says which includes are none of the product's parts. */
  static Draft of(TemplateSource source, MjmlCompiler compiler, Findings findings) {
    String mjml = withParts(source.mjml(), compiler, findings);
    Map<Part, List<MustacheTag>> tags = new EnumMap<>(Part.class);
    tags.put(Part.SUBJECT, MustacheTag.in(source.subject()));
    tags.put(Part.PREVIEW, MustacheTag.in(source.preview()));
    tags.put(Part.MJML, MustacheTag.in(mjml));
    tags.put(Part.TEXT, MustacheTag.in(source.text()));
    return new Draft(source, mjml, Markup.read(mjml), tags);
  }

  String text(Part part) {
    return switch (part) {
      case SUBJECT -> source.subject();
      case PREVIEW -> source.preview();
      case MJML -> mjml;
      case TEXT -> source.text();
    };
  }

  List<MustacheTag> tagsOf(Part part) {
    return tags.getOrDefault(part, List.of());
  }

  /** The first line of the body on which this text stands; 0 where it cannot be found. */
  int lineOf(String text) {
    boolean body = false;
    for (Token token : markup) {
      body |= token.name().equals("mj-body");
      if (body && token.kind() == Kind.TEXT) {
        int at = token.text().replaceAll("\\s", " ").indexOf(text);
        if (at >= 0) {
          return token.line() + MustacheTag.newLines(token.text(), 0, at);
        }
      }
    }
    return 0;
  }

  /** MJML itself leaves a comment where it cannot include, and nothing where it may not. */
  private static String withParts(String mjml, MjmlCompiler compiler, Findings findings) {
    StringBuilder whole = new StringBuilder();
    Deque<String> open = new ArrayDeque<>(List.of(""));
    int copied = 0;
    for (Token token : Markup.read(mjml)) {
      if (token.name().equals("mj-include")) {
        whole.append(mjml, copied, token.start());
        copied = token.end();
        if (token.opens()) {
          whole.append(part(token, open.element(), compiler, findings));
        }
      } else if (open.size() > TagCheck.DEEPEST) {
        break; // It is said below, and nothing is compiled.
      } else if (token.kind() == Kind.OPEN && !Tags.VOID.contains(token.name())) {
        open.push(token.name());
      } else if (token.kind() == Kind.CLOSE && open.contains(token.name())) {
        while (!open.pop().equals(token.name())) {}
      }
    }
    return whole.append(mjml, copied, mjml.length()).toString();
  }

  private static String part(
      Token include, String parent, MjmlCompiler compiler, Findings findings) {
    int line = include.line();
    if (!Tags.HOLDS_MJML.contains(parent) || include.outlook()) {
      findings.add(
          Part.MJML, line, Rule.MISPLACED_TAG, "mj-include", parent, "<mj-body>, <mj-column>");
      return "";
    }
    @Nullable Attribute path = include.attribute("path");
    String named = path == null || path.value() == null ? "" : path.value();
    try {
      if (include.attribute("type") == null) {
        return compiler.part(named).strip().replace('\n', ' ');
      }
    } catch (IOException e) {
      // Said below: the marketer cannot mend more than the name.
    }
    findings.add(Part.MJML, line, Rule.INCLUDE_REFUSED, named);
    return "";
  }
}
