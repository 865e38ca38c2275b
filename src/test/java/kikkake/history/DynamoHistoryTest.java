package kikkake.history;

import kikkake.table.TestTable;

class DynamoHistoryTest extends HistoryContract {
  @Override
  History history() {
    return new DynamoHistory(TestTable.create());
  }
}
