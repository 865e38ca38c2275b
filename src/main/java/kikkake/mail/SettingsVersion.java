package kikkake.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kikkake.template.Publication;

/**
 * Settings that somebody proposed; they never change.
 *
 * @param number from 1
 * @param madeOf what held when they were proposed
 * @param author who proposed them, one line
 * @param at whole seconds
 * @param note why, one line, may be empty
 */
public record SettingsVersion(
    int number, Settings settings, Settings madeOf, String author, Instant at, String note) {
  public SettingsVersion {
    at = Instant.ofEpochSecond(at.getEpochSecond());
    Publication.checkLine("author", author);
    Publication.checkLine("note", note);
  }

  /** One setting that it changes, as texts. */
  public record Change(String name, String from, String to) {}

  /** What it changes, in the settings' order. */
  public List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    Map<String, String> before = madeOf.texts();
    settings
        .texts()
        .forEach((name, text) -> {
          String from = before.getOrDefault(name, "");
          if (!from.equals(text)) {
            changes.add(new Change(name, from, text));
          }
        });
    return changes;
  }

  /** Whether what it was made of still holds, so that it undoes nobody else's change. */
  public boolean fits(Settings live) {
    return madeOf.equals(live);
  }
}
