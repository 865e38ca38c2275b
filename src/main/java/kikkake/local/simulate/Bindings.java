package kikkake.local.simulate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What stands for names and values in the expressions of one request. */
final class Bindings {
  private final Map<String, String> names;
  private final Map<String, AttributeValue> values;

  private Bindings(Map<String, String> names, Map<String, AttributeValue> values) {
    this.names = names;
    this.values = values;
  }

  /**
   * Reads them, and refuses what is declared and not used, or used and not declared.
   *
   * @param names null where the request has none
   * @param values null where the request has none
   */
  static Bindings of(
      @Nullable Map<String, String> names,
      @Nullable Map<String, AttributeValue> values,
      List<? extends Parsed<?>> expressions) {
    checkNotEmpty("ExpressionAttributeNames", names, expressions);
    checkNotEmpty("ExpressionAttributeValues", values, expressions);
    Map<String, String> declaredNames = names == null ? Map.of() : names;
    Map<String, AttributeValue> normal = values == null ? Map.of() : normal(values);
    for (Parsed<?> expression : expressions) {
      checkDeclared("name", expression.names(), declaredNames.keySet());
      checkDeclared("value", expression.values(), normal.keySet());
    }
    for (String name : declaredNames.keySet()) {
      checkUsed("Names", name, '#', expressions.stream().anyMatch(e -> e.names().contains(name)));
    }
    for (String value : normal.keySet()) {
      checkUsed(
          "Values", value, ':', expressions.stream().anyMatch(e -> e.values().contains(value)));
    }
    return new Bindings(declaredNames, normal);
  }

  private static void checkNotEmpty(
      String what, @Nullable Map<?, ?> declared, List<?> expressions) {
    if (declared != null && expressions.isEmpty()) {
      throw Refusal.invalid(what + " can only be specified when using expressions");
    }
    if (declared != null && declared.isEmpty()) {
      throw Refusal.invalid(what + " must not be empty");
    }
  }

  private static Map<String, AttributeValue> normal(Map<String, AttributeValue> values) {
    Map<String, AttributeValue> normal = HashMap.newHashMap(values.size());
    values.forEach((word, value) -> normal.put(word, Values.normal(value)));
    return normal;
  }

  private static void checkDeclared(String what, Set<String> used, Set<String> declared) {
    for (String word : used) {
      if (!declared.contains(word)) {
        throw Refusal.invalid(
            "An expression attribute " + what + " used in expression is not defined: " + word);
      }
    }
  }

  private static void checkUsed(String what, String word, char mark, boolean used) {
    if (word.isEmpty() || word.charAt(0) != mark) {
      throw Refusal.invalid("ExpressionAttribute" + what + " contains invalid key: " + word);
    }
    if (!used) {
      throw Refusal.invalid(
          "Value provided in ExpressionAttribute" + what + " unused in expressions: " + word);
    }
  }

  /** The name of an attribute that an expression writes so. */
  String name(String word) {
    return word.charAt(0) == '#' ? names.getOrDefault(word, word) : word;
  }

  /** The value that an expression writes so, in its normal form. */
  AttributeValue value(String word) {
    AttributeValue value = values.get(word);
    if (value == null) {
      throw new IllegalStateException("Not checked: " + word);
    }
    return value;
  }
}
