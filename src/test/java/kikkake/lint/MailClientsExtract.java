package kikkake.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes {@code mail-clients.tsv} of the npm package {@code caniemail}; {@code docs/templates.md}
 * says how. A family of clients supports what its newest versions on all its platforms support.
 */
final class MailClientsExtract {
  /** Of each client its platforms; Gmail's mobile web page was last tested in 2019. */
  private static final List<List<String>> PLATFORMS =
      List.of(
          List.of("gmail/desktop-webmail", "gmail/ios", "gmail/android"),
          List.of("apple-mail/macos", "apple-mail/ios"),
          List.of("outlook/outlook-com"),
          List.of("yahoo/desktop-webmail", "yahoo/ios", "yahoo/android"));

  /** Gmail's app, with an account elsewhere, shows no style sheet at all: nobody can mend that. */
  private static final Pattern ONLY_OTHER_ACCOUNTS =
      Pattern.compile("(?i).*(?:not supported|doesn.t work|not render|not submit).*non.google.*");

  /** The other way round: readers with an account of Gmail lack it. */
  private static final Pattern NOT_GMAIL_ITSELF =
      Pattern.compile(
          "(?i).*(?:only supported with|only works with).*non.google.*|.*with non.google accounts only.*");

  /** What the reader of a mail does not see, and what only enhances. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "amp",
          "bimi",
          "css-comments",
          "css-important",
          "css-at-supports",
          "css-at-import",
          "css-selector-universal",
          "html-body",
          "html-comments",
          "html-doctype",
          "html-lang",
          "html-meta-color-scheme",
          "html-role",
          "html-rp",
          "html-rt",
          "html-style",
          "html-target",
          "html-anchor-links",
          "html-mailto-links",
          "image-apng",
          "image-base64",
          "image-hdr");

  /** Where the title does not say what it looks like. */
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("css-block-inline-size", "property:block-size,property:inline-size"),
          Map.entry("css-border-inline-block", "property:border-inline,property:border-block"),
          Map.entry(
              "css-border-radius-logical",
              "property:border-end-end-radius,property:border-end-start-radius,property:border-start-end-radius,property:border-start-start-radius"),
          Map.entry("css-color-scheme", "property:color-scheme"),
          Map.entry(
              "css-column-layout-properties",
              "property:columns,property:column-fill,property:column-rule,property:column-span,property:column-width"),
          Map.entry("css-gap", "property:gap,property:column-gap,property:row-gap"),
          Map.entry("css-grid-template", "property:grid-template"),
          Map.entry("css-inline-size", "property:inline-size"),
          Map.entry("css-intrinsic-size", "word:fit-content,word:min-content,word:max-content"),
          Map.entry(
              "css-left-right-top-bottom",
              "property:left,property:right,property:top,property:bottom"),
          Map.entry(
              "css-margin-block-start-end",
              "property:margin-block-start,property:margin-block-end"),
          Map.entry("css-margin-inline-block", "property:margin-inline,property:margin-block"),
          Map.entry(
              "css-margin-inline-start-end",
              "property:margin-inline-start,property:margin-inline-end"),
          Map.entry("css-modern-color", "function:lch,function:oklch,function:lab,function:oklab"),
          Map.entry("css-nesting", "nesting"),
          Map.entry(
              "css-padding-block-start-end",
              "property:padding-block-start,property:padding-block-end"),
          Map.entry("css-padding-inline-block", "property:padding-inline,property:padding-block"),
          Map.entry(
              "css-padding-inline-start-end",
              "property:padding-inline-start,property:padding-inline-end"),
          Map.entry("css-pseudo-class-lang", "pseudo:lang"),
          Map.entry("css-selector-attribute", "selector:attribute"),
          Map.entry("css-selector-chaining", "selector:chaining"),
          Map.entry(
              "css-sytem-ui", "word:ui-serif,word:ui-sans-serif,word:ui-rounded,word:ui-monospace"),
          Map.entry("css-unit-initial", "word:initial"),
          Map.entry("css-variables", "function:var"),
          Map.entry("html-lists", "attribute:reversed"),
          Map.entry("html-semantics", "tag:mark,tag:time"),
          Map.entry("html-srcset", "attribute:srcset,attribute:sizes"),
          Map.entry("html-svg", "tag:svg"),
          Map.entry("image-heif", "picture:heif,picture:heic"),
          Map.entry("image-jpg", "picture:jpg,picture:jpeg"),
          Map.entry("image-mp4", "picture:mp4"),
          Map.entry("image-tiff", "picture:tiff,picture:tif"));

  /** The values that the notes of the data name where support is partial. */
  private static final Map<String, String> PARTLY =
      Map.ofEntries(
          Map.entry("css-background", "\\)\\s*,|/"),
          Map.entry("css-background-image", "\\)\\s*,"),
          Map.entry("css-border-radius", "/"),
          Map.entry("css-clear", "inline-"),
          Map.entry("css-cursor", "url|grab|zoom|copy|alias|cell|none|all-scroll|not-allowed"),
          Map.entry("css-display", "flow-root|inline-flex|inline-grid|contents|revert"),
          Map.entry("css-float", "inline-"),
          Map.entry("css-font-size", "rem"),
          Map.entry("css-font-weight", "^(?![1-9]00$|normal|bold|inherit)"),
          Map.entry("css-list-style", "url"),
          Map.entry("css-margin", "(?:^|\\s)-"),
          Map.entry("css-overflow", "scroll|auto"),
          Map.entry("css-rgb", "rgb\\([^,]*\\)"),
          Map.entry("css-rgba", "rgba\\([^,]*\\)"),
          Map.entry("css-text-align", "^(?:start|end|match-parent)$"),
          Map.entry("css-text-indent", "^-"),
          Map.entry("css-white-space", "^pre$"),
          Map.entry("css-word-spacing", "rem|ch"),
          // Gmail makes a JPEG of these; only what moves stands still.
          Map.entry("image-avif", "^$"),
          Map.entry("image-webp", "^$"));

  /** Where the data's title says more than what is looked for. */
  private static final Map<String, String> TITLES =
      Map.of("html-lists", "reversed attribute", "html-semantics", "<mark>, <time>");

  private MailClientsExtract() {}

  /** Takes the folder into which {@code npm pack} was unpacked, and the file to write. */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("Usage: MailClientsExtract <package> <mail-clients.tsv>");
    }
    ObjectMapper json = new ObjectMapper();
    Path folder = Path.of(args[0]);
    String version = json.readTree(folder.resolve("package.json").toFile()).get("version").asText();
    JsonNode data = json.readTree(folder.resolve("data/caniemail.json").toFile());
    Files.writeString(Path.of(args[1]), extract(version, data));
  }

  static String extract(String version, JsonNode data) {
    Set<String> rows = new TreeSet<>();
    for (JsonNode feature : data.get("data")) {
      String slug = feature.get("slug").asText();
      String keys = keys(slug, feature.get("title").asText());
      if (!keys.isEmpty()) {
        rows.add(
            String.join(
                "\t", slug, title(feature), keys, PARTLY.getOrDefault(slug, ""), support(feature)));
      }
    }
    String date = data.get("last_update_date").asText().substring(0, 10);
    return "# Of the npm package caniemail %s, data of %s, by MailClientsExtract; MIT, see mail-clients.LICENSE.%n"
            .formatted(version, date)
        + "# feature, title, what it looks like, values that are lacking where support is partial,\n"
        + "# Gmail, Apple Mail, Outlook, Yahoo! Mail: y supported, a partly, n not, - unknown\n"
        + String.join("\n", rows)
        + "\n";
  }

  private static String title(JsonNode feature) {
    String slug = feature.get("slug").asText();
    String title = TITLES.getOrDefault(slug, feature.get("title").asText().strip());
    String bare = title.replaceFirst(" (?:property|shorthand|element|attribute|image format)$", "");
    return bare.matches("<.*") ? bare : title.replaceFirst(" (?:property|shorthand)$", "");
  }

  /** As {@link MailClients} looks for it; empty where it does not. */
  private static String keys(String slug, String title) {
    if (LEFT_OUT.contains(slug) || slug.startsWith("css-at-media")) {
      return "";
    }
    if (KEYS.containsKey(slug)) {
      return KEYS.getOrDefault(slug, "");
    }
    if (slug.startsWith("css-pseudo-")) {
      return "pseudo:" + slug.replaceFirst("css-pseudo-(?:class|element)-", "");
    }
    if (slug.startsWith("css-unit-") && title.endsWith(" unit")) {
      return title.startsWith("%") ? "" : "unit:" + title.replace(" unit", "");
    }
    Matcher called = Pattern.compile("([a-z-]+)\\(\\)").matcher(title);
    if (called.find()) {
      return "function:" + called.group(1);
    }
    Matcher valued = Pattern.compile("([a-z-]+): ?([a-z-]+)").matcher(title);
    if (valued.matches()) {
      return "value:" + valued.group(1) + "=" + valued.group(2);
    }
    if (title.startsWith("@")) {
      return "at:" + title.substring(1);
    }
    if (slug.startsWith("image-")) {
      return "picture:" + slug.substring("image-".length());
    }
    if (slug.startsWith("css-border-inline-block-")) {
      boolean sides = slug.endsWith("individual");
      List<String> properties = new ArrayList<>();
      for (String axis : List.of("border-inline-", "border-block-")) {
        for (String end : sides ? List.of("start", "end") : List.of("color", "style", "width")) {
          properties.add("property:" + axis + end);
        }
      }
      return String.join(",", properties);
    }
    return plain(slug, title.strip().replaceFirst(" (?:property|shorthand)$", ""));
  }

  private static String plain(String slug, String title) {
    Matcher tag = Pattern.compile("<(\\w+)>(?: element)?").matcher(title);
    if (tag.matches()) {
      return "tag:" + tag.group(1).toLowerCase(Locale.ROOT);
    }
    if (title.endsWith(" attribute")) {
      return "attribute:" + title.replace(" attribute", "");
    }
    boolean property = slug.startsWith("css-") && title.matches("[a-z-]+");
    return property ? "property:" + title : "";
  }

  private static String support(JsonNode feature) {
    StringBuilder letters = new StringBuilder();
    for (List<String> platforms : PLATFORMS) {
      Set<Character> seen = new HashSet<>();
      for (String platform : platforms) {
        JsonNode versions = feature.at("/stats/" + platform);
        String newest = "u";
        for (JsonNode version : versions) {
          newest = version.asText();
        }
        seen.add(letter(newest, feature.get("notes_by_num")));
      }
      seen.remove('u');
      letters.append(seen.isEmpty() ? '-' : seen.size() == 1 ? seen.iterator().next() : 'a');
    }
    return letters.toString();
  }

  private static char letter(String written, JsonNode notes) {
    char letter = written.charAt(0);
    if (letter != 'a') {
      return letter;
    }
    List<String> said = new ArrayList<>();
    Matcher number = Pattern.compile("#(\\d+)").matcher(written);
    while (number.find()) {
      said.add(notes.path(number.group(1)).asText());
    }
    if (!said.isEmpty() && said.stream().allMatch(ONLY_OTHER_ACCOUNTS.asMatchPredicate())) {
      return 'y';
    }
    return said.stream().anyMatch(NOT_GMAIL_ITSELF.asMatchPredicate()) ? 'n' : 'a';
  }
}
