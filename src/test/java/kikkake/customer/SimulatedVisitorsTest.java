package kikkake.customer;

import kikkake.table.TestTable;

class SimulatedVisitorsTest extends VisitorsContract {
  @Override
  Visitors visitors() {
    return new DynamoVisitors(TestTable.simulated());
  }
}
