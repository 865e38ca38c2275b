package kikkake.lint;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import kikkake.lint.Finding.Part;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the HTML that MJML made, as a browser reads it, and into the comments that only Outlook
 * reads. It finds what the source hid from {@link SafetyCheck}, and cannot say on which line.
 */
final class CompiledCheck {
  /** What MJML itself writes around a mail. */
  private static final Set<String> FRAME =
      Set.of("html", "head", "body", "title", "meta", "style", "xml", "noscript");

  private static final Set<String> HTTP_EQUIV = Set.of("x-ua-compatible", "content-type");
  private static final Pattern GOOGLES_FONTS =
      Pattern.compile("@import url\\(https://fonts\\.googleapis\\.com/[^)\\s]*\\);");

  private static final Set<String> OFFICE = Set.of("v", "o", "w");

  private final Findings findings;

  private CompiledCheck(Findings findings) {
    this.findings = findings;
  }

  static void check(String html, Findings findings) {
    CompiledCheck check = new CompiledCheck(findings);
    Jsoup.parse(html)
        .traverse((node, depth) -> {
          check.node(node);
          if (node instanceof Comment comment && comment.getData().startsWith("[if")) {
            check.outlook(comment.getData());
          }
        });
  }

  /** A comment ends where its first end is: none stands in another. */
  private void outlook(String comment) {
    String inside =
        comment.replaceFirst("^\\[if[^\\]]*\\]>", "").replaceFirst("<!\\[endif\\]$", "");
    Jsoup.parse(inside, Parser.xmlParser()).traverse((node, depth) -> node(node));
  }

  private void node(Node node) {
    if (node instanceof Element element) {
      element(element);
    } else if (node instanceof DataNode data) {
      style(data.getWholeData());
    }
  }

  private void element(Element element) {
    String tag = element.tagName().toLowerCase(Locale.ROOT);
    if (tag.equals("link")) {
      link(element);
      return;
    }
    boolean office = tag.indexOf(':') == 1 && OFFICE.contains(tag.substring(0, 1));
    boolean known = FRAME.contains(tag) || Tags.HTML.contains(tag) || office;
    if (!known && !tag.equals("#root") && !tag.equals("label")) {
      say(
          Tags.UNSAFE.contains(tag) ? Rule.UNSAFE_TAG : Rule.UNKNOWN_TAG,
          tag,
          findings.hint("no-such-tag"));
    }
    for (Attribute attribute : element.attributes()) {
      attribute(tag, attribute.getKey().toLowerCase(Locale.ROOT), attribute.getValue());
    }
  }

  /** MJML asks Google for the font that it takes where a template names none. */
  private void link(Element element) {
    if (element.attr("href").startsWith("https://fonts.googleapis.com/")) {
      findings.addUnlessSaid(Part.MJML, 0, Rule.OUTSIDE_FONT);
    } else {
      say(Rule.UNSAFE_TAG, "link");
    }
  }

  private void attribute(String tag, String name, String value) {
    boolean frame =
        tag.equals("meta")
            && name.equals("http-equiv")
            && HTTP_EQUIV.contains(value.toLowerCase(Locale.ROOT));
    if (name.startsWith("on") || (SafetyCheck.REFUSED.contains(name) && !frame)) {
      say(Rule.UNSAFE_ATTRIBUTE, name);
    } else if (name.contains("{{") || name.contains("\"")) {
      say(Rule.VARIABLE_IN_TAG);
    }
    if (name.equals("style")) {
      style(value);
    } else if (value.contains("{{") && !SafetyCheck.TAKE_VARIABLES.contains(name)) {
      say(Rule.VARIABLE_IN_ATTRIBUTE, name);
    }
    @Nullable String scheme = Link.unsafeScheme(value);
    if (scheme != null && !name.equals("alt") && !name.equals("title")) {
      say(Rule.UNSAFE_LINK, scheme);
    }
  }

  private void style(String css) {
    if (css.contains("{{")) {
      say(Rule.VARIABLE_IN_STYLE);
    }
    @Nullable String unsafe = Css.unsafe(GOOGLES_FONTS.matcher(css).replaceAll(""));
    if (unsafe != null) {
      say(Rule.UNSAFE_STYLE, unsafe);
    }
  }

  private void say(Rule rule, Object... values) {
    findings.addUnlessSaid(Part.MJML, 0, rule, values);
  }

  /** The addresses of links and pictures in finished HTML that are not absolute and secure. */
  static List<String> badLinks(String html) {
    Document document = Jsoup.parse(html);
    return document.select("a[href], img[src]").stream()
        .map(element -> element.hasAttr("href") ? element.attr("href") : element.attr("src"))
        .filter(address -> !address.toLowerCase(Locale.ROOT).startsWith("https://"))
        // The laptop's own pages, which a real customer's model leads to there.
        .filter(address -> !address.startsWith("http://127.0.0.1:"))
        .distinct()
        .toList();
  }
}
