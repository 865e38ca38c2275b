package kikkake.recommend;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kikkake.event.ItemId;
import kikkake.event.Purchased;
import kikkake.history.History;

/** Makes the item lists anew from the whole history. */
public final class Rebuild {
  private final History history;
  private final ItemLists lists;
  private final InstantSource clock;

  /**
   * A rebuild.
   *
   * @param clock purchases dated after its time do not count
   */
  public Rebuild(History history, ItemLists lists, InstantSource clock) {
    this.history = history;
    this.lists = lists;
    this.clock = clock;
  }

  /**
   * What a rebuild did.
   *
   * @param purchases read
   * @param items that got a list
   * @param rowsWritten those that differed
   * @param chosen by what the lists were chosen, for people to read
   */
  public record Report(int purchases, int items, int rowsWritten, String chosen) {}

  public Report run() {
    Instant now = clock.instant();
    Gathered gathered = new Gathered();
    history.forEachPurchase(purchase -> {
      if (!purchase.occurredAt().isAfter(now)) {
        gathered.add(purchase);
      }
    });
    // A shop that sells little still has a last day: what sold around it is what sells lately.
    Today today = Today.of(gathered.lastDay + 1);
    PurchaseModel model = PurchaseModel.learn(gathered.shoppers(), today);
    int written = lists.replace(model.rows(), model.facts());
    return new Report(gathered.purchases, model.rows().size(), written, model.facts().chosen());
  }

  /** The purchases by person; an order of nobody known is a person of its own. */
  private static final class Gathered {
    /** In an order that does not hang on how they came: who is hidden from the rebuild does. */
    private final Map<String, List<Basket>> byPerson = new TreeMap<>();

    private final Map<ItemId, ItemId> same = new HashMap<>();
    private int purchases;
    private int lastDay;

    void add(Purchased purchase) {
      Bought bought = Bought.of(purchase);
      int day = bought.basket().day();
      lastDay = purchases++ == 0 ? day : Math.max(lastDay, day);
      List<ItemId> items =
          bought.basket().items().stream()
              .map(item -> same.computeIfAbsent(item, first -> first))
              .toList();
      byPerson
          .computeIfAbsent(bought.person(), key -> new ArrayList<>(1))
          .add(new Basket(day, items));
    }

    Collection<Shopper> shoppers() {
      return byPerson.values().stream().map(Shopper::new).toList();
    }
  }
}
