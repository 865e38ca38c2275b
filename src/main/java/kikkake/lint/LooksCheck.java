package kikkake.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import kikkake.lint.Finding.Part;
import kikkake.lint.Markup.Attribute;
import kikkake.lint.Markup.Kind;
import kikkake.lint.Markup.Token;
import org.jspecify.annotations.Nullable;

/** Holds that pictures say what they show and how large they are, and that links have words. */
final class LooksCheck {
  private static final Pattern PIXELS = Pattern.compile("[1-9][0-9]{0,3}(px)?");

  private LooksCheck() {}

  static void check(List<Token> markup, Findings findings) {
    markup.stream()
        .filter(Token::opens)
        .filter(token -> token.name().equals("img") || token.name().equals("mj-image"))
        .forEach(picture -> picture(picture, findings));
    links(markup, findings);
  }

  private static void picture(Token picture, Findings findings) {
    @Nullable String alt = value(picture, "alt");
    // A linked mj-image says in its alt where it leads.
    if (alt == null || (alt.isBlank() && picture.attribute("href") != null)) {
      findings.add(Part.MJML, picture.line(), Rule.PICTURE_ALT);
    }
    for (String side : List.of("width", "height")) {
      @Nullable String size = value(picture, side);
      if (size == null || !PIXELS.matcher(size).matches()) {
        findings.add(Part.MJML, picture.line(), Rule.PICTURE_SIZE, side);
      }
    }
  }

  private static final class OpenLink {
    private final Token link;
    private boolean hasWords;

    private OpenLink(Token link) {
      this.link = link;
    }
  }

  private static void links(List<Token> markup, Findings findings) {
    Deque<OpenLink> open = new ArrayDeque<>();
    for (Token token : markup) {
      boolean link = token.name().equals("a") || token.name().equals("mj-button");
      if (token.kind() == Kind.OPEN && link) {
        open.push(new OpenLink(token));
      } else if (token.kind() == Kind.CLOSE && link && !open.isEmpty()) {
        OpenLink closed = open.pop();
        if (!closed.hasWords) {
          @Nullable String to = value(closed.link, "href");
          findings.add(
              Part.MJML, closed.link.line(), Rule.LINK_WITHOUT_WORDS, to == null ? "" : to);
        }
      } else if (!open.isEmpty() && says(token)) {
        open.element().hasWords = true;
      }
    }
  }

  private static boolean says(Token token) {
    if (token.name().equals("img")) {
      @Nullable String alt = value(token, "alt");
      return alt != null && !alt.isBlank();
    }
    return token.kind() == Kind.TEXT
        && !token.text().replaceAll("&nbsp;|&#160;|\\p{Cf}", "").isBlank();
  }

  private static @Nullable String value(Token token, String name) {
    @Nullable Attribute attribute = token.attribute(name);
    return attribute == null ? null : attribute.value();
  }
}
