package kikkake.local.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes up expressions and values for them; most make sense, some do not. */
final class RandomExpressions {
  private static final List<String> ATTRIBUTES =
      List.of("x", "y", "amount", "dueShard", "dueAt", "pk", "sk");
  private static final List<String> TEXTS =
      List.of("", "a", "ab", "b", "茶碗", "😀", "\uFF5E", "D1", "k".repeat(1_100), "M#1");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "-1",
          "1.50",
          "100",
          "1E3",
          "-0.5",
          "12345678901234567890",
          "0.001",
          "-120.05",
          "007",
          "+5",
          "123456789012345678901234567890123456789",
          "1E126",
          "x",
          "-0",
          "10.10");

  private final RandomGenerator random;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();

  RandomExpressions(RandomGenerator random) {
    this.random = random;
  }

  /** The stand-ins for names, null where there are none; now and then one too many or too few. */
  @Nullable Map<String, String> names() {
    if (oneIn(60)) {
      names.put("#unused", "x");
    } else if (oneIn(60) && !names.isEmpty()) {
      names.remove(names.keySet().iterator().next());
    }
    return names.isEmpty() && !oneIn(60) ? null : names;
  }

  /** The stand-ins for values, null where there are none; now and then one too many or too few. */
  @Nullable Map<String, AttributeValue> values() {
    if (oneIn(60)) {
      values.put(":unused", AttributeValue.fromS("a"));
    } else if (oneIn(60) && !values.isEmpty()) {
      values.remove(values.keySet().iterator().next());
    }
    return values.isEmpty() && !oneIn(60) ? null : values;
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  AttributeValue value() {
    return value(2);
  }

  private AttributeValue value(int depth) {
    return switch (random.nextInt(depth == 0 ? 9 : 11)) {
      case 0, 1, 2 -> AttributeValue.fromS(one(TEXTS));
      case 3, 4, 5 -> AttributeValue.fromN(number(depth));
      case 6 -> AttributeValue.fromBool(random.nextBoolean());
      case 7 -> AttributeValue.fromNul(true);
      case 8 -> AttributeValue.fromB(SdkBytes.fromUtf8String(one(TEXTS)));
      case 9 -> AttributeValue.fromL(some(() -> value(depth - 1)));
      default -> {
        Map<String, AttributeValue> entries = new HashMap<>();
        some(() -> one(ATTRIBUTES)).forEach(name -> entries.put(name, value(depth - 1)));
        yield AttributeValue.fromM(entries);
      }
    };
  }

  /** DynamoDB trims numbers everywhere; DynamoDB Local does not within a list or a map. */
  private String number(int depth) {
    return depth == 2 && oneIn(4) ? one(NUMBERS) : "" + random.nextInt(-20, 200);
  }

  /**
   * Something to change. DynamoDB refuses to set a key of the index to anything but a text of at
   * most 1,024 bytes; DynamoDB Local checks that where an item is put, but not where it is updated.
   */
  private String changed() {
    return path(oneIn(40) ? "pk" : one(ATTRIBUTES.subList(0, 3)));
  }

  private <T> List<T> some(Supplier<T> of) {
    List<T> some = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      some.add(of.get());
    }
    return some;
  }

  /** A stand-in for this value. */
  String standIn(AttributeValue value) {
    String word = ":v" + values.size();
    values.put(word, value);
    return word;
  }

  private String path() {
    return path(oneIn(20) ? one(ATTRIBUTES) : one(ATTRIBUTES.subList(0, 5)));
  }

  private String path(String name) {
    if (oneIn(3)) {
      return oneIn(50) ? one(List.of("state", "Name", "statex")) : name;
    }
    names.put("#" + name, name);
    return "#" + name;
  }

  private String operand() {
    return switch (random.nextInt(10)) {
      case 0 -> "size(" + path() + ")";
      case 1, 2, 3, 4, 5 -> standIn(value());
      default -> path();
    };
  }

  String condition() {
    return oneIn(80) ? "x =" : condition(2);
  }

  private String condition(int depth) {
    return switch (random.nextInt(depth == 0 ? 8 : 13)) {
      case 0 -> "attribute_exists(" + path() + ")";
      case 1 -> "attribute_not_exists(" + path() + ")";
      case 2 -> "begins_with(" + path() + ", " + operand() + ")";
      case 3 -> "contains(" + path() + ", " + operand() + ")";
      case 4 -> path() + " BETWEEN " + operand() + " AND " + operand();
      case 5 -> path() + " IN (" + operand() + ", " + operand() + ")";
      case 6, 7 ->
          (oneIn(4) ? operand() : path())
              + one(List.of(" = ", " <> ", " < ", " <= ", " > ", " >= "))
              + operand();
      case 8 -> "NOT " + condition(depth - 1);
      case 9 -> condition(depth - 1) + " AND " + condition(depth - 1);
      case 10 -> condition(depth - 1) + " or " + condition(depth - 1);
      default -> "(" + condition(depth - 1) + ")";
    };
  }

  String update() {
    if (oneIn(80)) {
      return "SET x =";
    }
    List<String> sections = new ArrayList<>();
    if (!oneIn(4)) {
      List<String> sets = new ArrayList<>(List.of(set()));
      some(this::set).forEach(sets::add);
      sections.add("SET " + String.join(", ", sets));
    }
    if (oneIn(2)) {
      sections.add("REMOVE " + path());
    }
    if (oneIn(4)) {
      sections.add(
          "ADD " + changed() + " " + standIn(AttributeValue.fromN("" + random.nextInt(9))));
    }
    if (oneIn(80)) {
      sections.add("REMOVE " + path());
    }
    return sections.isEmpty() ? "REMOVE x" : String.join(" ", sections);
  }

  private String set() {
    if (oneIn(3)) {
      String shard = path("dueShard");
      return shard + " = " + standIn(AttributeValue.fromS("D" + random.nextInt(3)));
    }
    if (oneIn(3)) {
      String at = path("dueAt");
      return at + " = " + standIn(AttributeValue.fromS("2026-0" + random.nextInt(1, 9)));
    }
    return changed() + " = " + term();
  }

  private String term() {
    return switch (random.nextInt(8)) {
      case 0 -> "if_not_exists(" + path() + ", " + standIn(value()) + ")";
      case 1 -> "list_append(" + path() + ", " + standIn(value()) + ")";
      case 2 -> path() + " + " + standIn(number());
      case 3 -> "if_not_exists(" + path() + ", " + standIn(number()) + ") - " + standIn(number());
      case 4 -> path();
      default -> standIn(value());
    };
  }

  private AttributeValue number() {
    return oneIn(9) ? value() : AttributeValue.fromN("" + random.nextInt(-3, 9));
  }
}
