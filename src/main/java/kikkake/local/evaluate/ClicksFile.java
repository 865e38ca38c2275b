package kikkake.local.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kikkake.event.ItemId;
import kikkake.event.MalformedEvent;
import kikkake.local.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Reads visits from clicks: a header line and then SessionId, ItemId and Time with tabs between
 * them, as Serenade and the session-rec collections have them. Clicks may be in any order; time is
 * in seconds since 1970.
 */
final class ClicksFile {
  private static final List<String> COLUMNS = List.of("SessionId", "ItemId", "Time");
  private static final double LATEST = 4e9;

  private record Click(ItemId item, double time) {}

  /** A visit in the order of its clicks. */
  private record Visit(String id, List<Click> clicks) {
    private Visit {
      clicks = clicks.stream().sorted(Comparator.comparingDouble(Click::time)).toList();
    }

    double end() {
      return clicks.getLast().time();
    }

    List<ItemId> items() {
      return clicks.stream().map(Click::item).toList();
    }
  }

  private final Reading reading;
  private final Map<String, List<Click>> visits = new LinkedHashMap<>();
  private int @Nullable [] places;

  private ClicksFile(Reading reading) {
    this.reading = reading;
  }

  static ViewData read(Path clicks, Path test) throws IOException {
    Reading reading = new Reading();
    List<Visit> training = visits(clicks, reading);
    double since = training.getLast().end() - TimeUnit.DAYS.toSeconds(Popular.DAYS);
    return new ViewData(
        training.stream().map(Visit::items).toList(),
        training.stream().filter(visit -> visit.end() >= since).map(Visit::items).toList(),
        visits(test, reading).stream().flatMap(visit -> steps(visit.items()).stream()).toList());
  }

  /** Every prefix of a visit with the item after it. */
  private static List<ViewData.Step> steps(List<ItemId> items) {
    List<ViewData.Step> steps = new ArrayList<>();
    for (int i = 1; i < items.size(); i++) {
      steps.add(new ViewData.Step(items.subList(0, i), items.get(i)));
    }
    return steps;
  }

  /** The visits of a file, the latest last. */
  private static List<Visit> visits(Path path, Reading reading) throws IOException {
    ClicksFile file = new ClicksFile(reading);
    Reading.read(path, (line, number) -> file.add(line));
    if (file.visits.isEmpty()) {
      throw new UserError(
          path + " has no click: it must have a header line with SessionId, ItemId and Time");
    }
    return file.visits.entrySet().stream()
        .map(visit -> new Visit(visit.getKey(), visit.getValue()))
        .sorted(Comparator.comparingDouble(Visit::end).thenComparing(Visit::id))
        .toList();
  }

  private void add(String line) {
    String[] cells = line.split("\t", -1);
    if (places == null) {
      places = header(cells);
      return;
    }
    if (cells.length <= Math.max(places[0], Math.max(places[1], places[2]))) {
      throw new MalformedEvent(
          "columns", "must be SessionId, ItemId and Time with tabs between them");
    }
    String session = cells[places[0]].strip();
    if (session.isEmpty()) {
      throw new MalformedEvent("SessionId", "is required");
    }
    Click click =
        new Click(reading.item("ItemId", cells[places[1]].strip()), time(cells[places[2]]));
    visits.computeIfAbsent(session, fresh -> new ArrayList<>()).add(click);
  }

  private static int[] header(String[] cells) {
    Map<String, Integer> found = new HashMap<>();
    for (int i = 0; i < cells.length; i++) {
      found.putIfAbsent(cells[i].strip(), i);
    }
    return COLUMNS.stream()
        .mapToInt(name -> {
          Integer place = found.get(name);
          if (place == null) {
            throw new MalformedEvent(
                name, "must be in the header line, with SessionId, ItemId and Time");
          }
          return place;
        })
        .toArray();
  }

  private static double time(String cell) {
    double time;
    try {
      time = Double.parseDouble(cell.strip());
    } catch (NumberFormatException e) {
      time = Double.NaN;
    }
    if (!(time >= 0 && time <= LATEST)) {
      throw new MalformedEvent("Time", "must be seconds since 1970, like 1592337718");
    }
    return time;
  }
}
