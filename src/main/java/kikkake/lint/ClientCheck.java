package kikkake.lint;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kikkake.lint.Finding.Part;
import kikkake.lint.MailClients.Feature;
import kikkake.lint.MailClients.Support;
import kikkake.lint.Markup.Attribute;
import kikkake.lint.Markup.Kind;
import kikkake.lint.Markup.Token;
import kikkake.lint.StyleSheet.Declaration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Says what a mail uses that Gmail, Apple Mail, Outlook or Yahoo! Mail do not show, once for each
 * feature. What stands in {@code @media} or {@code @supports} is there for those who have it, and
 * what MJML and the product's own parts use is known to come out well: neither is said.
 */
final class ClientCheck {
  /** Where a colour that a client drops leaves text on a ground that was not meant for it. */
  private static final Set<String> COLOURS = Set.of("color", "background", "background-color");

  /** Gmail drops them, and with them every other style of the element, or the whole sheet. */
  private static final Set<String> LOST_COLOURS =
      Set.of("css-modern-color", "css-variables", "css-function-light-dark", "css-rgb", "css-rgba");

  private static final Pattern WORDS = Pattern.compile("[\"'].*[\\p{L}\\p{N}].*[\"']");
  private static final String CLIPPED = "css-background-clip";

  /** A feature where it is used first. */
  private record Use(Feature feature, Map<String, Support> lacking, int line, boolean breaks) {}

  private final MailClients clients = MailClients.tested();
  private final Map<String, Use> uses = new LinkedHashMap<>();

  private ClientCheck() {}

  /** Looks at what the marketer wrote, with its lines, and then at what MJML made of it. */
  static void check(Draft draft, String html, Findings findings) {
    ClientCheck check = new ClientCheck();
    check.source(Markup.read(draft.source().mjml()));
    Set<String> written = new HashSet<>(check.uses.keySet());
    check.compiled(html);
    check.uses.forEach((slug, use) -> {
      if (written.contains(slug) || use.breaks || !Everyday.SLUGS.contains(slug)) {
        say(use, findings);
      }
    });
  }

  private static void say(Use use, Findings findings) {
    String lacking =
        use.lacking.entrySet().stream()
            .map(client ->
                client.getValue() == Support.NO
                    ? client.getKey()
                    : findings.hint("partly", client.getKey()))
            .collect(Collectors.joining(findings.hint("and")));
    Rule rule = use.breaks ? Rule.CLIENT_BREAKS : Rule.CLIENT_LACKS;
    findings.add(Part.MJML, use.line, rule, use.feature.title(), lacking, use.feature.slug());
  }

  private void source(List<Token> markup) {
    Deque<String> styles = new ArrayDeque<>();
    for (Token token : markup) {
      boolean style = token.name().equals("mj-style") || token.name().equals("style");
      if (token.outlook()) {
        continue; // Only Outlook for Windows of old reads it.
      }
      if (token.kind() == Kind.OPEN && style) {
        styles.push(token.name());
      } else if (token.kind() == Kind.CLOSE && style) {
        styles.poll();
      } else if (token.kind() == Kind.TEXT && !styles.isEmpty()) {
        sheet(token.text(), token.line());
      } else if (token.opens()) {
        tag(token);
      }
    }
  }

  private void tag(Token token) {
    boolean mjml = token.name().startsWith("mj");
    if (!mjml && !Tags.UNSAFE.contains(token.name())) {
      use(clients.ofTag(token.name()), "", token.line(), false);
    }
    Set<String> names =
        token.attributes().stream().map(Attribute::name).collect(Collectors.toSet());
    for (Attribute attribute : token.attributes()) {
      @Nullable String written = attribute.value();
      String value = written == null ? "" : Parser.unescapeEntities(written, true);
      attribute(names, attribute.name(), value, attribute.line(), mjml);
    }
  }

  private void attribute(Set<String> names, String name, String value, int line, boolean mjml) {
    if (name.equals("style")) {
      for (Declaration said : StyleSheet.declarations(value)) {
        // What an attribute says too, is there in any case.
        if (!names.contains(said.property())) {
          declared(said, line + said.line() - 1);
        }
      }
    } else if (name.equals("src")) {
      use(clients.ofPicture(value), value, line, false);
    } else if (mjml) {
      // MJML writes the properties in its own way; the values are the marketer's.
      String small = value.toLowerCase(Locale.ROOT);
      use(clients.ofValue(name, small), small, line, breaksColour(name, small));
    } else if (!SafetyCheck.REFUSED.contains(name)) {
      use(clients.ofAttribute(name), value, line, false);
    }
  }

  private void sheet(String css, int line) {
    for (StyleSheet.Rule rule : StyleSheet.rules(css)) {
      if (rule.enhances()) {
        continue;
      }
      int from = line + rule.line() - 1;
      boolean words =
          rule.declarations().stream()
              .anyMatch(
                  said -> said.property().equals("content") && WORDS.matcher(said.value()).find());
      use(clients.ofSelector(rule.selector()), rule.selector(), from, words);
      if (rule.nested()) {
        use(clients.ofNesting(), "", from, false);
      }
      rule.declarations().forEach(said -> declared(said, line + said.line() - 1));
    }
  }

  private void declared(Declaration said, int line) {
    boolean clipped = said.property().endsWith("background-clip") && said.value().equals("text");
    use(
        clients.ofDeclaration(said.property(), said.value()),
        said.value(),
        line,
        clipped || breaksColour(said.property(), said.value()));
  }

  private boolean breaksColour(String property, String value) {
    return COLOURS.contains(property)
        && clients.ofValue(property, value).stream()
            .anyMatch(feature ->
                LOST_COLOURS.contains(feature.slug()) && !feature.lackedBy(value).isEmpty());
  }

  /** Keeps the first use, and of those that break reading the first of them. */
  private void use(Collection<Feature> features, String value, int line, boolean breaks) {
    for (Feature feature : features) {
      Map<String, Support> lacking = feature.lackedBy(value);
      if (!lacking.isEmpty()) {
        boolean broken = breaks && breaking(feature);
        @Nullable Use known = uses.get(feature.slug());
        if (known == null || (broken && !known.breaks)) {
          uses.put(feature.slug(), new Use(feature, lacking, line, broken));
        }
      }
    }
  }

  private static boolean breaking(Feature feature) {
    return LOST_COLOURS.contains(feature.slug())
        || feature.slug().equals(CLIPPED)
        || feature.slug().startsWith("css-pseudo-element-");
  }

  private void compiled(String html) {
    Jsoup.parse(html)
        .traverse((node, depth) -> {
          if (node instanceof Element element && !Tags.UNSAFE.contains(element.tagName())) {
            element(element);
          } else if (node instanceof DataNode data) {
            sheet(data.getWholeData(), 0);
          }
        });
  }

  private void element(Element element) {
    use(clients.ofTag(element.tagName()), "", 0, false);
    Set<String> names =
        element.attributes().asList().stream()
            .map(attribute -> attribute.getKey().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    element
        .attributes()
        .forEach(attribute ->
            attribute(
                names,
                attribute.getKey().toLowerCase(Locale.ROOT),
                attribute.getValue(),
                0,
                false));
  }

  /** What any mail uses: MJML's tags once each, with the product's parts around them. */
  private static final class Everyday {
    private static final String MAIL =
        """
        <mjml><mj-head><mj-include path="shared/_head.mjml" /></mj-head><mj-body>
        <mj-include path="shared/_header.mjml" />
        <mj-section><mj-column><mj-include path="ja/_items.mjml" /></mj-column></mj-section>
        <mj-wrapper><mj-section background-url="https://shop.example/a.png" background-size="cover">
        <mj-group><mj-column><mj-text>x</mj-text><mj-table><tr><td>x</td></tr></mj-table>
        <mj-button href="{{shop.url}}">x</mj-button><mj-image src="{{image}}" alt="" />
        <mj-divider /><mj-spacer /></mj-column><mj-column><mj-text>x</mj-text></mj-column>
        </mj-group></mj-section></mj-wrapper><mj-hero><mj-text>x</mj-text></mj-hero>
        <mj-include path="ja/_refuse.mjml" /><mj-include path="shared/_footer.mjml" />
        </mj-body></mjml>
        """;

    private static final Set<String> SLUGS = slugs();

    private static Set<String> slugs() {
      ClientCheck check = new ClientCheck();
      check.compiled(MjmlCompiler.builtIn().compile(MAIL, "ja"));
      return Set.copyOf(check.uses.keySet());
    }
  }
}
