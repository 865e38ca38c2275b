package kikkake.mail;

import static kikkake.TestData.NOON;

import java.time.InstantSource;
import kikkake.table.TestTable;

class DynamoSettingsTest extends SettingsStoreContract {
  @Override
  SettingsStore store() {
    return new DynamoSettings(TestTable.create(), InstantSource.fixed(NOON));
  }
}
