package kikkake.local.simulate;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A condition on an item, as DynamoDB's condition expressions have it. */
sealed interface Condition {
  boolean holds(Map<String, AttributeValue> item, Bindings bindings);

  /** Refuses what is wrong whatever the item: values of a kind that the condition cannot take. */
  void check(Bindings bindings);

  /** {@code =}, {@code <} and so on. */
  record Compare(Operand left, Sign sign, Operand right) implements Condition {
    enum Sign {
      EQUAL("="),
      DIFFERENT("<>"),
      LESS("<"),
      AT_MOST("<="),
      MORE(">"),
      AT_LEAST(">=");

      private final String word;

      Sign(String word) {
        this.word = word;
      }

      static @Nullable Sign of(String word) {
        for (Sign sign : values()) {
          if (sign.word.equals(word)) {
            return sign;
          }
        }
        return null;
      }
    }

    @Override
    public boolean holds(Map<String, AttributeValue> item, Bindings bindings) {
      AttributeValue l = left.in(item, bindings);
      AttributeValue r = right.in(item, bindings);
      return switch (sign) {
        case EQUAL -> l != null && l.equals(r);
        case DIFFERENT -> l == null || !l.equals(r);
        default -> l != null && r != null && isInOrder(Values.compare(l, r));
      };
    }

    private boolean isInOrder(@Nullable Integer order) {
      return order != null
          && switch (sign) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
            case EQUAL, DIFFERENT -> throw new IllegalStateException("No order: " + sign);
          };
    }

    @Override
    public void check(Bindings bindings) {
      checkDistinct(sign.word, left, List.of(right), bindings);
      if (sign != Sign.EQUAL && sign != Sign.DIFFERENT) {
        Stream.of(left, right).forEach(operand -> checkOrdered(sign.word, operand, bindings));
      }
    }
  }

  record Between(Operand value, Operand low, Operand high) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item, Bindings bindings) {
      AttributeValue v = value.in(item, bindings);
      AttributeValue l = low.in(item, bindings);
      AttributeValue h = high.in(item, bindings);
      return v != null && l != null && h != null && isAtMost(l, v) && isAtMost(v, h);
    }

    private static boolean isAtMost(AttributeValue left, AttributeValue right) {
      Integer order = Values.compare(left, right);
      return order != null && order <= 0;
    }

    @Override
    public void check(Bindings bindings) {
      checkDistinct("BETWEEN", value, List.of(low, high), bindings);
      Stream.of(value, low, high).forEach(each -> checkOrdered("BETWEEN", each, bindings));
      if (low instanceof Operand.Value l && high instanceof Operand.Value h) {
        Integer order = Values.compare(bindings.value(l.word()), bindings.value(h.word()));
        if (order == null) {
          throw Refusal.invalid("The BETWEEN operator requires same data type for both bounds");
        }
        if (order > 0) {
          throw Refusal.invalid(
              "The BETWEEN operator requires upper bound to be greater than or equal to lower"
                  + " bound");
        }
      }
    }
  }

  record In(Operand value, List<Operand> options) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item, Bindings bindings) {
      AttributeValue v = value.in(item, bindings);
      return v != null && options.stream().anyMatch(each -> v.equals(each.in(item, bindings)));
    }

    @Override
    public void check(Bindings bindings) {
      checkDistinct("IN", value, options, bindings);
    }
  }

  record And(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item, Bindings bindings) {
      return left.holds(item, bindings) && right.holds(item, bindings);
    }

    @Override
    public void check(Bindings bindings) {
      left.check(bindings);
      right.check(bindings);
    }
  }

  record Or(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item, Bindings bindings) {
      return left.holds(item, bindings) || right.holds(item, bindings);
    }

    @Override
    public void check(Bindings bindings) {
      left.check(bindings);
      right.check(bindings);
    }
  }

  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item, Bindings bindings) {
      return !condition.holds(item, bindings);
    }

    @Override
    public void check(Bindings bindings) {
      condition.check(bindings);
    }
  }

  /** {@code attribute_exists}. */
  record Exists(Operand.Path path) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item, Bindings bindings) {
      return path.in(item, bindings) != null;
    }

    @Override
    public void check(Bindings bindings) {}
  }

  record BeginsWith(Operand whole, Operand prefix) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item, Bindings bindings) {
      AttributeValue w = whole.in(item, bindings);
      AttributeValue p = prefix.in(item, bindings);
      return w != null && p != null && Values.beginsWith(w, p);
    }

    @Override
    public void check(Bindings bindings) {
      checkDistinct("begins_with", whole, List.of(prefix), bindings);
      for (Operand operand : List.of(whole, prefix)) {
        AttributeValue.Type kind = operand.kind(bindings);
        if (kind != null && kind != AttributeValue.Type.S && kind != AttributeValue.Type.B) {
          throw wrongKind("begins_with", kind);
        }
      }
    }
  }

  record Contains(Operand whole, Operand part) implements Condition {
    @Override
    public boolean holds(Map<String, AttributeValue> item, Bindings bindings) {
      AttributeValue w = whole.in(item, bindings);
      AttributeValue p = part.in(item, bindings);
      return w != null && p != null && Values.contains(w, p);
    }

    @Override
    public void check(Bindings bindings) {
      checkDistinct("contains", whole, List.of(part), bindings);
    }
  }

  private static void checkDistinct(
      String word, Operand first, List<Operand> others, Bindings bindings) {
    for (Operand other : others) {
      if (isSame(first, other, bindings)) {
        throw Refusal.invalid(
            "The first operand must be distinct from the remaining operands for this operator or"
                + " function; operator: "
                + word);
      }
    }
  }

  private static boolean isSame(Operand first, Operand other, Bindings bindings) {
    return switch (first) {
      case Operand.Path path ->
          other instanceof Operand.Path(String word)
              && bindings.name(path.word()).equals(bindings.name(word));
      case Operand.Value value -> value.equals(other);
      case Operand.Size size -> false;
    };
  }

  private static void checkOrdered(String word, Operand operand, Bindings bindings) {
    AttributeValue.Type kind = operand.kind(bindings);
    if (kind != null && !Values.isOrdered(kind)) {
      throw wrongKind(word, kind);
    }
  }

  private static RuntimeException wrongKind(String word, AttributeValue.Type kind) {
    return Refusal.invalid(
        "Incorrect operand type for operator or function; operator or function: "
            + word
            + ", operand type: "
            + kind);
  }
}
