package kikkake.local.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads conditions by descent: OR binds loosest, then AND, then NOT. The grammar is that of
 * "Condition and filter expressions" in the developer guide of DynamoDB.
 */
final class ConditionParser {
  private static final int MAX_OPTIONS = 100;

  private final Words words;
  private boolean inParentheses;

  private ConditionParser(Words words) {
    this.words = words;
  }

  static Condition parse(Words words) {
    return new ConditionParser(words).alternatives();
  }

  private Condition alternatives() {
    Condition condition = both();
    while (words.take("OR")) {
      condition = new Condition.Or(condition, both());
      inParentheses = false;
    }
    return condition;
  }

  private Condition both() {
    Condition condition = maybeNot();
    while (words.take("AND")) {
      condition = new Condition.And(condition, maybeNot());
      inParentheses = false;
    }
    return condition;
  }

  private Condition maybeNot() {
    if (words.take("NOT")) {
      Condition.Not not = new Condition.Not(maybeNot());
      inParentheses = false;
      return not;
    }
    if (words.take("(")) {
      Condition condition = alternatives();
      words.expect(")");
      if (inParentheses) {
        throw Refusal.invalid("Invalid expression: The expression has redundant parentheses");
      }
      inParentheses = true;
      return condition;
    }
    inParentheses = false;
    return single();
  }

  private Condition single() {
    if (words.peekFurther().equals("(") && !words.nextIs("size")) {
      return function(words.take());
    }
    Operand left = operand();
    if (words.take("BETWEEN")) {
      Operand low = operand();
      words.expect("AND");
      return new Condition.Between(left, low, operand());
    }
    if (words.take("IN")) {
      return new Condition.In(left, options());
    }
    String word = words.take();
    Condition.Compare.Sign sign = Condition.Compare.Sign.of(word);
    if (sign == null) {
      throw words.wrong(word);
    }
    return new Condition.Compare(left, sign, operand());
  }

  private Condition function(String name) {
    words.expect("(");
    Condition condition =
        switch (name) {
          case "attribute_exists" -> new Condition.Exists(words.path());
          case "attribute_not_exists" -> new Condition.Not(new Condition.Exists(words.path()));
          case "begins_with" -> new Condition.BeginsWith(operand(), second());
          case "contains" -> new Condition.Contains(operand(), second());
          case "attribute_type" ->
              throw new UnsupportedOperationException("There is no attribute_type here");
          default ->
              throw Refusal.invalid("Invalid expression: Invalid function name; function: " + name);
        };
    words.expect(")");
    return condition;
  }

  private Operand second() {
    words.expect(",");
    return operand();
  }

  private List<Operand> options() {
    words.expect("(");
    List<Operand> options = new ArrayList<>();
    do {
      options.add(operand());
    } while (words.take(","));
    words.expect(")");
    if (options.size() > MAX_OPTIONS) {
      throw Refusal.invalid("The IN operator is provided with too many operands");
    }
    return List.copyOf(options);
  }

  private Operand operand() {
    if (words.peekFurther().equals("(") && words.peek().equals("size")) {
      words.take();
      words.expect("(");
      Operand.Size size = new Operand.Size(words.path());
      words.expect(")");
      return size;
    }
    return words.peek().startsWith(":") ? words.value() : words.path();
  }
}
