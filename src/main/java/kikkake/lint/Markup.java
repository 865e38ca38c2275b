package kikkake.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes MJML or HTML apart into tags and texts with their lines, and mends nothing. Mustache tags
 * are opaque: a {@code >} inside one ends no tag.
 */
final class Markup {
  enum Kind {
    OPEN,
    CLOSE,
    /** Closed by its own slash. */
    EMPTY,
    TEXT,
    /** A comment, a doctype, CDATA, or a processing instruction; the name says which. */
    OTHER,
    /** What never ends. */
    BROKEN
  }

  /**
   * @param name in small letters; may hold a Mustache tag
   * @param value as written; null where there is none
   * @param quote around the value, or 0
   */
  record Attribute(String name, @Nullable String value, char quote, int line) {}

  /**
   * @param name of a tag, in small letters
   * @param text of a text or comment
   * @param outlook whether it stands in a conditional comment, which only Outlook reads
   */
  record Token(
      Kind kind,
      String name,
      List<Attribute> attributes,
      String text,
      int start,
      int end,
      int line,
      boolean outlook) {
    @Nullable Attribute attribute(String wanted) {
      return attributes.stream().filter(a -> a.name().equals(wanted)).findFirst().orElse(null);
    }

    boolean opens() {
      return kind == Kind.OPEN || kind == Kind.EMPTY;
    }
  }

  private static final Set<String> RAW_TEXT = Set.of("style", "script");

  private final String text;
  private final String lower;
  private final boolean outlook;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line;
  private int counted;

  private Markup(String text, int start, int line, boolean outlook) {
    this.text = text;
    this.lower = text.toLowerCase(Locale.ROOT);
    this.outlook = outlook;
    this.at = start;
    this.counted = start;
    this.line = line;
  }

  static List<Token> read(String text) {
    Markup markup = new Markup(text, 0, 1, false);
    markup.readAll();
    return List.copyOf(markup.tokens);
  }

  private void readAll() {
    while (at < text.length()) {
      int start = at;
      if (text.startsWith("<!--", start)) {
        comment(start);
      } else if (text.startsWith("<!", start) || text.startsWith("<?", start)) {
        other(start);
      } else if (opensTag(start)) {
        tag(start);
      } else {
        text(start);
      }
    }
  }

  private boolean opensTag(int i) {
    if (text.charAt(i) != '<' || i + 1 >= text.length()) {
      return false;
    }
    char next = text.charAt(i + 1);
    return next == '/' || Character.isLetter(next) || text.startsWith("{{", i + 1);
  }

  private void text(int start) {
    int i = start;
    do {
      i = text.startsWith("{{", i) ? afterMustache(i) : i + 1;
    } while (i < text.length()
        && !opensTag(i)
        && !text.startsWith("<!", i)
        && !text.startsWith("<?", i));
    add(Kind.TEXT, "", List.of(), text.substring(start, i), start, i);
  }

  private void comment(int start) {
    if (text.startsWith("<!--[if", start)) {
      int first = text.indexOf("-->", start);
      int head = text.indexOf("]>", start);
      if (head > first) {
        broken(start);
        return;
      }
      int tail = text.indexOf("<![endif]-->", start);
      if (head >= 0 && (text.startsWith("<!-->", head + 2) || text.startsWith("-->", head + 2))) {
        int end = text.indexOf("-->", head) + 3;
        add(Kind.OTHER, "comment", List.of(), "", start, end);
        return;
      }
      if (head >= 0 && tail > head) {
        Markup inside = new Markup(text.substring(0, tail), head + 2, lineOf(head + 2), true);
        inside.readAll();
        tokens.addAll(inside.tokens);
        at = tail + "<![endif]-->".length();
        return;
      }
    }
    int end = text.indexOf("-->", start + 4);
    // Browsers end these comments early, so that what follows is no comment for them.
    boolean early = text.startsWith(">", start + 4) || text.startsWith("->", start + 4);
    if (end < 0 || early || text.substring(start, end).contains("--!>")) {
      broken(start);
    } else {
      add(Kind.OTHER, "comment", List.of(), text.substring(start + 4, end), start, end + 3);
    }
  }

  private void other(int start) {
    int end = text.indexOf('>', start);
    if (end < 0) {
      broken(start);
    } else {
      add(Kind.OTHER, "declaration", List.of(), text.substring(start, end + 1), start, end + 1);
    }
  }

  private void tag(int start) {
    boolean close = text.charAt(start + 1) == '/';
    int i = start + (close ? 2 : 1);
    int nameStart = i;
    while (i < text.length() && !endsName(text.charAt(i))) {
      i = text.startsWith("{{", i) ? afterMustache(i) : i + 1;
    }
    String name = text.substring(nameStart, i).toLowerCase(Locale.ROOT);
    List<Attribute> attributes = new ArrayList<>();
    boolean empty = false;
    while (i < text.length() && text.charAt(i) != '>') {
      char c = text.charAt(i);
      if (c == '<') {
        break; // The next tag begins before this one ends.
      }
      if (Character.isWhitespace(c) || c == '/') {
        empty = c == '/' && text.startsWith(">", i + 1);
        i++;
      } else {
        i = attribute(i, attributes);
        if (i < 0) {
          broken(start);
          return;
        }
      }
    }
    if (i >= text.length() || text.charAt(i) != '>') {
      broken(start);
      return;
    }
    Kind kind = close ? Kind.CLOSE : empty ? Kind.EMPTY : Kind.OPEN;
    add(kind, name, List.copyOf(attributes), "", start, i + 1);
    if (kind == Kind.OPEN && RAW_TEXT.contains(name)) {
      rawText(name);
    }
  }

  private void rawText(String name) {
    int end = lower.indexOf("</" + name, at);
    if (end < 0) {
      broken(at);
    } else if (end > at) {
      add(Kind.TEXT, "", List.of(), text.substring(at, end), at, end);
    }
  }

  /** Returns where it ends, or -1 where its value never does. */
  private int attribute(int start, List<Attribute> attributes) {
    int i = start;
    while (i < text.length()
        && (i == start || text.charAt(i) != '=')
        && !endsName(text.charAt(i))) {
      i = text.startsWith("{{", i) ? afterMustache(i) : i + 1;
    }
    String name = text.substring(start, i).toLowerCase(Locale.ROOT);
    int equals = skipBlanks(i);
    if (equals >= text.length() || text.charAt(equals) != '=') {
      attributes.add(new Attribute(name, null, '\0', lineOf(start)));
      return i;
    }
    int from = skipBlanks(equals + 1);
    if (from >= text.length()) {
      return -1;
    }
    char quote = text.charAt(from);
    if (quote == '"' || quote == '\'') {
      int end = text.indexOf(quote, from + 1);
      if (end < 0) {
        return -1;
      }
      attributes.add(new Attribute(name, text.substring(from + 1, end), quote, lineOf(start)));
      return end + 1;
    }
    int end = from;
    while (end < text.length()
        && text.charAt(end) != '>'
        && !Character.isWhitespace(text.charAt(end))) {
      end = text.startsWith("{{", end) ? afterMustache(end) : end + 1;
    }
    attributes.add(new Attribute(name, text.substring(from, end), '\0', lineOf(start)));
    return end;
  }

  private static boolean endsName(char c) {
    return Character.isWhitespace(c) || c == '/' || c == '>' || c == '<';
  }

  private int skipBlanks(int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private int afterMustache(int start) {
    int end = text.indexOf("}}", start, Math.min(text.length(), start + MustacheTag.LONGEST));
    return end < 0 ? start + 2 : end + 2;
  }

  private void broken(int start) {
    String rest = text.substring(start, Math.min(text.length(), start + 40));
    add(Kind.BROKEN, "", List.of(), rest.lines().findFirst().orElse(""), start, text.length());
  }

  private void add(
      Kind kind, String name, List<Attribute> attributes, String content, int start, int end) {
    tokens.add(new Token(kind, name, attributes, content, start, end, lineOf(start), outlook));
    at = end;
  }

  private int lineOf(int position) {
    if (position >= counted) {
      line += MustacheTag.newLines(text, counted, position);
    } else {
      line -= MustacheTag.newLines(text, position, counted);
    }
    counted = position;
    return line;
  }
}
