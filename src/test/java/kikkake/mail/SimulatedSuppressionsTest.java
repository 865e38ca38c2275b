package kikkake.mail;

import kikkake.table.TestTable;

class SimulatedSuppressionsTest extends SuppressionsContract {
  @Override
  Suppressions suppressions() {
    return new DynamoSuppressions(TestTable.simulated());
  }
}
