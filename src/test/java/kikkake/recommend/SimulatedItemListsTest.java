package kikkake.recommend;

import static kikkake.TestData.NOON;

import java.time.InstantSource;
import kikkake.table.TestTable;

class SimulatedItemListsTest extends ItemListsContract {
  @Override
  ItemLists lists() {
    return new DynamoItemLists(TestTable.simulated(), InstantSource.fixed(NOON));
  }
}
