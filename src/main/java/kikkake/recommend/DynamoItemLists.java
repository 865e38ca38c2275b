package kikkake.recommend;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kikkake.event.ItemId;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the item lists in the table.
 *
 * <pre>
 *  pk         sk   what
 *  I#{item}   L    bought together: up to 50 lines "score item", best first
 *  L          P    popular: up to 200 lines of an item, best first
 * </pre>
 */
public final class DynamoItemLists implements ItemLists {
  private static final DynamoKey POPULAR = new DynamoKey("L", "P");
  private static final String LIST = "list";
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final int ROWS_AT_ONCE = 1_000;

  private record Known(List<ItemId> items, Instant at) {}

  private final DynamoTable table;
  private final InstantSource clock;
  private volatile @Nullable Known popular;

  /**
   * The lists in a table.
   *
   * @param clock by which what was read grows old: real time, also where the shop's is virtual
   */
  public DynamoItemLists(DynamoTable table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Map<ItemId, List<Neighbour>> boughtTogether(Set<ItemId> items) {
    Map<ItemId, List<Neighbour>> lists = new HashMap<>();
    for (DynamoRow row :
        table.get(items.stream().map(DynamoItemLists::key).collect(Collectors.toSet()))) {
      lists.put(
          new ItemId(row.key().pk().substring(2)),
          lines(row).stream().map(DynamoItemLists::neighbour).toList());
    }
    return lists;
  }

  @Override
  public List<ItemId> popular() {
    Instant now = clock.instant();
    Known last = popular;
    if (last != null && !now.isAfter(last.at().plus(FRESH)) && !now.isBefore(last.at())) {
      return last.items();
    }
    List<ItemId> items =
        table.get(POPULAR).map(DynamoItemLists::lines).orElse(List.of()).stream()
            .map(ItemId::new)
            .toList();
    popular = new Known(items, now);
    return items;
  }

  @Override
  public int replace(Map<ItemId, List<Neighbour>> boughtTogether, List<ItemId> popularItems) {
    Map<DynamoKey, List<String>> wanted = new HashMap<>();
    wanted.put(POPULAR, popularItems.stream().map(ItemId::value).toList());
    int written = write(wanted);
    wanted.clear();
    for (var list : new TreeMap<>(boughtTogether).entrySet()) {
      wanted.put(key(list.getKey()), list.getValue().stream().map(DynamoItemLists::text).toList());
      if (wanted.size() == ROWS_AT_ONCE) {
        written += write(wanted);
        wanted.clear();
      }
    }
    popular = null;
    return written + write(wanted);
  }

  private int write(Map<DynamoKey, List<String>> wanted) {
    Map<DynamoKey, List<String>> stored = new HashMap<>();
    table.get(wanted.keySet()).forEach(row -> stored.put(row.key(), lines(row)));
    List<DynamoRow> changed = new ArrayList<>();
    wanted.forEach((key, list) -> {
      if (!list.equals(stored.get(key))) {
        changed.add(DynamoRow.of(key).text(LIST, String.join("\n", list)));
      }
    });
    table.putAll(changed);
    return changed.size();
  }

  /** A list is one text, a line each: quicker to read than a list of texts, and smaller. */
  private static List<String> lines(DynamoRow row) {
    return row.requiredText(LIST).lines().toList();
  }

  private static String text(Neighbour neighbour) {
    return String.format(Locale.ROOT, "%.3f %s", neighbour.score(), neighbour.item());
  }

  private static Neighbour neighbour(String text) {
    int space = text.indexOf(' ');
    return new Neighbour(
        new ItemId(text.substring(space + 1)), Double.parseDouble(text.substring(0, space)));
  }

  private static DynamoKey key(ItemId item) {
    return new DynamoKey("I#" + item, "L");
  }
}
