package kikkake.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Judges whether something on a page can be seen: shown, where the page is, large and not pale. */
final class Sight {
  /** The smallest letters that anybody reads, in pixels. */
  private static final double SMALLEST = 6;

  private static final double PALEST = 0.3;
  private static final double FAR = 100;

  /** What browsers begin with, in pixels. */
  private static final double USUAL = 16;

  private static final Pattern LENGTH =
      Pattern.compile("(-?[\\d.]+)\\s*(px|pt|em|rem|ex|ch|%|vw|vh|in|cm|mm)?");
  private static final Pattern MOVED =
      Pattern.compile(
          "(?:translate[xy3d]*|matrix)\\([^)]*-\\d{3,}|(?:scale[xy3d]*)\\(\\s*0?\\.?0*\\s*[,)]");
  private static final Pattern CUT =
      Pattern.compile(
          "rect\\(\\s*[01](?:px)?[\\s,]+[01](?:px)?[\\s,]|inset\\(\\s*(?:[5-9]\\d|100)%|circle\\(\\s*0|polygon\\(\\s*0[^,]*,\\s*0[^,]*,\\s*0");
  private static final Pattern CLEAR =
      Pattern.compile(
          "transparent|(?:rgb|hsl)a?\\((?:(?:[^,]*,){3}|[^/]*/)\\s*0?\\.?0*%?\\s*\\)"
              + "|#(?:[0-9a-f]{3}0|[0-9a-f]{6}00)");
  private static final Pattern SHORT_SIZE =
      Pattern.compile("(?:^|\\s)([\\d.]+[a-z%]*)(?:\\s*/|\\s)");
  private static final List<String> SIDES =
      List.of(
          "left",
          "top",
          "right",
          "bottom",
          "inset",
          "text-indent",
          "margin",
          "margin-left",
          "margin-right",
          "margin-top",
          "margin-bottom");

  private Sight() {}

  /** Whether an element is shown, and in a colour that stands out from what is behind it. */
  static boolean visible(Element element, Function<Element, Map<String, String>> styles) {
    return !hidden(element, styles) && Contrast.of(element, styles).orElse(21) >= Contrast.HARDLY;
  }

  /** Whether an element or one around it is kept from being seen. */
  static boolean hidden(Element start, Function<Element, Map<String, String>> styles) {
    boolean sized = false;
    double part = 1;
    for (Element e = start; e != null; e = e.parent()) {
      Map<String, String> style = styles.apply(e);
      part *= opacity(style);
      if (e.hasAttr("hidden") || part < PALEST || away(style) || empty(style)) {
        return true;
      }
      String size = style.getOrDefault("font-size", shortSize(style));
      if (!sized && pixels(size).orElse(USUAL) < SMALLEST) {
        return true;
      }
      sized |= !size.isEmpty(); // MJML sets 0 around its texts, which set their own.
    }
    return CLEAR.matcher(colour(start, styles)).matches();
  }

  private static String colour(Element start, Function<Element, Map<String, String>> styles) {
    for (Element e = start; e != null; e = e.parent()) {
      Map<String, String> style = styles.apply(e);
      String colour =
          style.getOrDefault("-webkit-text-fill-color", style.getOrDefault("color", ""));
      if (!colour.isEmpty() && !colour.equals("inherit")) {
        return colour;
      }
    }
    return "";
  }

  private static String shortSize(Map<String, String> style) {
    Matcher size = SHORT_SIZE.matcher(style.getOrDefault("font", ""));
    return size.find() ? size.group(1) : "";
  }

  private static double opacity(Map<String, String> style) {
    Matcher opacity = LENGTH.matcher(style.getOrDefault("opacity", ""));
    if (!opacity.matches()) {
      return 1;
    }
    double value = number(opacity.group(1)).orElse(1);
    return Math.clamp("%".equals(opacity.group(2)) ? value / 100 : value, 0, 1);
  }

  private static boolean away(Map<String, String> style) {
    return SIDES.stream().anyMatch(side -> far(style.getOrDefault(side, "")))
        || style.getOrDefault("display", "").equals("none")
        || style.getOrDefault("visibility", "").matches("hidden|collapse")
        || MOVED.matcher(style.getOrDefault("transform", "")).find()
        || CUT.matcher(style.getOrDefault("clip", "")).find()
        || CUT.matcher(style.getOrDefault("clip-path", "")).find();
  }

  /** Beyond the edges of a page; a hundredth of one is some pixels. */
  private static boolean far(String places) {
    for (String place : places.split("\\s+", -1)) {
      double moved = pixels(place.replaceFirst("^(-?[\\d.]+)%$", "$1em")).orElse(0);
      if (moved <= -FAR || moved >= 20 * FAR) {
        return true;
      }
    }
    return false;
  }

  /** A box without room in which nothing may stand out. */
  private static boolean empty(Map<String, String> style) {
    boolean cut = style.getOrDefault("overflow", "").matches("hidden|clip");
    return isNothing(style, "max-height")
        || (cut
            && (isNothing(style, "height")
                || isNothing(style, "width")
                || isNothing(style, "max-width")));
  }

  private static boolean isNothing(Map<String, String> style, String property) {
    return pixels(style.getOrDefault(property, "")).orElse(USUAL) <= 1;
  }

  /** About how many; empty where it cannot be known without the page around it. */
  private static OptionalDouble pixels(String written) {
    Matcher length = LENGTH.matcher(written);
    if (!length.matches()) {
      return OptionalDouble.empty();
    }
    OptionalDouble number = number(length.group(1));
    double unit =
        switch (Optional.ofNullable(length.group(2)).orElse("px")) {
          case "pt" -> 4 / 3.0;
          case "em", "rem" -> USUAL;
          case "ex", "ch", "vw", "vh" -> USUAL / 2;
          case "%" -> USUAL / 100;
          case "in" -> 96;
          case "cm" -> 38;
          case "mm" -> 3.8;
          default -> 1;
        };
    return number.isPresent() ? OptionalDouble.of(number.getAsDouble() * unit) : number;
  }

  private static OptionalDouble number(String written) {
    try {
      return OptionalDouble.of(Double.parseDouble(written));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
