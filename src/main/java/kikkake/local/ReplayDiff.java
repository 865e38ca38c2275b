package kikkake.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the decisions of two replays: who would now get what, and why. */
final class ReplayDiff {
  private static final int MOST_LINES = 40;

  /** What changed for one mail. */
  enum Change {
    NOW_SENT("would now be sent"),
    NO_LONGER_SENT("would no longer be sent"),
    OTHER_TIME("would be sent at another time"),
    OTHER_CONTENT("would be sent with another content"),
    OTHER_REASON("would not be sent, for another reason"),
    NEW("is planned only now"),
    GONE("is not planned any more");

    private final String text;

    Change(String text) {
      this.text = text;
    }
  }

  /** One mail that differs; a decision is null where the run did not plan the mail. */
  record Difference(Change change, @Nullable JsonNode before, @Nullable JsonNode now) {}

  private ReplayDiff() {}

  /**
   * Compares two folders that {@code replay} wrote.
   *
   * @return the mails that differ, by customer, kind and key
   */
  static List<Difference> between(Path before, Path now) throws IOException {
    Map<String, JsonNode> old = read(before);
    Map<String, JsonNode> young = read(now);
    TreeSet<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(young.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String key : keys) {
      JsonNode a = old.get(key);
      JsonNode b = young.get(key);
      Change change = change(a, b);
      if (change != null) {
        differences.add(new Difference(change, a, b));
      }
    }
    return differences;
  }

  private static Map<String, JsonNode> read(Path directory) throws IOException {
    Path file = directory.resolve("decisions.jsonl");
    if (!Files.isReadable(file)) {
      throw new UserError(directory + " has no decisions.jsonl: it must be written by replay");
    }
    Map<String, JsonNode> decisions = new TreeMap<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode node = LocalHttp.JSON.readTree(line);
        decisions.put(
            String.join(
                "\n",
                node.path("customer").asText(),
                node.path("mail").asText(),
                node.path("key").asText()),
            node);
      }
    }
    return decisions;
  }

  private static @Nullable Change change(@Nullable JsonNode before, @Nullable JsonNode now) {
    if (before == null) {
      return Change.NEW;
    }
    if (now == null) {
      return Change.GONE;
    }
    boolean was = isSent(before);
    boolean is = isSent(now);
    if (was != is) {
      return is ? Change.NOW_SENT : Change.NO_LONGER_SENT;
    }
    if (!is) {
      return differ(before, now, "state") || differ(before, now, "reason")
          ? Change.OTHER_REASON
          : null;
    }
    if (differ(before, now, "sentAt")) {
      return Change.OTHER_TIME;
    }
    return differ(before, now, "items") || differ(before, now, "template")
        ? Change.OTHER_CONTENT
        : null;
  }

  private static boolean isSent(JsonNode decision) {
    return decision.path("state").asText().equals("SENT");
  }

  private static boolean differ(JsonNode a, JsonNode b, String field) {
    return !a.path(field).equals(b.path(field));
  }

  /** Prints the counts, and the first differences of each sort. */
  static void print(List<Difference> differences, PrintWriter to) {
    to.printf(Locale.ROOT, "%,d mails differ%n", differences.size());
    for (Change change : Change.values()) {
      List<Difference> of = differences.stream().filter(d -> d.change() == change).toList();
      if (!of.isEmpty()) {
        to.printf(Locale.ROOT, "%,d %s%n", of.size(), change.text);
        of.stream().limit(MOST_LINES).map(ReplayDiff::line).forEach(to::println);
        if (of.size() > MOST_LINES) {
          to.printf(Locale.ROOT, "  and %,d more%n", of.size() - MOST_LINES);
        }
      }
    }
    to.flush();
  }

  private static String line(Difference difference) {
    JsonNode any = difference.now() == null ? difference.before() : difference.now();
    return any == null
        ? ""
        : "  %s %s %s: %s -> %s"
            .formatted(
                any.path("customer").asText(),
                any.path("mail").asText(),
                any.path("key").asText(),
                outcome(difference.before()),
                outcome(difference.now()));
  }

  private static String outcome(@Nullable JsonNode decision) {
    if (decision == null) {
      return "not planned";
    }
    return isSent(decision)
        ? "sent " + decision.path("sentAt").asText() + " " + decision.path("items")
        : decision.path("state").asText() + " " + decision.path("reason").asText();
  }
}
