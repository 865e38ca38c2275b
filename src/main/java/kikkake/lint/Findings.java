package kikkake.lint;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kikkake.lint.Finding.Part;

/** Takes what the checks find, puts it into words, and says everything once. */
final class Findings {
  static final int MOST = 20;

  private final Wording wording;
  private final Set<Finding> all = new LinkedHashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();

  Findings(Wording wording) {
    this.wording = wording;
  }

  /** Nobody reads more than {@link #MOST} of one kind in one part: what comes after is left out. */
  void add(Part part, int line, Rule rule, Object... values) {
    if (full(part, rule)) {
      return;
    }
    Finding finding =
        new Finding(
            part,
            line,
            rule.severity,
            rule.code(),
            wording.reason(rule, values),
            wording.hint(rule, values));
    if (all.add(finding)) {
      counts.merge(part + rule.code(), 1, Integer::sum);
    }
  }

  /** Whether more of this kind would be left out. */
  boolean full(Part part, Rule rule) {
    return counts.getOrDefault(part + rule.code(), 0) >= MOST;
  }

  /** For what is seen in the compiled or finished mail: says it only where the source did not. */
  void addUnlessSaid(Part part, int line, Rule rule, Object... values) {
    if (!has(part, rule)) {
      add(part, line, rule, values);
    }
  }

  boolean has(Part part, Rule rule) {
    return counts.containsKey(part + rule.code());
  }

  int count() {
    return all.size();
  }

  /** A hint that depends on what was written. */
  String hint(String key, Object... values) {
    return wording.say("hint." + key, values);
  }

  /** By part and line, in the order in which a marketer reads. */
  List<Finding> sorted() {
    return all.stream()
        .sorted(Comparator.comparing(Finding::part).thenComparingInt(Finding::line))
        .toList();
  }
}
