package kikkake.mail;

import kikkake.table.TestTable;

class SimulatedSwitchboardTest extends SwitchboardContract {
  @Override
  Switchboard switchboard() {
    return new DynamoSwitchboard(TestTable.simulated());
  }
}
