package kikkake.recommend;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import kikkake.history.History;

/** Makes the item lists and the items' latest visits anew from the whole history. */
public final class Rebuild {
  private final History history;
  private final ItemLists lists;
  private final InstantSource clock;

  /**
   * A rebuild.
   *
   * @param clock purchases and looks dated after its time do not count
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
    PurchaseLog log = new PurchaseLog();
    AtomicInteger orders = new AtomicInteger();
    AtomicInteger lastDay = new AtomicInteger(Integer.MIN_VALUE);
    VisitLog visits = new VisitLog(now);
    history.forEach(
        purchase -> {
          if (!purchase.occurredAt().isAfter(now)) {
            Bought bought = Bought.of(purchase);
            log.add(bought);
            orders.incrementAndGet();
            lastDay.accumulateAndGet(bought.basket().day(), Math::max);
          }
        },
        visits::add);
    // A shop that sells little still has a last day: what sold around it is what sells lately.
    Today today = Today.of(orders.get() == 0 ? 0 : lastDay.get() + 1);
    PurchaseModel model = PurchaseModel.learn(log, today);
    int written =
        lists.replace(model.rows(), model.facts())
            + lists.replace(SessionModel.of(visits.visits()).known());
    return new Report(orders.get(), model.rows().size(), written, model.facts().chosen());
  }
}
