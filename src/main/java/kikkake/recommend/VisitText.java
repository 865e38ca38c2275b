package kikkake.recommend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kikkake.event.ItemId;

/**
 * The latest visits of one item as text. First a line for each item that is in them: in how many
 * visits it is, and its id. Then an empty line, and a line for each visit: its number, or after the
 * first how much lower it is, and the places of its items in the lines above, all to the base 36.
 */
final class VisitText {
  private static final int BASE = Character.MAX_RADIX;

  private VisitText() {}

  static String of(List<Visit> latest, Map<ItemId, Integer> counts) {
    Map<ItemId, Integer> places = new HashMap<>();
    StringBuilder items = new StringBuilder();
    StringBuilder visits = new StringBuilder();
    long before = 0;
    for (Visit visit : latest) {
      visits.append(Long.toString(before == 0 ? visit.number() : before - visit.number(), BASE));
      before = visit.number();
      for (ItemId item : visit.items()) {
        Integer place = places.get(item);
        if (place == null) {
          place = places.size();
          places.put(item, place);
          items.append(counts.getOrDefault(item, 1)).append(' ').append(item).append('\n');
        }
        visits.append(' ').append(Integer.toString(place, BASE));
      }
      visits.append('\n');
    }
    return items.append('\n').append(visits).toString();
  }

  /**
   * Reads what {@link #of} wrote.
   *
   * @param counts takes in how many visits the items are
   */
  static List<Visit> read(String text, Map<ItemId, Integer> counts) {
    List<String> lines = text.lines().toList();
    List<ItemId> items = new ArrayList<>();
    int end = lines.indexOf("");
    for (String line : lines.subList(0, end)) {
      int space = line.indexOf(' ');
      ItemId item = new ItemId(line.substring(space + 1));
      items.add(item);
      // Rows of different nights may differ; of one night they do not.
      counts.merge(item, Integer.parseInt(line.substring(0, space)), Math::max);
    }
    List<Visit> visits = new ArrayList<>();
    long before = 0;
    for (String line : lines.subList(end + 1, lines.size())) {
      String[] parts = line.split(" ", -1);
      long number = Long.parseLong(parts[0], BASE);
      before = before == 0 ? number : before - number;
      List<ItemId> seen = new ArrayList<>();
      for (int i = 1; i < parts.length; i++) {
        seen.add(items.get(Integer.parseInt(parts[i], BASE)));
      }
      visits.add(new Visit(before, seen));
    }
    return visits;
  }
}
