package kikkake.local.simulate;

import com.amazonaws.services.dynamodbv2.parser.ReservedKeywords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The words of an expression, read one after the other. */
final class Words {
  private static final String SINGLE = "()=,+-";

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final Set<String> names = new TreeSet<>();
  private final Set<String> values = new TreeSet<>();
  private int next;

  Words(String text) {
    this.text = text;
    int at = 0;
    while (at < text.length()) {
      int end = end(at);
      String word = text.substring(at, end);
      if (!word.isBlank()) {
        words.add(word);
      }
      at = end;
    }
    if (words.isEmpty()) {
      throw Refusal.invalid("Invalid expression: The expression can not be empty;");
    }
  }

  private int end(int start) {
    char first = text.charAt(start);
    if (Character.isWhitespace(first) || SINGLE.indexOf(first) >= 0) {
      return start + 1;
    }
    if (first == '<' || first == '>') {
      boolean two = text.startsWith("<>", start) || text.startsWith("=", start + 1);
      return two ? start + 2 : start + 1;
    }
    if (first == '.' || first == '[') {
      throw new UnsupportedOperationException("There are no paths into an attribute here: " + text);
    }
    boolean placeholder = first == '#' || first == ':';
    int end = placeholder ? start + 1 : start;
    while (end < text.length() && isPartOfName(text.charAt(end))) {
      end++;
    }
    if (end == start + (placeholder ? 1 : 0) || isDigit(first)) {
      throw wrong(text.substring(start, Math.min(start + 1, text.length())));
    }
    return end;
  }

  private static boolean isPartOfName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The next word, or an empty text behind the last. */
  String peek() {
    return next < words.size() ? words.get(next) : "";
  }

  /** The word behind the next. */
  String peekFurther() {
    return next + 1 < words.size() ? words.get(next + 1) : "";
  }

  boolean nextIs(String word) {
    return peek().equalsIgnoreCase(word);
  }

  boolean take(String word) {
    boolean taken = nextIs(word);
    if (taken) {
      next++;
    }
    return taken;
  }

  void expect(String word) {
    if (!take(word)) {
      throw wrong(peek());
    }
  }

  String take() {
    if (next == words.size()) {
      throw wrong("<EOF>");
    }
    return words.get(next++);
  }

  /** Takes the name of an attribute or a stand-in for one. */
  Operand.Path path() {
    String word = take();
    if (word.startsWith("#")) {
      names.add(word);
    } else if (!isPartOfName(word.charAt(0))) {
      throw wrong(word);
    } else if (ReservedKeywords.isKeyword(word)) {
      throw Refusal.invalid("Invalid expression: Attribute name is a reserved keyword: " + word);
    }
    return new Operand.Path(word);
  }

  /** Takes the stand-in for a value. */
  Operand.Value value() {
    String word = take();
    if (!word.startsWith(":")) {
      throw wrong(word);
    }
    values.add(word);
    return new Operand.Value(word);
  }

  void end() {
    if (next < words.size()) {
      throw wrong(peek());
    }
  }

  /** The stand-ins for names that were taken so far. */
  Set<String> names() {
    return names;
  }

  /** The stand-ins for values that were taken so far. */
  Set<String> values() {
    return values;
  }

  RuntimeException wrong(String word) {
    return Refusal.invalid("Invalid expression: Syntax error; token: " + word + ", in: " + text);
  }
}
