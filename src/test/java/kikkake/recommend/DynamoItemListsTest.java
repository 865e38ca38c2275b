package kikkake.recommend;

import static kikkake.TestData.NOON;

import java.time.InstantSource;
import kikkake.table.TestTable;

class DynamoItemListsTest extends ItemListsContract {
  @Override
  ItemLists lists() {
    return new DynamoItemLists(TestTable.create(), InstantSource.fixed(NOON));
  }
}
