package kikkake.local.simulate;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which part of one partition a query asks for. */
final class Range {
  private final String partition;
  private final String from;
  private final String sortName;
  private final @Nullable Condition sort;
  private final Bindings bindings;

  private Range(
      String partition, String from, String sortName, @Nullable Condition sort, Bindings bindings) {
    this.partition = partition;
    this.from = from;
    this.sortName = sortName;
    this.sort = sort;
    this.bindings = bindings;
  }

  /**
   * Reads the key condition of a query.
   *
   * @param partitionName the attribute that must equal something
   * @param sortName the attribute that may be narrowed down
   */
  static Range of(Condition keys, String partitionName, String sortName, Bindings bindings) {
    keys.check(bindings);
    Condition first = keys instanceof Condition.And and ? and.left() : keys;
    Condition second = keys instanceof Condition.And and ? and.right() : null;
    if (second != null && !isEqual(first, partitionName, bindings)) {
      Condition swap = first;
      first = second;
      second = swap;
    }
    if (!isEqual(first, partitionName, bindings)
        || !(first instanceof Condition.Compare equal)
        || !(equal.right() instanceof Operand.Value value)) {
      throw Refusal.invalid("Query condition missed key schema element: " + partitionName);
    }
    return new Range(
        text(value, bindings),
        second == null ? "" : lowest(second, sortName, bindings),
        sortName,
        second,
        bindings);
  }

  private static boolean isEqual(Condition condition, String name, Bindings bindings) {
    return condition instanceof Condition.Compare compare
        && compare.sign() == Condition.Compare.Sign.EQUAL
        && isNamed(compare.left(), name, bindings);
  }

  private static boolean isNamed(Operand operand, String name, Bindings bindings) {
    return operand instanceof Operand.Path path && bindings.name(path.word()).equals(name);
  }

  /** Where the narrowed part begins. */
  private static String lowest(Condition sort, String name, Bindings bindings) {
    return switch (sort) {
      case Condition.Compare(Operand left, Condition.Compare.Sign sign, Operand.Value right)
          when isNamed(left, name, bindings) && sign != Condition.Compare.Sign.DIFFERENT -> {
        String text = text(right, bindings);
        boolean fromBelow =
            sign == Condition.Compare.Sign.LESS || sign == Condition.Compare.Sign.AT_MOST;
        yield fromBelow ? "" : text;
      }
      case Condition.Between(Operand value, Operand.Value low, Operand.Value high)
          when isNamed(value, name, bindings) -> {
        text(high, bindings);
        yield text(low, bindings);
      }
      case Condition.BeginsWith(Operand whole, Operand.Value prefix)
          when isNamed(whole, name, bindings) ->
          text(prefix, bindings);
      default -> throw Refusal.invalid("Query key condition not supported");
    };
  }

  private static String text(Operand.Value value, Bindings bindings) {
    String text = bindings.value(value.word()).s();
    if (text == null) {
      throw Refusal.invalid(
          "One or more parameter values were invalid: Condition parameter type does not match"
              + " schema type");
    }
    if (text.isEmpty()) {
      throw Refusal.invalid(
          "One or more parameter values are not valid. The AttributeValue for a key attribute"
              + " cannot contain an empty string value.");
    }
    return text;
  }

  String partition() {
    return partition;
  }

  /** Nothing in the range sorts before this. */
  String from() {
    return from;
  }

  boolean contains(String sortKey) {
    return sort == null || sort.holds(Map.of(sortName, AttributeValue.fromS(sortKey)), bindings);
  }

  /** Whether nothing in the range sorts after this, which is not in it itself. */
  boolean isBehind(String sortKey) {
    return !sortKey.equals(from);
  }
}
