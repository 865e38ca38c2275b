package kikkake.mail;

import kikkake.customer.SecretHash;
import kikkake.table.TestTable;

class SimulatedSuppressionsTest extends SuppressionsContract {
  @Override
  Suppressions suppressions() {
    return new DynamoSuppressions(
        TestTable.simulated(), new SecretHash("a key that is long enough"));
  }
}
