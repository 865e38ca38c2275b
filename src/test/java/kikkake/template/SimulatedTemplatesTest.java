package kikkake.template;

import kikkake.table.DynamoTable;
import kikkake.table.TestTable;

class SimulatedTemplatesTest extends TemplatesContract {
  @Override
  DynamoTable table() {
    return TestTable.simulated();
  }
}
