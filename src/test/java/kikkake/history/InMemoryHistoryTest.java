package kikkake.history;

class InMemoryHistoryTest extends HistoryContract {
  @Override
  History history() {
    return new InMemoryHistory();
  }
}
