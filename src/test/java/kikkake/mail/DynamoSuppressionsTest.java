package kikkake.mail;

import kikkake.table.TestTable;

class DynamoSuppressionsTest extends SuppressionsContract {
  @Override
  Suppressions suppressions() {
    return new DynamoSuppressions(TestTable.create());
  }
}
