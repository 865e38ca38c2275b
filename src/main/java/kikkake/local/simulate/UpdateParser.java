package kikkake.local.simulate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads update expressions; the grammar is that of "Update expressions" in DynamoDB's guide. */
final class UpdateParser {
  private final Words words;
  private final List<Update.Assignment> sets = new ArrayList<>();
  private final List<Operand.Path> removes = new ArrayList<>();
  private final List<Update.Addition> adds = new ArrayList<>();

  private UpdateParser(Words words) {
    this.words = words;
  }

  static Update parse(Words words) {
    return new UpdateParser(words).parse();
  }

  private Update parse() {
    Set<String> sections = new HashSet<>();
    while (!words.peek().isEmpty()) {
      String section = words.take().toUpperCase(Locale.ROOT);
      do {
        change(section);
      } while (words.take(","));
      if (!sections.add(section)) {
        throw Refusal.invalid(
            "Invalid UpdateExpression: The \""
                + section
                + "\" section can only be used once in an update expression;");
      }
    }
    return new Update(List.copyOf(sets), List.copyOf(removes), List.copyOf(adds));
  }

  private void change(String section) {
    switch (section) {
      case "SET" -> {
        Operand.Path path = words.path();
        words.expect("=");
        sets.add(new Update.Assignment(path, sum()));
      }
      case "REMOVE" -> removes.add(words.path());
      case "ADD" -> adds.add(new Update.Addition(words.path(), words.value()));
      case "DELETE" -> throw new UnsupportedOperationException("There are no sets here");
      default -> throw words.wrong(section);
    }
  }

  private Term sum() {
    Term left = term();
    if (words.take("+")) {
      return new Term.Sum(left, false, term());
    }
    return words.take("-") ? new Term.Sum(left, true, term()) : left;
  }

  private Term term() {
    if (!words.peekFurther().equals("(")) {
      return words.peek().startsWith(":") ? words.value() : words.path();
    }
    String function = words.take();
    words.expect("(");
    Term term =
        switch (function) {
          case "if_not_exists" -> {
            Operand.Path path = words.path();
            words.expect(",");
            yield new Term.IfNotExists(path, term());
          }
          case "list_append" -> {
            Term first = term();
            words.expect(",");
            yield new Term.Append(first, term());
          }
          default ->
              throw Refusal.invalid(
                  "Invalid UpdateExpression: Invalid function name; function: " + function);
        };
    words.expect(")");
    return term;
  }
}
