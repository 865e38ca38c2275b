package kikkake.mail;

import static kikkake.TestData.NOON;

import java.time.InstantSource;
import kikkake.table.TestTable;

class SimulatedSettingsTest extends SettingsStoreContract {
  @Override
  SettingsStore store() {
    return new DynamoSettings(TestTable.simulated(), InstantSource.fixed(NOON));
  }
}
