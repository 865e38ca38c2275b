package kikkake.mail;

import kikkake.customer.SecretHash;
import kikkake.table.TestTable;

class DynamoSuppressionsTest extends SuppressionsContract {
  @Override
  Suppressions suppressions() {
    return new DynamoSuppressions(TestTable.create(), new SecretHash("a key that is long enough"));
  }
}
