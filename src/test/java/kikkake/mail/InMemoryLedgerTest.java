package kikkake.mail;

class InMemoryLedgerTest extends LedgerContract {
  @Override
  Ledger ledger() {
    return new InMemoryLedger();
  }
}
