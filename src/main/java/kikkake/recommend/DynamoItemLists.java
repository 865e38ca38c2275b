package kikkake.recommend;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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
 *  I#{item}   L    together, fresh: up to 50 lines "score item" each, the strongest first
 *  I#{item}   V    visits: up to 100 of the latest with the item, compressed (see {@link VisitText});
 *                  or list: what is looked at together with it, up to 50 lines as in L. Forgotten 90
 *                  days after the latest visit
 *  L          V    how visits speak, and how many there are: "window neighbours visits"
 *  L          P    the shop: up to 2,000 lines "rebuy lately availability item", the most popular
 *                  first; how rankings are mixed; by what that was chosen
 * </pre>
 */
public final class DynamoItemLists implements ItemLists {
  private static final DynamoKey SHOP = new DynamoKey("L", "P");
  private static final DynamoKey WAY = new DynamoKey("L", "V");
  private static final String VISITS = "visits";
  private static final String LIST = "list";
  private static final String TOGETHER = "together";
  private static final String FRESH_LIST = "fresh";
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final int ROWS_AT_ONCE = 1_000;

  private record Known(ShopFacts facts, Instant at) {}

  private final DynamoTable table;
  private final InstantSource clock;
  private volatile @Nullable Known known;

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
  public Map<ItemId, List<Neighbour>> together(Set<ItemId> items) {
    return find(items, TOGETHER);
  }

  @Override
  public Map<ItemId, List<Neighbour>> fresh(Set<ItemId> items) {
    return find(items, FRESH_LIST);
  }

  private Map<ItemId, List<Neighbour>> find(Set<ItemId> items, String name) {
    Map<ItemId, List<Neighbour>> lists = new HashMap<>();
    for (DynamoRow row :
        table.get(items.stream().map(DynamoItemLists::listsKey).collect(Collectors.toSet()))) {
      lists.put(item(row.key()), list(row.requiredText(name)));
    }
    return lists;
  }

  @Override
  public Visits visits(Set<ItemId> items) {
    Set<DynamoKey> keys =
        items.stream().map(DynamoItemLists::visitsKey).collect(Collectors.toSet());
    keys.add(WAY);
    String way = "0 0 0";
    Map<ItemId, List<Visit>> latest = new HashMap<>();
    Map<ItemId, Integer> counts = new HashMap<>();
    Map<ItemId, List<Neighbour>> lists = new HashMap<>();
    for (DynamoRow row : table.get(keys)) {
      if (row.key().equals(WAY)) {
        way = row.requiredText("way");
        continue;
      }
      String visits = row.packed(VISITS);
      String list = row.text(LIST);
      if (visits != null) {
        latest.put(item(row.key()), VisitText.read(visits, counts));
      }
      if (list != null) {
        lists.put(item(row.key()), list(list));
      }
    }
    int[] numbers = Arrays.stream(way.split(" ")).mapToInt(Integer::parseInt).toArray();
    return new Visits(numbers[0], numbers[1], numbers[2], latest, counts, lists);
  }

  @Override
  public ShopFacts facts() {
    Instant now = clock.instant();
    Known last = known;
    if (last != null && !now.isAfter(last.at().plus(FRESH)) && !now.isBefore(last.at())) {
      return last.facts();
    }
    ShopFacts facts = table.get(SHOP).map(DynamoItemLists::facts).orElse(ShopFacts.NONE);
    known = new Known(facts, now);
    return facts;
  }

  @Override
  public int replace(Map<ItemId, Row> rows, ShopFacts facts) {
    return replace(rows) + replace(facts);
  }

  /** Puts new lists in place of the old; gives how many rows differed and were written. */
  public int replace(Map<ItemId, Row> rows) {
    return write(rows.keySet(), item -> row(item, Objects.requireNonNull(rows.get(item))));
  }

  @Override
  public int replace(Visits visits) {
    int written = write(visits.latest().keySet(), item -> row(item, visits));
    List<DynamoRow> before = table.get(Set.of(WAY));
    DynamoRow way =
        DynamoRow.of(WAY)
            .text("way", visits.window() + " " + visits.neighbours() + " " + visits.count());
    if (before.equals(List.of(way)) || (before.isEmpty() && visits.count() == 0)) {
      return written;
    }
    table.putAll(List.of(way));
    return written + 1;
  }

  /** Writes the rows of items that differ, a thousand at a time. */
  private int write(Set<ItemId> items, Function<ItemId, DynamoRow> rows) {
    Map<DynamoKey, DynamoRow> wanted = new HashMap<>();
    int written = 0;
    for (ItemId item : new TreeSet<>(items)) {
      DynamoRow row = rows.apply(item);
      wanted.put(row.key(), row);
      if (wanted.size() == ROWS_AT_ONCE) {
        written += write(wanted);
        wanted.clear();
      }
    }
    return written + write(wanted);
  }

  private int write(Map<DynamoKey, DynamoRow> wanted) {
    Set<DynamoRow> stored = new HashSet<>(table.get(wanted.keySet()));
    List<DynamoRow> changed =
        wanted.values().stream().filter(row -> !stored.contains(row)).toList();
    table.putAll(changed);
    return changed.size();
  }

  /** Puts new facts of the shop in place of the old; gives 1 where they differed, else 0. */
  public int replace(ShopFacts facts) {
    List<ShopFacts> before = table.get(Set.of(SHOP)).stream().map(DynamoItemLists::facts).toList();
    known = null;
    if (before.equals(List.of(facts))) {
      return 0;
    }
    table.putAll(List.of(row(facts)));
    return 1;
  }

  private static DynamoRow row(ItemId item, Row row) {
    return DynamoRow.of(listsKey(item))
        .text(TOGETHER, text(row.together()))
        .text(FRESH_LIST, text(row.fresh()));
  }

  private static DynamoRow row(ItemId item, Visits visits) {
    List<Visit> latest = visits.latest().getOrDefault(item, List.of());
    DynamoRow row =
        DynamoRow.of(visitsKey(item))
            .expires(Instant.ofEpochMilli(latest.get(0).number()).plus(VisitLog.COUNTS));
    return visits.neighbours() == 0
        ? row.text(LIST, text(visits.lists().getOrDefault(item, List.of())))
        : row.packed(VISITS, VisitText.of(latest, visits.counts()));
  }

  private static List<Neighbour> list(String text) {
    return text.lines().map(DynamoItemLists::neighbour).toList();
  }

  /** A list is one text, a line each: quicker to read than a list of texts, and smaller. */
  private static String text(List<Neighbour> list) {
    return list.stream()
        .map(
            neighbour -> String.format(Locale.ROOT, "%.4f %s", neighbour.score(), neighbour.item()))
        .collect(Collectors.joining("\n"));
  }

  private static Neighbour neighbour(String line) {
    int space = line.indexOf(' ');
    return new Neighbour(
        new ItemId(line.substring(space + 1)), Double.parseDouble(line.substring(0, space)));
  }

  private static DynamoRow row(ShopFacts facts) {
    return DynamoRow.of(SHOP)
        .text(
            "popular",
            facts.popular().stream()
                .map(item -> text(facts.rate(item)) + " " + item)
                .collect(Collectors.joining("\n")))
        .text("mixing", facts.mixing().text())
        .text("chosen", facts.chosen());
  }

  private static String text(ItemRate rate) {
    return String.format(
        Locale.ROOT, "%.4f %.4f %.4f", rate.rebuy(), rate.lately(), rate.availability());
  }

  private static ShopFacts facts(DynamoRow row) {
    List<ItemId> popular = new ArrayList<>();
    Map<ItemId, ItemRate> rates = new HashMap<>();
    for (String line : row.requiredText("popular").lines().toList()) {
      String[] parts = line.split(" ", 4);
      ItemId item = new ItemId(parts[3]);
      popular.add(item);
      rates.put(
          item,
          new ItemRate(
              Double.parseDouble(parts[0]),
              Double.parseDouble(parts[1]),
              Double.parseDouble(parts[2])));
    }
    return new ShopFacts(
        Mixing.read(row.requiredText("mixing")), popular, rates, row.requiredText("chosen"));
  }

  private static DynamoKey listsKey(ItemId item) {
    return new DynamoKey("I#" + item, "L");
  }

  private static DynamoKey visitsKey(ItemId item) {
    return new DynamoKey("I#" + item, "V");
  }

  private static ItemId item(DynamoKey key) {
    return new ItemId(key.pk().substring(2));
  }
}
