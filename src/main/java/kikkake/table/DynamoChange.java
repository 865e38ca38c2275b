package kikkake.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A conditional change of one row: what to set, what to remove, and the condition under which.
 * Attribute names stand in the condition as they are, with a {@code #} before them; values are
 * named with {@link #with}.
 */
public final class DynamoChange {
  private final List<String> sets = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();
  private @Nullable String condition;

  public DynamoChange set(String name, @Nullable String value) {
    return value == null ? this : put(name, AttributeValue.fromS(value));
  }

  public DynamoChange set(String name, Number value) {
    return put(name, AttributeValue.fromN(value.toString()));
  }

  public DynamoChange set(String name, Instant value) {
    return set(name, value.getEpochSecond());
  }

  public DynamoChange set(String name, boolean value) {
    return put(name, AttributeValue.fromBool(value));
  }

  public DynamoChange set(String name, List<String> values) {
    return put(name, AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList()));
  }

  /** Adds one to a number that may be missing. */
  public DynamoChange increase(String name) {
    sets.add(name(name) + " = if_not_exists(" + name(name) + ", :zero) + :one");
    return with("zero", 0).with("one", 1);
  }

  /** Adds a text to the end of a list that may be missing. */
  public DynamoChange append(String name, String value) {
    String placeholder = ":set" + sets.size();
    values.put(":none", AttributeValue.fromL(List.of()));
    values.put(placeholder, AttributeValue.fromL(List.of(AttributeValue.fromS(value))));
    sets.add(
        "%1$s = list_append(if_not_exists(%1$s, :none), %2$s)".formatted(name(name), placeholder));
    return this;
  }

  public DynamoChange remove(String... attributes) {
    for (String name : attributes) {
      removes.add(name(name));
    }
    return this;
  }

  /** The condition, for example {@code "#state = :planned"}; every name gets a {@code #}. */
  public DynamoChange onlyIf(String condition, String... attributes) {
    this.condition = condition;
    for (String attribute : attributes) {
      name(attribute);
    }
    return this;
  }

  public DynamoChange with(String value, String text) {
    values.put(":" + value, AttributeValue.fromS(text));
    return this;
  }

  public DynamoChange with(String value, Number number) {
    values.put(":" + value, AttributeValue.fromN(number.toString()));
    return this;
  }

  private DynamoChange put(String name, AttributeValue value) {
    String placeholder = ":set" + sets.size();
    sets.add(name(name) + " = " + placeholder);
    values.put(placeholder, value);
    return this;
  }

  private String name(String attribute) {
    names.put("#" + attribute, attribute);
    return "#" + attribute;
  }

  String update() {
    String set = sets.isEmpty() ? "" : "SET " + String.join(", ", sets);
    return removes.isEmpty() ? set : set + " REMOVE " + String.join(", ", removes);
  }

  @Nullable String condition() {
    return condition;
  }

  Map<String, String> names() {
    return names;
  }

  @Nullable Map<String, AttributeValue> values() {
    return values.isEmpty() ? null : values;
  }
}
