package kikkake.local.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kikkake.event.ItemId;
import kikkake.event.MalformedEvent;
import kikkake.local.UserError;

/**
 * Reads visits for training, one a line as item ids with spaces between them, the latest last; and
 * cases, one a line as the ids of a prefix, a tab, and the next id.
 */
final class SessionsFile {
  private SessionsFile() {}

  static ViewData read(Path sessions, Path cases) throws IOException {
    Reading reading = new Reading();
    List<List<ItemId>> training = new ArrayList<>();
    Reading.read(sessions, (line, number) -> training.add(items(reading, "item id", line)));
    if (training.isEmpty()) {
      throw new UserError(
          sessions + " has no session: each line must be item ids with spaces between them");
    }
    List<ViewData.Step> steps = new ArrayList<>();
    Reading.read(cases, (line, number) -> steps.add(step(reading, line)));
    return new ViewData(training, training, steps);
  }

  private static ViewData.Step step(Reading reading, String line) {
    int tab = line.indexOf('\t');
    if (tab < 0 || line.indexOf('\t', tab + 1) >= 0) {
      throw new MalformedEvent("case", "must be the prefix ids, one tab, and the next id");
    }
    List<ItemId> prefix = items(reading, "prefix", line.substring(0, tab));
    List<ItemId> next = items(reading, "next id", line.substring(tab + 1));
    if (next.size() != 1) {
      throw new MalformedEvent("next id", "must be one item id");
    }
    return new ViewData.Step(prefix, next.getFirst());
  }

  private static List<ItemId> items(Reading reading, String field, String text) {
    List<ItemId> items = new ArrayList<>();
    for (String id : text.strip().split("\\s+", -1)) {
      items.add(reading.item(field, id));
    }
    return items;
  }
}
