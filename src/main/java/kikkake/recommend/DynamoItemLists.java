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
 *  I#{item}   L    together, fresh: up to 50 lines "score item" each, the strongest first
 *  L          P    the shop: up to 2,000 lines "rebuy lately availability item", the most popular
 *                  first; how rankings are mixed; by what that was chosen
 * </pre>
 */
public final class DynamoItemLists implements ItemLists {
  private static final DynamoKey SHOP = new DynamoKey("L", "P");
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
        table.get(items.stream().map(DynamoItemLists::key).collect(Collectors.toSet()))) {
      lists.put(new ItemId(row.key().pk().substring(2)), list(row, name));
    }
    return lists;
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
    Map<DynamoKey, Row> wanted = new HashMap<>();
    int written = 0;
    for (var row : new TreeMap<>(rows).entrySet()) {
      wanted.put(key(row.getKey()), row.getValue());
      if (wanted.size() == ROWS_AT_ONCE) {
        written += write(wanted);
        wanted.clear();
      }
    }
    return written + write(wanted);
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

  private int write(Map<DynamoKey, Row> wanted) {
    Map<DynamoKey, Row> stored = new HashMap<>();
    table.get(wanted.keySet()).forEach(row -> stored.put(row.key(), row(row)));
    List<DynamoRow> changed = new ArrayList<>();
    wanted.forEach((key, row) -> {
      if (!row.equals(stored.get(key))) {
        changed.add(
            DynamoRow.of(key)
                .text(TOGETHER, text(row.together()))
                .text(FRESH_LIST, text(row.fresh())));
      }
    });
    table.putAll(changed);
    return changed.size();
  }

  private static Row row(DynamoRow row) {
    return new Row(list(row, TOGETHER), list(row, FRESH_LIST));
  }

  private static List<Neighbour> list(DynamoRow row, String name) {
    return row.requiredText(name).lines().map(DynamoItemLists::neighbour).toList();
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

  private static DynamoKey key(ItemId item) {
    return new DynamoKey("I#" + item, "L");
  }
}
