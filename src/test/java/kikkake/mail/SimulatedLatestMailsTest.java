package kikkake.mail;

import kikkake.table.DynamoTable;
import kikkake.table.TestTable;

class SimulatedLatestMailsTest extends LatestMailsContract {
  @Override
  DynamoTable table() {
    return TestTable.simulated();
  }
}
