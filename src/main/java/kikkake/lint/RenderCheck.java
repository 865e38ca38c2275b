package kikkake.lint;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kikkake.lint.Finding.Part;
import kikkake.template.RenderedMail;
import kikkake.template.Renderer;
import kikkake.template.Template;
import kikkake.template.TemplateException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Makes the mail for every sample with the real renderer, and looks at what comes out. */
final class RenderCheck {
  private static final int SUBJECT = 60;
  private static final int PREVIEW_LEAST = 30;
  private static final int PREVIEW_MOST = 110;
  private static final int HTML_WARNING = 80_000;
  private static final int HTML_MOST = 100_000;

  private static final Pattern LACKS = Pattern.compile("the model lacks \"(.+?)\"");
  private static final Pattern PLACE =
      Pattern.compile(", (subject|preview|html|text)(?: line (\\d+))?");

  /** What already explains why nothing comes out. */
  private static final Set<Rule> SAID_OF_SOURCE =
      Set.of(
          Rule.MAYBE_ABSENT,
          Rule.UNKNOWN_VARIABLE,
          Rule.INSIDE_LIST,
          Rule.NEEDS_SECTION,
          Rule.BLANK);

  private final Renderer renderer = new Renderer();
  private final Template template;
  private final Link links;
  private final Findings findings;
  private final Set<String> missing = new HashSet<>();

  private RenderCheck(Template template, Link links, Findings findings) {
    this.template = template;
    this.links = links;
    this.findings = findings;
  }

  /**
   * @param usual how many of the samples, from the first on, have usual lengths
   */
  static void check(
      Template template, List<Sample> samples, int usual, Link links, Findings findings) {
    RenderCheck check = new RenderCheck(template, links, findings);
    for (int i = 0; i < samples.size(); i++) {
      check.sample(samples.get(i), i < usual);
    }
  }

  private void sample(Sample sample, boolean usual) {
    RenderedMail mail;
    try {
      mail = renderer.render(template, sample.model());
    } catch (TemplateException e) {
      failed(sample, e);
      return;
    }
    if (usual) {
      lengths(sample, mail);
    }
    if (tooLarge(sample, mail.html())) {
      return;
    }
    Document html = Jsoup.parse(mail.html());
    for (String address : CompiledCheck.badLinks(mail.html())) {
      if (!links.isPicture(address)) {
        findings.addUnlessSaid(Part.MJML, 0, Rule.BAD_LINK_RENDERED, sample.name(), address);
      }
    }
    @Nullable String unbalanced = TagCheck.unbalanced(mail.html());
    if (unbalanced != null) {
      findings.addUnlessSaid(Part.MJML, 0, Rule.BROKEN_WHEN_RENDERED, sample.name(), unbalanced);
    }
    if (html.getElementById(DifficultSamples.HOSTILE_ID) != null) {
      findings.addUnlessSaid(Part.MJML, 0, Rule.NOT_ESCAPED, sample.name(), "title, name");
    }
    required(sample, html, mail.text());
  }

  private void failed(Sample sample, TemplateException failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.endsWith("came out blank")) {
      if (!findings.has(Part.SUBJECT, Rule.BLANK)) {
        findings.addUnlessSaid(Part.SUBJECT, 1, Rule.SUBJECT_EMPTY, sample.name());
      }
      return;
    }
    Matcher place = PLACE.matcher(message);
    Part said = Part.MJML;
    int line = 0;
    if (place.find() && !place.group(1).equals("html")) {
      said = Part.valueOf(place.group(1).toUpperCase(Locale.ROOT));
      line = place.group(2) == null ? 0 : Integer.parseInt(place.group(2));
    }
    Part part = said;
    if (SAID_OF_SOURCE.stream().anyMatch(rule -> findings.has(part, rule))) {
      return;
    }
    Matcher lacks = LACKS.matcher(message);
    if (lacks.find()) {
      findings.addUnlessSaid(part, line, Rule.DOES_NOT_RENDER, sample.name(), lacks.group(1));
    } else {
      findings.addUnlessSaid(part, line, Rule.RENDER_FAILED, sample.name(), message);
    }
  }

  private void lengths(Sample sample, RenderedMail mail) {
    String subject = mail.subject();
    String preview = renderer.preview(template, sample.model());
    int length = subject.codePointCount(0, subject.length());
    if (length > SUBJECT) {
      findings.addUnlessSaid(Part.SUBJECT, 1, Rule.SUBJECT_LONG, length, SUBJECT, sample.name());
    }
    length = preview.codePointCount(0, preview.length());
    if (length < PREVIEW_LEAST || length > PREVIEW_MOST) {
      findings.addUnlessSaid(
          Part.PREVIEW, 1, Rule.PREVIEW_LENGTH, length, PREVIEW_LEAST, PREVIEW_MOST, sample.name());
    }
  }

  private boolean tooLarge(Sample sample, String html) {
    int bytes = html.getBytes(StandardCharsets.UTF_8).length;
    if (bytes >= HTML_MOST) {
      findings.addUnlessSaid(
          Part.MJML, 0, Rule.HTML_TOO_LARGE, kb(bytes), sample.name(), kb(HTML_MOST));
    } else if (bytes >= HTML_WARNING) {
      findings.addUnlessSaid(
          Part.MJML, 0, Rule.HTML_LARGE, kb(bytes), sample.name(), kb(HTML_MOST));
    }
    return bytes >= HTML_MOST;
  }

  private static int kb(int bytes) {
    return (bytes + 999) / 1000;
  }

  /** Japanese law (特定電子メール法) asks for the sender, the address and the way to refuse. */
  private void required(Sample sample, Document html, String text) {
    List<Function<Element, Map<String, String>>> ways = new Cascade(html).ways();
    for (String field : List.of("name", "address")) {
      String value =
          sample.model().get("shop") instanceof Map<?, ?> shop ? "" + shop.get(field) : "";
      if (!value.isEmpty() && !seen(texts(html.body(), value), ways)) {
        missing(Part.MJML, Rule.SENDER_MISSING, "shop." + field, sample.name());
      }
      if (!text.contains(value)) {
        missing(Part.TEXT, Rule.SENDER_MISSING, "shop." + field, sample.name());
      }
    }
    if (!(sample.model().get("unsubscribeUrl") instanceof String url)) {
      return;
    }
    List<Element> links =
        html.select("a[href]").stream()
            .filter(a -> a.attr("href").equals(url))
            .flatMap(a -> texts(a, "").stream())
            .toList();
    if (!seen(links, ways)) {
      findings.addUnlessSaid(
          Part.MJML, 0, Rule.UNSUBSCRIBE_MISSING, sample.name(), template.language());
    }
    if (!text.contains(url)) {
      findings.addUnlessSaid(
          Part.TEXT, 0, Rule.UNSUBSCRIBE_MISSING, sample.name(), template.language());
    }
  }

  /** Says it for the first sample only. */
  private void missing(Part part, Rule rule, String field, String sample) {
    if (missing.add(part + field)) {
      findings.add(part, 0, rule, field, sample);
    }
  }

  /** The elements in which, and not in others inside them, words stand. */
  private static List<Element> texts(Element around, String words) {
    return around.getAllElements().stream()
        .filter(element -> !element.ownText().isBlank() && element.ownText().contains(words))
        .toList();
  }

  /** Whether every reader sees one of them at least, with style sheets and without. */
  private static boolean seen(
      List<Element> elements, List<Function<Element, Map<String, String>>> ways) {
    return ways.stream()
        .allMatch(way -> elements.stream().anyMatch(element -> Sight.visible(element, way)));
  }
}
