package kikkake.local.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import kikkake.catalog.Catalog;
import kikkake.catalog.DynamoCatalog;
import kikkake.catalog.Item;
import kikkake.event.Contact;
import kikkake.event.ItemId;
import kikkake.event.OrderId;
import kikkake.event.OrderLine;
import kikkake.event.Purchased;
import kikkake.event.Who;
import kikkake.history.CustomerHistory;
import kikkake.local.simulate.SimulatedDynamo;
import kikkake.recommend.DynamoItemLists;
import kikkake.recommend.ItemLists;
import kikkake.recommend.Neighbour;
import kikkake.recommend.Recommendation;
import kikkake.recommend.Recommender;
import kikkake.recommend.ShopFacts;
import kikkake.recommend.Visits;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The recommendations of one mail: a customer with 200 counters, 25 seeds with lists of 50, a shop
 * of 2,000 items.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class RankingBenchmark {
  private static final int ITEMS = 2_000;
  private static final int ORDERS = 40;
  private static final int LINES = 5;
  private static final int NEIGHBOURS = 50;
  private static final Instant NOW = Instant.parse("2026-04-10T03:00:00Z");
  private static final String TABLE = "bench";
  private static final Recommender.Ask ASK = new Recommender.Ask(NOW, Set.of(), 4);

  private final SplittableRandom chance = new SplittableRandom(1);
  private final Map<ItemId, Item> items = new HashMap<>();
  private final Map<ItemId, ItemLists.Row> rows = new HashMap<>();
  private final Map<ItemId, List<Neighbour>> fresh = new HashMap<>();
  private CustomerHistory history = new CustomerHistory(List.of(), Set.of(), List.of(), Map.of());
  private Recommender inMemory =
      new Recommender(new Rows(Map.of(), ShopFacts.NONE), new Items(Map.of()));
  private Recommender onTable = inMemory;

  /** Lists that were read already. */
  private record Rows(Map<ItemId, List<Neighbour>> rows, ShopFacts facts) implements ItemLists {
    @Override
    public Map<ItemId, List<Neighbour>> together(Set<ItemId> wanted) {
      return fresh(wanted);
    }

    @Override
    public Map<ItemId, List<Neighbour>> fresh(Set<ItemId> wanted) {
      Map<ItemId, List<Neighbour>> found = new HashMap<>();
      wanted.forEach(item -> found.computeIfAbsent(item, rows::get));
      return found;
    }

    @Override
    public Visits visits(Set<ItemId> wanted) {
      return Visits.NONE;
    }

    @Override
    public int replace(Visits others) {
      throw new UnsupportedOperationException("The benchmark's visits stay as they are");
    }

    @Override
    public int replace(Map<ItemId, Row> others, ShopFacts other) {
      throw new UnsupportedOperationException("The benchmark's lists stay as they are");
    }
  }

  /** A catalog that was read already. */
  private record Items(Map<ItemId, Item> items) implements Catalog {
    @Override
    public void put(Item item) {
      throw new UnsupportedOperationException("The benchmark's catalog stays as it is");
    }

    @Override
    public Map<ItemId, Item> find(Set<ItemId> wanted) {
      Map<ItemId, Item> found = new HashMap<>();
      wanted.forEach(item -> found.computeIfAbsent(item, items::get));
      return found;
    }
  }

  /** Makes the shop and the customer. */
  @Setup
  public void makeShop() {
    List<ItemId> all = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      all.add(new ItemId("SKU-%05d".formatted(i)));
    }
    for (ItemId id : all) {
      items.put(id, item(id));
      Set<ItemId> others = new HashSet<>();
      while (others.size() < NEIGHBOURS) {
        others.add(all.get(chance.nextInt(ITEMS)));
      }
      List<Neighbour> list =
          others.stream().map(other -> new Neighbour(other, chance.nextDouble())).toList();
      fresh.put(id, list);
      rows.put(id, new ItemLists.Row(list, list));
    }
    history = history(all);
    ShopFacts facts = ShopFacts.of(all);
    inMemory = new Recommender(new Rows(fresh, facts), new Items(items));
    DynamoTable table = new DynamoTable(new SimulatedDynamo(TABLE), TABLE, new DynamoUsage());
    ItemLists stored = new DynamoItemLists(table, InstantSource.system());
    stored.replace(rows, facts);
    Catalog catalog = new DynamoCatalog(table);
    items.values().forEach(catalog::put);
    onTable = new Recommender(stored, catalog);
  }

  private static Item item(ItemId id) {
    return new Item(
        id,
        "Title of " + id,
        "https://shop.example/" + id,
        "https://shop.example/" + id + ".jpg",
        BigDecimal.TEN,
        Currency.getInstance("JPY"),
        5,
        null,
        null,
        true,
        NOW);
  }

  private CustomerHistory history(List<ItemId> all) {
    List<ItemId> shuffled = new ArrayList<>(all);
    List<Purchased> orders = new ArrayList<>();
    for (int order = 0; order < ORDERS; order++) {
      List<OrderLine> lines = new ArrayList<>();
      for (int line = 0; line < LINES; line++) {
        ItemId item = shuffled.remove(chance.nextInt(shuffled.size()));
        lines.add(new OrderLine(item, "Title of " + item, 1, BigDecimal.TEN));
      }
      orders.add(
          new Purchased(
              new OrderId("o-" + order),
              Who.customer("anna"),
              NOW.minus(Duration.ofDays(1 + 7L * order)),
              Contact.NONE,
              Currency.getInstance("JPY"),
              lines,
              null,
              null,
              null));
    }
    return new CustomerHistory(orders, Set.of(), List.of(), Map.of());
  }

  /** What is computed: counters, seeds, mixing, ranking, choice and reasons. */
  @Benchmark
  public List<Recommendation> computing() {
    return inMemory.newForYou(history, ASK);
  }

  /** The same with the work of asking a table in memory, and of reading the text of its rows. */
  @Benchmark
  public List<Recommendation> withReadingRows() {
    return onTable.newForYou(history, ASK);
  }
}
