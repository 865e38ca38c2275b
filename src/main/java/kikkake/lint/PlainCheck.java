package kikkake.lint;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kikkake.lint.Finding.Part;
import kikkake.template.TemplateSource;
import org.jspecify.annotations.Nullable;

/** Holds the size of a source, and that its lines are lines and its plain texts plain. */
final class PlainCheck {
  /** Of all four texts together, in bytes of UTF-8. */
  static final int LARGEST = 200 * 1024;

  private static final Pattern LINE_BREAK =
      Pattern.compile("[\\n\\r\\u0085\\u2028\\u2029\\x0b\\x0c]");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>\\n]{0,80}>");

  /** Where an address begins: with its scheme, or with a variable that may be one. */
  private static final Pattern START =
      Pattern.compile("(?i)https?://|\\{\\{\\s*([^{}#^/!&>\\s]+)\\s*\\}\\}");

  /** As far as mail programs take what is written on as the same address. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?:\\{\\{[^{}]*\\}\\}|[^\\s<>\"'、。，）」』】)])+");

  private static final Pattern TAGS = Pattern.compile("(?:\\{\\{\\s*[#^/!][^{}]*\\}\\})*");
  private static final Pattern STOP = Pattern.compile("[.,;:!?]+$");

  private PlainCheck() {}

  /** Whether a source is small enough to look at. */
  static boolean fits(TemplateSource source, Findings findings) {
    long bytes =
        bytes(source.subject())
            + bytes(source.preview())
            + bytes(source.mjml())
            + bytes(source.text());
    if (bytes > LARGEST) {
      findings.add(Part.MJML, 0, Rule.TOO_LARGE, (bytes + 1023) / 1024, LARGEST / 1024);
    }
    return bytes <= LARGEST;
  }

  static void check(TemplateSource source, Link links, Findings findings) {
    line(Part.SUBJECT, source.subject(), findings);
    line(Part.PREVIEW, source.preview(), findings);
    plain(Part.TEXT, source.text(), findings);
    addresses(source.text(), links);
  }

  private static void addresses(String text, Link links) {
    Matcher start = START.matcher(text);
    Matcher address = ADDRESS.matcher(text);
    int from = 0;
    while (start.find(from)) {
      from = start.end();
      @Nullable String variable = start.group(1);
      if ((variable == null || links.isAddress(variable)) && address.find(start.start())) {
        String written = STOP.matcher(address.group()).replaceFirst("");
        // A variable alone is its own address, also between the tags that ask for it.
        String rest = written.substring(Math.min(written.length(), start.end() - start.start()));
        if (variable == null || !TAGS.matcher(rest).matches()) {
          links.check(Part.TEXT, lineOf(text, start.start()), written);
        }
        from = Math.max(from, address.end());
      }
    }
  }

  private static void line(Part part, String text, Findings findings) {
    plain(part, text, findings);
    if (LINE_BREAK.matcher(text).find()) {
      findings.add(part, 1, Rule.LINE_BREAK);
    }
  }

  private static void plain(Part part, String text, Findings findings) {
    if (text.isBlank()) {
      findings.add(part, 0, Rule.BLANK);
    }
    Matcher tag = TAG.matcher(text);
    while (!findings.full(part, Rule.TAGS_IN_TEXT) && tag.find()) {
      findings.add(part, lineOf(text, tag.start()), Rule.TAGS_IN_TEXT, tag.group());
    }
  }

  private static int lineOf(String text, int at) {
    return 1 + MustacheTag.newLines(text, 0, at);
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
