package kikkake.history;

import kikkake.table.TestTable;

class SimulatedHistoryTest extends HistoryContract {
  @Override
  History history() {
    return new DynamoHistory(TestTable.simulated());
  }
}
