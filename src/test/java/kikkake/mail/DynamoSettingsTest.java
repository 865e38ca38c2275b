package kikkake.mail;

import kikkake.table.DynamoTable;
import kikkake.table.TestTable;

class DynamoSettingsTest extends SettingsStoreContract {
  @Override
  DynamoTable table() {
    return TestTable.create();
  }
}
