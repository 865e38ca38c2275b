package kikkake.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One Mustache tag of a text, read as the renderer's library reads it, but without guessing: what
 * that would print as it stands is {@link Kind#BROKEN} here.
 *
 * @param name without marks and spaces; of a broken tag, its first characters
 * @param line from 1
 * @param start where it begins in the text
 * @param end after its last brace
 */
record MustacheTag(Kind kind, String name, int line, int start, int end) {
  enum Kind {
    VARIABLE,
    SECTION,
    INVERTED,
    END,
    COMMENT,
    /** Output without escaping, partials, blocks, changed delimiters; the name is the mark. */
    REFUSED,
    BROKEN
  }

  /** No name is this long; what seems to be has lost its end. */
  static final int LONGEST = 200;

  /** Any other has lost its end, or swallowed a full-width space. */
  private static final Pattern NAME = Pattern.compile("[^\\s\\p{Z}\\p{Cc}{}]+");

  private static final String REFUSED_MARKS = "{&><$=";

  static List<MustacheTag> in(String text) {
    List<MustacheTag> tags = new ArrayList<>();
    int line = 1;
    int seen = 0;
    int start = text.indexOf("{{");
    while (start >= 0) {
      line += newLines(text, seen, start);
      seen = start;
      MustacheTag tag = read(text, start, line);
      tags.add(tag);
      start = text.indexOf("{{", tag.end);
    }
    return List.copyOf(tags);
  }

  private static MustacheTag read(String text, int start, int line) {
    int reach = Math.min(text.length(), start + LONGEST);
    boolean remark = text.substring(start + 2, reach).stripLeading().startsWith("!");
    int close = text.indexOf("}}", start + 2, remark ? text.length() : reach);
    if (close < 0) {
      return broken(text, start, start + 2, line);
    }
    int end = close + 2;
    if (remark) {
      return new MustacheTag(Kind.COMMENT, "", line, start, end);
    }
    // As the library does, which leaves a full-width space where it is.
    String inside = text.substring(start + 2, close).trim();
    if (inside.isEmpty()) {
      return broken(text, start, end, line);
    }
    char mark = inside.charAt(0);
    if (REFUSED_MARKS.indexOf(mark) >= 0) {
      int braces = mark == '{' && text.startsWith("}", end) ? end + 1 : end;
      return new MustacheTag(Kind.REFUSED, String.valueOf(mark), line, start, braces);
    }
    Kind kind =
        switch (mark) {
          case '#' -> Kind.SECTION;
          case '^' -> Kind.INVERTED;
          case '/' -> Kind.END;
          default -> Kind.VARIABLE;
        };
    String name = kind == Kind.VARIABLE ? inside : inside.substring(1).trim();
    if (!NAME.matcher(name).matches()) {
      // It swallowed the next tag or line: only its own beginning is at fault.
      return broken(text, start, Math.min(end, start + 2), line);
    }
    return new MustacheTag(kind, name, line, start, end);
  }

  private static MustacheTag broken(String text, int start, int end, int line) {
    String shown =
        text.substring(start, Math.min(text.length(), start + 22)).lines().findFirst().orElse("");
    return new MustacheTag(Kind.BROKEN, shown, line, start, end);
  }

  static int newLines(String text, int from, int to) {
    int lines = 0;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        lines++;
      }
    }
    return lines;
  }
}
