package kikkake.template;

import kikkake.table.DynamoTable;
import kikkake.table.TestTable;

class DynamoTemplatesTest extends TemplatesContract {
  @Override
  DynamoTable table() {
    return TestTable.create();
  }
}
