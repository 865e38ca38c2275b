package kikkake.mail;

import kikkake.table.TestTable;

class SimulatedLedgerTest extends LedgerContract {
  @Override
  Ledger ledger() {
    return new DynamoLedger(TestTable.simulated());
  }
}
