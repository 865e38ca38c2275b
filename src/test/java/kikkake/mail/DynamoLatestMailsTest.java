package kikkake.mail;

import kikkake.table.DynamoTable;
import kikkake.table.TestTable;

class DynamoLatestMailsTest extends LatestMailsContract {
  @Override
  DynamoTable table() {
    return TestTable.create();
  }
}
