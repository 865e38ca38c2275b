package kikkake.lint;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kikkake.lint.Finding.Part;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Compares the colour of text with what is behind it, by WCAG 2.1's contrast ratio (1 to 21), where
 * both are written at the elements themselves. Mail programs show white where nothing else is said.
 */
final class Contrast {
  private static final double READABLE = 4.5;
  static final double HARDLY = 3;
  private static final int SHOWN = 24;
  private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3}|[0-9a-f]{6})");
  private static final Pattern RGB =
      Pattern.compile("rgb\\(\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*\\)");
  private static final Pattern PIXELS = Pattern.compile("(\\d+(?:\\.\\d+)?)px");
  private static final Map<String, Integer> NAMES =
      Map.ofEntries(
          Map.entry("white", 0xffffff),
          Map.entry("black", 0x000000),
          Map.entry("red", 0xff0000),
          Map.entry("green", 0x008000),
          Map.entry("lime", 0x00ff00),
          Map.entry("blue", 0x0000ff),
          Map.entry("navy", 0x000080),
          Map.entry("yellow", 0xffff00),
          Map.entry("orange", 0xffa500),
          Map.entry("gray", 0x808080),
          Map.entry("grey", 0x808080),
          Map.entry("silver", 0xc0c0c0),
          Map.entry("lightgray", 0xd3d3d3),
          Map.entry("lightgrey", 0xd3d3d3),
          Map.entry("maroon", 0x800000),
          Map.entry("purple", 0x800080),
          Map.entry("teal", 0x008080),
          Map.entry("pink", 0xffc0cb));

  private Contrast() {}

  /** Looks at every text of the compiled HTML. */
  static void check(String html, Draft draft, Findings findings) {
    for (Element element : Jsoup.parse(html).body().getAllElements()) {
      String text = element.ownText().strip();
      if (!text.isEmpty() && !Sight.hidden(element, Cascade::own)) {
        compare(element, text, draft, findings);
      }
    }
  }

  private static void compare(Element element, String text, Draft draft, Findings findings) {
    @Nullable String front = front(element, Cascade::own);
    @Nullable String back = back(element, Cascade::own);
    OptionalDouble known = of(front, back);
    if (front == null || back == null || known.isEmpty()) {
      return;
    }
    double ratio = known.getAsDouble();
    if (ratio >= (large(element) ? HARDLY : READABLE)) {
      return;
    }
    Rule rule = ratio < HARDLY ? Rule.CONTRAST_LOW : Rule.CONTRAST_WEAK;
    if (findings.full(Part.MJML, rule)) {
      return;
    }
    String shown = text.substring(0, Math.min(SHOWN, text.length()));
    String said = String.format(Locale.ROOT, "%.1f", ratio);
    findings.add(Part.MJML, draft.lineOf(shown), rule, shown, front, back, said);
  }

  /** Of an element's text and what is behind it; empty where one of the colours is unknown. */
  static OptionalDouble of(Element element, Function<Element, Map<String, String>> styles) {
    return of(front(element, styles), back(element, styles));
  }

  private static OptionalDouble of(@Nullable String front, @Nullable String back) {
    Optional<Integer> colour = front == null ? Optional.empty() : colour(front);
    Optional<Integer> ground = back == null ? Optional.empty() : colour(back);
    return colour.isEmpty() || ground.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(ratio(colour.get(), ground.get()));
  }

  /** (L1 + 0.05) / (L2 + 0.05) of the relative luminances, as WCAG 2.1 defines it. */
  static double ratio(int a, int b) {
    double first = luminance(a);
    double second = luminance(b);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double c = (channel & 0xff) / 255.0;
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  /** A link has its own colour in every mail program: unknown where it is not written. */
  private static @Nullable String front(
      Element start, Function<Element, Map<String, String>> styles) {
    for (Element e = start; e != null; e = e.parent()) {
      @Nullable String colour = styles.apply(e).get("color");
      if (colour == null && e.tagName().equals("font") && e.hasAttr("color")) {
        colour = e.attr("color").toLowerCase(Locale.ROOT);
      }
      if (colour != null && !colour.equals("inherit")) {
        return colour;
      }
      if (e.tagName().equals("a")) {
        return null;
      }
    }
    return "#000000";
  }

  private static @Nullable String back(
      Element start, Function<Element, Map<String, String>> styles) {
    for (Element e = start; e != null; e = e.parent()) {
      Map<String, String> style = styles.apply(e);
      String background = style.getOrDefault("background", "");
      if (background.contains("url(")
          || background.contains("gradient")
          || e.hasAttr("background")) {
        return null;
      }
      String colour = style.getOrDefault("background-color", "");
      if (colour.isEmpty()) {
        colour = background.isEmpty() ? e.attr("bgcolor").toLowerCase(Locale.ROOT) : background;
      }
      if (!colour.isEmpty() && !colour.equals("transparent") && !colour.equals("none")) {
        return colour.split(" (?![^(]*\\))", -1)[0];
      }
    }
    return "#ffffff";
  }

  private static Optional<Integer> colour(String written) {
    Matcher hex = HEX.matcher(written);
    if (hex.matches()) {
      String digits = hex.group(1);
      return Optional.of(
          Integer.parseInt(digits.length() == 6 ? digits : digits.replaceAll("(.)", "$1$1"), 16));
    }
    Matcher rgb = RGB.matcher(written);
    if (rgb.matches()) {
      return Optional.of((channel(rgb, 1) << 16) | (channel(rgb, 2) << 8) | channel(rgb, 3));
    }
    return Optional.ofNullable(NAMES.get(written));
  }

  private static int channel(Matcher rgb, int group) {
    return Math.min(255, Integer.parseInt(rgb.group(group)));
  }

  /** WCAG calls 24 px large, and 18.66 px where it is bold. */
  private static boolean large(Element start) {
    boolean bold = false;
    for (Element e = start; e != null; e = e.parent()) {
      Map<String, String> style = Cascade.own(e);
      String weight = style.getOrDefault("font-weight", "");
      bold |=
          e.tagName().equals("b") || e.tagName().equals("strong") || weight.matches("bold|[789]00");
      Matcher size = PIXELS.matcher(style.getOrDefault("font-size", ""));
      if (size.matches()) {
        return Double.parseDouble(size.group(1)) >= (bold ? 18.66 : 24);
      }
    }
    return false;
  }
}
