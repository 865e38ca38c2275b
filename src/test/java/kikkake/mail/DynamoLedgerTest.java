package kikkake.mail;

import kikkake.table.TestTable;

class DynamoLedgerTest extends LedgerContract {
  @Override
  Ledger ledger() {
    return new DynamoLedger(TestTable.create());
  }
}
