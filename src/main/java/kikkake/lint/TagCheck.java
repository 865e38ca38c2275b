package kikkake.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kikkake.lint.Finding.Part;
import kikkake.lint.Markup.Kind;
import kikkake.lint.Markup.Token;
import org.jspecify.annotations.Nullable;

/**
 * Holds that the MJML is whole: tags known, in their places and closed in order. MJML itself says
 * nothing about any of this: it closes, moves, or passes on what it does not know.
 */
final class TagCheck {
  static final int DEEPEST = 60;
  private static final Set<String> IN_RAW_HEAD = Set.of("meta", "style");

  private record Open(String name, int line) {}

  private final Findings findings;
  private final Deque<Open> open = new ArrayDeque<>();
  private int bodies;
  private int roots;

  private TagCheck(Findings findings) {
    this.findings = findings;
  }

  static void check(List<Token> markup, Findings findings) {
    TagCheck check = new TagCheck(findings);
    // What only Outlook reads may open in one comment and close in another.
    markup.stream()
        .filter(token -> !token.outlook())
        .takeWhile(token -> check.open.size() <= DEEPEST)
        .forEach(check::token);
    check.open.forEach(left -> check.say(left.line, Rule.NOT_CLOSED, left.name));
    if (check.roots != 1 || check.bodies != 1) {
      check.say(0, Rule.ROOT_TAG);
    }
    markup.stream()
        .filter(token -> token.outlook() && token.opens() && Tags.UNSAFE.contains(token.name()))
        .forEach(token -> check.say(token.line(), Rule.UNSAFE_TAG, token.name()));
  }

  private void token(Token token) {
    String name = token.name();
    switch (token.kind()) {
      case OPEN -> {
        place(token);
        if (!Tags.VOID.contains(name)) {
          open.push(new Open(name, token.line()));
          if (open.size() == DEEPEST + 1) {
            say(token.line(), Rule.TAGS_TOO_DEEP, DEEPEST);
          }
        }
      }
      case EMPTY -> {
        place(token);
        if (!Tags.VOID.contains(name) && !name.startsWith("mj-")) {
          say(token.line(), Rule.EMPTY_TAG, name);
        }
      }
      case CLOSE -> close(token);
      case TEXT -> text(token);
      case OTHER -> {
        if (name.equals("declaration")) {
          say(token.line(), Rule.DECLARATION);
        }
      }
      case BROKEN -> say(token.line(), Rule.BROKEN_TAG, token.text());
    }
  }

  private void place(Token token) {
    String name = token.name();
    String parent = parent();
    if (name.equals("mjml")) {
      roots++;
    } else if (name.equals("mj-body")) {
      bodies++;
    }
    if (name.contains("{{")) {
      return; // The safety check says it.
    }
    if (Tags.UNSAFE.contains(name)) {
      say(token.line(), Rule.UNSAFE_TAG, name);
    } else if (Tags.MJML.containsKey(name)) {
      Set<String> parents = new TreeSet<>(Tags.MJML.getOrDefault(name, Set.of()));
      boolean defaults = parent.equals("mj-attributes");
      if (!parents.contains(parent) && !defaults) {
        parents.remove("");
        String where = parents.isEmpty() ? "…" : "<" + String.join(">, <", parents) + ">";
        say(token.line(), Rule.MISPLACED_TAG, name, parent, where);
      }
    } else if (IN_RAW_HEAD.contains(name)) {
      boolean rawHead =
          open.stream().map(Open::name).toList().equals(List.of("mj-raw", "mj-head", "mjml"));
      if (!rawHead) {
        say(token.line(), Rule.UNSAFE_TAG, name);
      }
    } else if (Tags.HTML.contains(name)) {
      if (open.stream().noneMatch(around -> Tags.HOLDS_HTML.contains(around.name))) {
        say(token.line(), Rule.MISPLACED_TAG, name, parent, "<mj-text>, <mj-table>");
      }
    } else {
      unknown(token);
    }
  }

  private void unknown(Token token) {
    if (findings.full(Part.MJML, Rule.UNKNOWN_TAG)) {
      return;
    }
    Set<String> known = new HashSet<>(Tags.MJML.keySet());
    known.addAll(Tags.HTML);
    @Nullable String near = token.name().length() < 3 ? null : Nearest.name(token.name(), known);
    String hint =
        near == null ? findings.hint("no-such-tag") : findings.hint("did-you-mean-tag", near);
    say(token.line(), Rule.UNKNOWN_TAG, token.name(), hint);
  }

  private void close(Token token) {
    String name = token.name();
    if (open.stream().noneMatch(around -> around.name.equals(name))) {
      say(token.line(), Rule.NOT_OPEN, name);
      return;
    }
    Open inner = open.pop();
    while (!inner.name.equals(name)) {
      say(inner.line, Rule.NOT_CLOSED, inner.name);
      inner = open.pop();
    }
  }

  /** Between the tags of the layout only sections may stand, and nothing in the head's. */
  private void text(Token token) {
    String parent = parent();
    if (!parent.isEmpty() && !Tags.HOLDS_MJML.contains(parent)) {
      return;
    }
    boolean head = parent.equals("mj-head") || parent.equals("mj-attributes");
    StringBuilder left = new StringBuilder();
    int copied = 0;
    for (MustacheTag tag : MustacheTag.in(token.text())) {
      left.append(token.text(), copied, tag.start());
      copied = tag.end();
      boolean allowed =
          switch (tag.kind()) {
            case SECTION, INVERTED, END -> !head;
            case COMMENT -> true;
            case VARIABLE, REFUSED, BROKEN -> false;
          };
      if (!allowed) {
        left.append(token.text(), tag.start(), tag.end());
      }
    }
    String rest = left.append(token.text().substring(copied)).toString().strip();
    if (!rest.isEmpty()) {
      int before = Math.max(0, token.text().indexOf(rest.substring(0, 1)));
      int line = token.line() + MustacheTag.newLines(token.text(), 0, before);
      say(line, Rule.STRAY_TEXT, parent.isEmpty() ? "mjml" : parent, rest);
    }
  }

  private String parent() {
    @Nullable Open innermost = open.peek();
    return innermost == null ? "" : innermost.name;
  }

  private void say(int line, Rule rule, Object... values) {
    findings.add(Part.MJML, line, rule, values);
  }

  /** The first tag of finished HTML that does not match up; null where all do. */
  static @Nullable String unbalanced(String html) {
    Deque<String> open = new ArrayDeque<>();
    for (Token token : Markup.read(html)) {
      if (token.outlook() || Tags.VOID.contains(token.name()) || token.name().equals("link")) {
        continue;
      }
      if (token.kind() == Kind.BROKEN) {
        return token.text();
      }
      if (token.kind() == Kind.OPEN) {
        open.push(token.name());
      } else if (token.kind() == Kind.CLOSE && !token.name().equals(open.poll())) {
        return token.name();
      }
    }
    return open.peek();
  }
}
