package kikkake.lint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import kikkake.lint.StyleSheet.Declaration;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;

/**
 * What the style sheets and style attributes of a page make of its elements, as CSS Cascading Level
 * 4 ranks them. Inheritance is left to who asks.
 */
final class Cascade {
  /** For printers alone: {@code not print} and {@code screen, print} are for others too. */
  private static final Pattern ON_PAPER = Pattern.compile("@media\\s+(?:only\\s+)?print\\b[^,]*");

  /** What only holds while a reader points at something. */
  private static final Pattern FOR_A_MOMENT =
      Pattern.compile(":(?:hover|active|focus|focus-visible|focus-within|target|checked)\\b");

  /** Words that hold for all elements, or may well: {@code a:link}, {@code a:not(:hover)}. */
  private static final Pattern ANYWAY =
      Pattern.compile(":not\\((?:[^()]|\\([^()]*\\))*\\)|:(?:link|visited|any-link)\\b");

  /** Any word, for selectors that jsoup does not know: they may hold. */
  private static final Pattern WORDS =
      Pattern.compile("::?[\\w-]+(?:\\([^()]*\\))?|\\*\\||\\s[is](?=\\])");

  private static final Pattern PSEUDO_ELEMENT =
      Pattern.compile("::|:(?:before|after|first-line|first-letter)\\b");
  private static final Pattern NAMES = Pattern.compile("[.\\[:][^.\\[:#\\s>+~]+");
  private static final Pattern TAG = Pattern.compile("(?:^|[\\s>+~])[a-zA-Z]");

  /** So many conditions are looked at one by one, the others together. */
  private static final int MOST = 20;

  /** One rule with one of its selectors, and the elements that it matches. */
  private record Match(
      List<String> within, int weight, List<Declaration> declarations, Set<Element> elements) {}

  private final List<Match> matches = new ArrayList<>();
  private final Set<List<String>> conditions = new LinkedHashSet<>();

  Cascade(Document html) {
    for (Element style : html.select("style")) {
      for (StyleSheet.Rule rule : StyleSheet.rules(style.data())) {
        if (rule.within().stream().noneMatch(ON_PAPER.asMatchPredicate())) {
          add(html, rule);
        }
      }
    }
    matches.sort(Comparator.comparingInt(Match::weight));
  }

  private void add(Document html, StyleSheet.Rule rule) {
    // A rule inside another is taken as if it stood beside it, for all that it may match.
    for (String each : rule.selector().replace("&", " ").split(",(?![^(\\[]*[)\\]])", -1)) {
      String selector = each.strip();
      if (selector.isEmpty()
          || selector.startsWith("@")
          || PSEUDO_ELEMENT.matcher(selector).find()) {
        continue;
      }
      String held = ANYWAY.matcher(selector).replaceAll("");
      if (FOR_A_MOMENT.matcher(held).find()) {
        continue;
      }
      Set<Element> elements = Collections.newSetFromMap(new IdentityHashMap<>());
      elements.addAll(select(html, held));
      if (!elements.isEmpty()) {
        matches.add(new Match(rule.within(), weight(selector), rule.declarations(), elements));
        if (!rule.within().isEmpty()) {
          conditions.add(rule.within());
        }
      }
    }
  }

  private static List<Element> select(Document html, String selector) {
    try {
      return html.select(selector.isBlank() ? "*" : selector);
    } catch (SelectorParseException | IllegalArgumentException e) {
      String rest = WORDS.matcher(selector).replaceAll("");
      return rest.equals(selector) ? List.of() : select(html, rest);
    }
  }

  /** Of identifiers, classes and tags, as CSS counts them. */
  private static int weight(String selector) {
    long ids = selector.chars().filter(c -> c == '#').count();
    long names = NAMES.matcher(selector).results().count();
    long tags = TAG.matcher(selector).results().count();
    return (int) (Math.min(99, ids) * 10_000 + Math.min(99, names) * 100 + Math.min(99, tags));
  }

  /** What the element itself says, and no style sheet. */
  static Map<String, String> own(Element element) {
    return style(element, List.of());
  }

  /**
   * The ways in which readers may see the page: without style sheets, with them, and with what each
   * {@code @media} or {@code @supports} adds.
   */
  List<Function<Element, Map<String, String>>> ways() {
    List<Function<Element, Map<String, String>>> ways = new ArrayList<>();
    ways.add(Cascade::own);
    if (!matches.isEmpty()) {
      ways.add(with(Set.of()));
      List<List<String>> each = List.copyOf(conditions);
      int alone = Math.min(MOST, each.size());
      each.subList(0, alone).forEach(condition -> ways.add(with(Set.of(condition))));
      if (alone < each.size()) {
        ways.add(with(Set.copyOf(each.subList(alone, each.size()))));
      }
    }
    return ways;
  }

  private Function<Element, Map<String, String>> with(Set<List<String>> holding) {
    List<Match> there =
        matches.stream()
            .filter(match -> match.within.isEmpty() || holding.contains(match.within))
            .toList();
    return element -> style(element, there);
  }

  /** Later ones win: sheets, the element's own style, what is important in sheets, and there. */
  private static Map<String, String> style(Element element, List<Match> there) {
    Map<String, String> style = new LinkedHashMap<>();
    List<Declaration> own = StyleSheet.declarations(element.attr("style"));
    for (boolean important : List.of(false, true)) {
      for (Match match : there) {
        if (match.elements.contains(element)) {
          put(style, match.declarations, important);
        }
      }
      put(style, own, important);
    }
    return style;
  }

  private static void put(
      Map<String, String> style, List<Declaration> declarations, boolean important) {
    for (Declaration said : declarations) {
      if (said.important() == important) {
        style.put(said.property(), said.value());
      }
    }
  }
}
