package kikkake.recommend;

/** What a builder finds out: the list of each item, by number. */
public final class ItemWeights {
  private final ItemList[] lists;

  ItemWeights(int items) {
    this.lists = new ItemList[items];
  }

  void set(int item, ItemList list) {
    lists[item] = list;
  }

  ItemList list(int item) {
    return lists[item];
  }

  int size(int item) {
    return lists[item].targets().length;
  }

  /** The other item at a place of the list, the strongest first. */
  int target(int item, int place) {
    return lists[item].targets()[place];
  }

  float weight(int item, int place) {
    return lists[item].weights()[place];
  }
}
