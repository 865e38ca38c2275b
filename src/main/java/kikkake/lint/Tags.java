package kikkake.lint;

import java.util.Map;
import java.util.Set;

/** The tags of MJML and HTML that a template may use, and where. */
final class Tags {
  /** Tags that have no end. */
  static final Set<String> VOID = Set.of("br", "hr", "img", "wbr", "col", "meta");

  private static final Set<String> CONTENT = Set.of("mj-column", "mj-hero");
  private static final Set<String> LAYOUT = Set.of("mj-body", "mj-wrapper");

  /** Each tag of MJML, and in which it may stand. */
  static final Map<String, Set<String>> MJML =
      Map.ofEntries(
          Map.entry("mjml", Set.of("")),
          Map.entry("mj-head", Set.of("mjml")),
          Map.entry("mj-body", Set.of("mjml")),
          Map.entry("mj-title", Set.of("mj-head")),
          Map.entry("mj-preview", Set.of("mj-head")),
          Map.entry("mj-style", Set.of("mj-head")),
          Map.entry("mj-breakpoint", Set.of("mj-head")),
          Map.entry("mj-attributes", Set.of("mj-head")),
          Map.entry("mj-all", Set.of("mj-attributes")),
          Map.entry("mj-class", Set.of("mj-attributes")),
          Map.entry("mj-wrapper", Set.of("mj-body")),
          Map.entry("mj-section", LAYOUT),
          Map.entry("mj-hero", LAYOUT),
          Map.entry("mj-group", Set.of("mj-section")),
          Map.entry("mj-column", Set.of("mj-section", "mj-group")),
          Map.entry("mj-text", CONTENT),
          Map.entry("mj-table", CONTENT),
          Map.entry("mj-button", CONTENT),
          Map.entry("mj-image", CONTENT),
          Map.entry("mj-divider", CONTENT),
          Map.entry("mj-spacer", CONTENT),
          Map.entry(
              "mj-raw",
              Set.of("mj-head", "mj-body", "mj-wrapper", "mj-section", "mj-group", "mj-column")));

  /** Those in which only other tags of MJML stand, and no text. */
  static final Set<String> HOLDS_MJML =
      Set.of(
          "mjml",
          "mj-head",
          "mj-body",
          "mj-wrapper",
          "mj-section",
          "mj-group",
          "mj-column",
          "mj-hero",
          "mj-attributes");

  /** Those in which HTML stands. */
  static final Set<String> HOLDS_HTML = Set.of("mj-text", "mj-table", "mj-button", "mj-raw");

  /** The HTML that mail programs understand, with ruby and line breaks for Japanese. */
  static final Set<String> HTML =
      Set.of(
          "a",
          "abbr",
          "b",
          "bdi",
          "bdo",
          "big",
          "blockquote",
          "br",
          "caption",
          "center",
          "cite",
          "code",
          "col",
          "colgroup",
          "dd",
          "del",
          "div",
          "dl",
          "dt",
          "em",
          "font",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "i",
          "img",
          "ins",
          "kbd",
          "li",
          "mark",
          "ol",
          "p",
          "pre",
          "q",
          "rp",
          "rt",
          "ruby",
          "s",
          "small",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "time",
          "tr",
          "u",
          "ul",
          "wbr");

  /** What would only be looked for in a mail to do harm. */
  static final Set<String> UNSAFE =
      Set.of(
          "script",
          "iframe",
          "frame",
          "frameset",
          "object",
          "embed",
          "applet",
          "form",
          "input",
          "button",
          "select",
          "textarea",
          "option",
          "isindex",
          "keygen",
          "link",
          "base",
          "svg",
          "math",
          "video",
          "audio",
          "source",
          "track",
          "canvas",
          "template",
          "portal",
          "dialog",
          "noscript",
          "xmp",
          "plaintext",
          "noembed",
          "noframes",
          "title",
          "foreignobject",
          "image",
          "animate",
          "set",
          "marquee",
          "bgsound",
          "layer",
          "ilayer",
          "html",
          "head",
          "body");

  private Tags() {}
}
