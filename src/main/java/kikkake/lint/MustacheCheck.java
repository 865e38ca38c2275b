package kikkake.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kikkake.lint.Finding.Part;

/** Holds that Mustache tags are whole, allowed, closed in order and not nested too deep. */
final class MustacheCheck {
  static final int DEEPEST = 10;

  /** Japanese keyboards give full-width braces; the library prints both kinds as they are. */
  private static final Pattern STRAY =
      Pattern.compile("(?:｛[｛{]|\\{｛)[^｛｝{}\\n]{0,40}[｝}]*|(?<!\\{)\\{[\\w.]+\\}\\}");

  private MustacheCheck() {}

  /** Returns whether its sections can be told apart. */
  static boolean check(Part part, String text, List<MustacheTag> tags, Findings findings) {
    int before = findings.count();
    Deque<MustacheTag> open = new ArrayDeque<>();
    for (MustacheTag tag : tags) {
      switch (tag.kind()) {
        case BROKEN -> findings.add(part, tag.line(), Rule.TAG_NOT_CLOSED, tag.name());
        case REFUSED -> refused(part, tag, findings);
        case SECTION, INVERTED -> {
          open.push(tag);
          if (open.size() == DEEPEST + 1) {
            findings.add(part, tag.line(), Rule.NESTED_TOO_DEEP, DEEPEST);
          }
        }
        case END -> close(part, tag, open, findings);
        case VARIABLE, COMMENT -> {}
      }
    }
    for (MustacheTag left : open) {
      findings.add(part, left.line(), Rule.SECTION_NOT_CLOSED, left.name());
    }
    Matcher stray = STRAY.matcher(text);
    while (!findings.full(part, Rule.STRAY_BRACES) && stray.find()) {
      int line = 1 + MustacheTag.newLines(text, 0, stray.start());
      findings.add(part, line, Rule.STRAY_BRACES, stray.group());
    }
    return findings.count() == before;
  }

  private static void refused(Part part, MustacheTag tag, Findings findings) {
    String hint =
        switch (tag.name()) {
          case "{", "&" -> "escape";
          case "=" -> "delimiters";
          default -> "partial";
        };
    findings.add(part, tag.line(), Rule.MUSTACHE_REFUSED, tag.name(), findings.hint(hint));
  }

  private static void close(
      Part part, MustacheTag tag, Deque<MustacheTag> open, Findings findings) {
    if (open.stream().noneMatch(section -> section.name().equals(tag.name()))) {
      findings.add(part, tag.line(), Rule.SECTION_NOT_OPEN, tag.name());
      return;
    }
    MustacheTag inner = open.pop();
    while (!inner.name().equals(tag.name())) {
      findings.add(part, tag.line(), Rule.SECTION_CROSSED, tag.name(), inner.name());
      inner = open.pop();
    }
  }
}
