package kikkake.local.simulate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an update sets an attribute to. */
sealed interface Term permits Operand.Path, Operand.Value, Term.IfNotExists, Term.Append, Term.Sum {
  /** The value, from the item as it was before the update. */
  AttributeValue of(Map<String, AttributeValue> item, Bindings bindings);

  /** Refuses what is wrong whatever the item: values of a kind that the term cannot take. */
  void check(Bindings bindings);

  /** {@code if_not_exists(path, other)}. */
  record IfNotExists(Operand.Path path, Term other) implements Term {
    @Override
    public AttributeValue of(Map<String, AttributeValue> item, Bindings bindings) {
      AttributeValue known = path.in(item, bindings);
      return known != null ? known : other.of(item, bindings);
    }

    @Override
    public void check(Bindings bindings) {
      other.check(bindings);
    }
  }

  /** {@code list_append(first, second)}. */
  record Append(Term first, Term second) implements Term {
    @Override
    public AttributeValue of(Map<String, AttributeValue> item, Bindings bindings) {
      List<AttributeValue> all = new ArrayList<>(list(first.of(item, bindings)));
      all.addAll(list(second.of(item, bindings)));
      return AttributeValue.fromL(all);
    }

    private static List<AttributeValue> list(AttributeValue value) {
      if (!value.hasL()) {
        throw wrongKind();
      }
      return value.l();
    }

    @Override
    public void check(Bindings bindings) {
      for (Term term : List.of(first, second)) {
        term.check(bindings);
        if (term instanceof Operand.Value v) {
          list(bindings.value(v.word()));
        }
      }
    }
  }

  /** {@code left + right}, or {@code left - right}. */
  record Sum(Term left, boolean minus, Term right) implements Term {
    @Override
    public AttributeValue of(Map<String, AttributeValue> item, Bindings bindings) {
      BigDecimal l = number(left.of(item, bindings));
      BigDecimal r = number(right.of(item, bindings));
      return AttributeValue.fromN(Values.number(minus ? l.subtract(r) : l.add(r)));
    }

    @Override
    public void check(Bindings bindings) {
      for (Term term : List.of(left, right)) {
        term.check(bindings);
        if (term instanceof Operand.Value v) {
          number(bindings.value(v.word()));
        }
      }
    }
  }

  /** The number in a value that must have one. */
  static BigDecimal number(AttributeValue value) {
    if (value.n() == null) {
      throw wrongKind();
    }
    return new BigDecimal(value.n());
  }

  private static RuntimeException wrongKind() {
    return Refusal.invalid("An operand in the update expression has an incorrect data type");
  }
}
