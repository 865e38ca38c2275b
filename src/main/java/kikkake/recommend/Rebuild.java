package kikkake.recommend;

import kikkake.history.History;

/** Makes the item lists anew from the whole history. */
public final class Rebuild {
  private final History history;
  private final ItemLists lists;

  public Rebuild(History history, ItemLists lists) {
    this.history = history;
    this.lists = lists;
  }

  /**
   * What a rebuild did.
   *
   * @param purchases read
   * @param items that got a list
   * @param rowsWritten those that differed
   */
  public record Report(int purchases, int items, int rowsWritten) {}

  public Report run() {
    Baskets baskets = new Baskets();
    history.forEachPurchase(baskets::add);
    var boughtTogether = BoughtTogether.build(baskets);
    int written = lists.replace(boughtTogether, Popularity.rank(baskets));
    return new Report(baskets.size(), boughtTogether.size(), written);
  }
}
