package kikkake.mail;

import kikkake.table.DynamoTable;
import kikkake.table.TestTable;

class SimulatedSuppressionsTest extends SuppressionsContract {
  @Override
  DynamoTable table() {
    return TestTable.simulated();
  }
}
