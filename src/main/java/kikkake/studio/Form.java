package kikkake.studio;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The fields that a page sent, each at most once. */
final class Form {
  private final Map<String, String> fields;

  private Form(Map<String, String> fields) {
    this.fields = fields;
  }

  /**
   * Reads a form in the encoding of browsers.
   *
   * @throws Refused where it is none, or has a field twice
   */
  static Form read(Ask ask) {
    if (!ask.header("content-type").startsWith("application/x-www-form-urlencoded")) {
      throw new Refused(415, Refused.Why.BAD_FORM);
    }
    Map<String, String> fields = new HashMap<>();
    for (String field : ask.body().text().split("&", -1)) {
      String[] parts = field.split("=", 2);
      String value = parts.length == 1 ? "" : decoded(parts[1]);
      if (!parts[0].isEmpty() && fields.put(decoded(parts[0]), value) != null) {
        throw new Refused(400, Refused.Why.BAD_FORM);
      }
    }
    return new Form(fields);
  }

  /**
   * A field, with line ends as Java has them.
   *
   * @throws Refused where it is missing
   */
  String text(String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new Refused(400, Refused.Why.BAD_FORM);
    }
    return value.replace("\r\n", "\n");
  }

  /** A field; empty where it is missing. */
  String optional(String name) {
    return fields.getOrDefault(name, "");
  }

  /** A field that is one line, without blanks around it. */
  String line(String name) {
    String value = optional(name).strip();
    if (value.length() > 200 || value.chars().anyMatch(Character::isISOControl)) {
      throw new Refused(400, Refused.Why.NOT_ONE_LINE);
    }
    return value;
  }

  /**
   * A field that is a whole number.
   *
   * @throws Refused where it is none
   */
  int number(String name) {
    return number(fields.getOrDefault(name, ""), name);
  }

  static int number(String text, String name) {
    if (!text.matches("[0-9]{1,6}")) {
      throw new Refused(400, Refused.Why.BAD_NUMBER, name);
    }
    return Integer.parseInt(text);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refused(400, Refused.Why.BAD_FORM);
    }
  }
}
