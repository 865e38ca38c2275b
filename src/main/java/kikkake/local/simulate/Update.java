package kikkake.local.simulate;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an update expression does to an item; all of it sees the item as it was before. */
record Update(List<Assignment> sets, List<Operand.Path> removes, List<Addition> adds) {
  /** {@code SET path = term}. */
  record Assignment(Operand.Path path, Term term) {}

  /** {@code ADD path value}. */
  record Addition(Operand.Path path, Operand.Value value) {}

  /** Refuses what is wrong whatever the item: an attribute changed twice, a wrong kind. */
  void check(Bindings bindings) {
    Set<String> changed = new HashSet<>();
    for (Assignment set : sets) {
      checkPath(set.path(), bindings, changed);
      set.term().check(bindings);
    }
    removes.forEach(path -> checkPath(path, bindings, changed));
    for (Addition add : adds) {
      checkPath(add.path(), bindings, changed);
      Term.number(bindings.value(add.value().word()));
    }
  }

  private static void checkPath(Operand.Path path, Bindings bindings, Set<String> changed) {
    String name = bindings.name(path.word());
    if (!changed.add(name)) {
      throw Refusal.invalid(
          "Invalid UpdateExpression: Two document paths overlap with each other: " + name);
    }
  }

  /** Refuses to change a key; DynamoDB does so only where the condition holds. */
  void checkKeys(Bindings bindings, Set<String> keys) {
    sets.forEach(set -> checkKey(bindings.name(set.path().word()), keys));
    removes.forEach(path -> checkKey(bindings.name(path.word()), keys));
    adds.forEach(add -> checkKey(bindings.name(add.path().word()), keys));
  }

  private static void checkKey(String name, Set<String> keys) {
    if (keys.contains(name)) {
      throw Refusal.invalid(
          "One or more parameter values were invalid: Cannot update attribute "
              + name
              + ". This attribute is part of the key");
    }
  }

  /** The attributes after the update. */
  Map<String, AttributeValue> applied(Map<String, AttributeValue> before, Bindings bindings) {
    Map<String, AttributeValue> after = new TreeMap<>(before);
    for (Assignment set : sets) {
      after.put(bindings.name(set.path().word()), set.term().of(before, bindings));
    }
    for (Operand.Path path : removes) {
      after.remove(bindings.name(path.word()));
    }
    for (Addition add : adds) {
      BigDecimal more = Term.number(add.value().of(before, bindings));
      AttributeValue known = add.path().in(before, bindings);
      BigDecimal sum = known == null ? more : Term.number(known).add(more);
      after.put(bindings.name(add.path().word()), AttributeValue.fromN(Values.number(sum)));
    }
    return after;
  }
}
