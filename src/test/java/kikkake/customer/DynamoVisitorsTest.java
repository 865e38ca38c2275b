package kikkake.customer;

import kikkake.table.TestTable;

class DynamoVisitorsTest extends VisitorsContract {
  @Override
  Visitors visitors() {
    return new DynamoVisitors(TestTable.create());
  }
}
