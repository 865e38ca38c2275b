package kikkake.local.simulate;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** An expression that was read, and the stand-ins that it uses. */
record Parsed<T>(T expression, Set<String> names, Set<String> values) {
  private static final Map<String, Parsed<Condition>> CONDITIONS = new ConcurrentHashMap<>();
  private static final Map<String, Parsed<Update>> UPDATES = new ConcurrentHashMap<>();

  /** Reads a condition, a filter or the keys of a query; once for each text. */
  static Parsed<Condition> condition(String text) {
    return known(CONDITIONS, text, ConditionParser::parse);
  }

  /** Reads an update, once for each text. */
  static Parsed<Update> update(String text) {
    return known(UPDATES, text, UpdateParser::parse);
  }

  private static <T> Parsed<T> known(
      Map<String, Parsed<T>> known, String text, Function<Words, T> parser) {
    Parsed<T> parsed = known.get(text);
    if (parsed == null) {
      Words words = new Words(text);
      T expression = parser.apply(words);
      words.end();
      parsed = new Parsed<>(expression, words.names(), words.values());
      known.put(text, parsed);
    }
    return parsed;
  }
}
