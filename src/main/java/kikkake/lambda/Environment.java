package kikkake.lambda;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a function, as {@code template.yaml} sets them.
 *
 * @param variables the value of a name; empty where it is not set
 */
record Environment(UnaryOperator<String> variables) {
  /** That of this process. */
  static final Environment OWN =
      new Environment(name -> {
        String value = System.getenv(name);
        return value == null ? "" : value;
      });

  /**
   * The value of a variable that must be there.
   *
   * @throws IllegalStateException where it is not set
   */
  String required(String name) {
    String value = optional(name);
    if (value == null) {
      throw new IllegalStateException("The environment variable " + name + " is not set");
    }
    return value;
  }

  /** The value of a variable; null where it is not set, or blank. */
  @Nullable String optional(String name) {
    String value = variables.apply(name).strip();
    return value.isEmpty() ? null : value;
  }
}
