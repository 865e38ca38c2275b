package kikkake.local.simulate;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a condition compares. */
sealed interface Operand {
  /** The value in an item; null where it has none. */
  @Nullable AttributeValue in(Map<String, AttributeValue> item, Bindings bindings);

  /** The kind of its values where that is known without an item; null where it is not. */
  AttributeValue.@Nullable Type kind(Bindings bindings);

  /** An attribute: its name, or a stand-in for its name. */
  record Path(String word) implements Operand, Term {
    @Override
    public AttributeValue.@Nullable Type kind(Bindings bindings) {
      return null;
    }

    @Override
    public @Nullable AttributeValue in(Map<String, AttributeValue> item, Bindings bindings) {
      return item.get(bindings.name(word));
    }

    @Override
    public void check(Bindings bindings) {}

    @Override
    public AttributeValue of(Map<String, AttributeValue> item, Bindings bindings) {
      AttributeValue value = in(item, bindings);
      if (value == null) {
        throw Refusal.invalid(
            "The provided expression refers to an attribute that does not exist in the item");
      }
      return value;
    }
  }

  /** A value of the request. */
  record Value(String word) implements Operand, Term {
    @Override
    public AttributeValue.Type kind(Bindings bindings) {
      return bindings.value(word).type();
    }

    @Override
    public AttributeValue in(Map<String, AttributeValue> item, Bindings bindings) {
      return bindings.value(word);
    }

    @Override
    public void check(Bindings bindings) {}

    @Override
    public AttributeValue of(Map<String, AttributeValue> item, Bindings bindings) {
      return bindings.value(word);
    }
  }

  /** How long an attribute's value is. */
  record Size(Path path) implements Operand {
    @Override
    public AttributeValue.Type kind(Bindings bindings) {
      return AttributeValue.Type.N;
    }

    @Override
    public @Nullable AttributeValue in(Map<String, AttributeValue> item, Bindings bindings) {
      AttributeValue value = path.in(item, bindings);
      Integer length = value == null ? null : Values.length(value);
      return length == null ? null : AttributeValue.fromN(length.toString());
    }
  }
}
