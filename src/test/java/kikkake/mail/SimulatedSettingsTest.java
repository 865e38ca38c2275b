package kikkake.mail;

import kikkake.table.DynamoTable;
import kikkake.table.TestTable;

class SimulatedSettingsTest extends SettingsStoreContract {
  @Override
  DynamoTable table() {
    return TestTable.simulated();
  }
}
