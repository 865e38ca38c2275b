package kikkake.mail;

import kikkake.table.TestTable;

class DynamoSwitchboardTest extends SwitchboardContract {
  @Override
  Switchboard switchboard() {
    return new DynamoSwitchboard(TestTable.create());
  }
}
