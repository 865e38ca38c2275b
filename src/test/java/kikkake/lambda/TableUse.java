package kikkake.lambda;

import java.util.Comparator;

/**
 * One way to use the table, as permissions tell it.
 *
 * @param action such as {@code GetItem}
 * @param place {@link #TABLE} or {@link #DUE_INDEX}
 */
record TableUse(String action, String place) implements Comparable<TableUse> {
  static final String TABLE = "table";
  static final String DUE_INDEX = "index due";

  /** The use that a request makes, by its name in the simulated DynamoDB. */
  static TableUse of(String request) {
    String action = request.split(" ", 2)[0];
    return new TableUse(action, request.startsWith("Query due ") ? DUE_INDEX : TABLE);
  }

  @Override
  public int compareTo(TableUse other) {
    return Comparator.comparing(TableUse::place)
        .thenComparing(TableUse::action)
        .compare(this, other);
  }
}
