package kikkake.mail;

import kikkake.table.DynamoTable;
import kikkake.table.TestTable;

class DynamoSuppressionsTest extends SuppressionsContract {
  @Override
  DynamoTable table() {
    return TestTable.create();
  }
}
