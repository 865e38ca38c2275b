package kikkake.lint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Gmail, Apple Mail, Outlook and Yahoo! Mail make of HTML and CSS, by the tests of
 * caniemail.com. {@code mail-clients.tsv} says of which version and date; {@code
 * MailClientsExtract} makes it.
 */
final class MailClients {
  static final List<String> NAMES = List.of("Gmail", "Apple Mail", "Outlook", "Yahoo! Mail");

  enum Support {
    YES,
    PARTLY,
    NO,
    UNKNOWN
  }

  /**
   * Something that a mail can use.
   *
   * @param slug its name in the data, and of its page on caniemail.com
   * @param keys what it looks like: {@code property:gap}, {@code value:display=flex}
   * @param partly which values those lack that support it partly; null where nobody knows
   * @param support in the order of {@link #NAMES}
   */
  record Feature(
      String slug,
      String title,
      List<String> keys,
      @Nullable Pattern partly,
      List<Support> support) {
    /** Who lacks it, and how much: empty where all show it with this value. */
    Map<String, Support> lackedBy(String value) {
      Map<String, Support> lacking = new LinkedHashMap<>();
      for (int i = 0; i < NAMES.size(); i++) {
        Support here = support.get(i);
        boolean whole = partly == null || partly.matcher(value).find();
        if (here == Support.NO || (here == Support.PARTLY && whole)) {
          lacking.put(NAMES.get(i), here);
        }
      }
      return lacking;
    }
  }

  private static final String FILE = "mail-clients.tsv";
  private static final String LETTERS = "yan-";
  private static final Pattern FUNCTION = Pattern.compile("([a-z-]+)\\(");
  private static final Pattern UNIT = Pattern.compile("\\d([a-z]+)\\b");
  private static final Pattern WORD = Pattern.compile("[a-z-]+");
  private static final Pattern PSEUDO = Pattern.compile("::?([a-z-]+)");
  private static final Pattern CHAINED = Pattern.compile("[\\w-]\\.[a-z_-]");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|url\\([^)]*\\)");

  private static final MailClients TESTED = new MailClients();

  private final Map<String, Feature> byKey = new LinkedHashMap<>();

  private MailClients() {
    try (InputStream in = MailClients.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(MailClients::feature)
          .forEach(feature -> feature.keys().forEach(key -> byKey.put(key, feature)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MailClients tested() {
    return TESTED;
  }

  private static Feature feature(String line) {
    String[] cells = line.split("\t", -1);
    List<Support> support = new ArrayList<>();
    for (char letter : cells[4].toCharArray()) {
      support.add(Support.values()[LETTERS.indexOf(letter)]);
    }
    return new Feature(
        cells[0],
        cells[1],
        List.of(cells[2].split(",", -1)),
        cells[3].isEmpty() ? null : Pattern.compile(cells[3]),
        List.copyOf(support));
  }

  Collection<Feature> ofTag(String tag) {
    return of(List.of("tag:" + tag));
  }

  Collection<Feature> ofAttribute(String name) {
    return of(List.of("attribute:" + name));
  }

  /** By the end of a picture's address; what a variable stands for is unknown. */
  Collection<Feature> ofPicture(String address) {
    String path = address.toLowerCase(Locale.ROOT).replaceFirst("[?#].*$", "");
    return of(List.of("picture:" + path.substring(path.lastIndexOf('.') + 1)));
  }

  Collection<Feature> ofSelector(String selector) {
    String plain = QUOTED.matcher(selector.toLowerCase(Locale.ROOT)).replaceAll("");
    if (plain.startsWith("@")) {
      return of(List.of("at:" + plain.substring(1).split("[\\s(;]", 2)[0]));
    }
    List<String> keys = new ArrayList<>();
    PSEUDO.matcher(plain).results().forEach(found -> keys.add("pseudo:" + found.group(1)));
    if (plain.contains("[")) {
      keys.add("selector:attribute");
    }
    if (CHAINED.matcher(plain).find()) {
      keys.add("selector:chaining");
    }
    return of(keys);
  }

  /** Rules that stand in other rules. */
  Collection<Feature> ofNesting() {
    return of(List.of("nesting"));
  }

  /** Both in small letters. */
  Collection<Feature> ofDeclaration(String property, String value) {
    Map<String, Feature> features = new LinkedHashMap<>();
    of(List.of(named(property))).forEach(feature -> features.put(feature.slug(), feature));
    ofValue(property, value).forEach(feature -> features.put(feature.slug(), feature));
    return features.values();
  }

  /** What the value alone uses: its functions, units and words. */
  Collection<Feature> ofValue(String property, String value) {
    String plain = QUOTED.matcher(value).replaceAll("");
    List<String> keys = new ArrayList<>();
    keys.add("value:" + property + "=" + plain.strip());
    FUNCTION.matcher(plain).results().forEach(found -> keys.add("function:" + found.group(1)));
    UNIT.matcher(plain).results().forEach(found -> keys.add("unit:" + found.group(1)));
    WORD.matcher(plain).results().forEach(found -> keys.add("word:" + found.group()));
    return of(keys);
  }

  /** Whether the data knows a property, or the one that it is a part of: {@code margin-top}. */
  private String named(String property) {
    String name = property.replaceFirst("^-(webkit|moz|ms)-", "");
    while (!byKey.containsKey("property:" + name) && name.lastIndexOf('-') > 0) {
      name = name.substring(0, name.lastIndexOf('-'));
    }
    return "property:" + name;
  }

  private Collection<Feature> of(List<String> keys) {
    Map<String, Feature> found = new LinkedHashMap<>();
    for (String key : keys) {
      @Nullable Feature feature = byKey.get(key);
      if (feature != null) {
        found.put(feature.slug(), feature);
      }
    }
    return found.values();
  }
}
