package kikkake.recommend;

class InMemoryItemListsTest extends ItemListsContract {
  @Override
  ItemLists lists() {
    return new InMemoryItemLists();
  }
}
