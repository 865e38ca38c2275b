package kikkake.mail;

class InMemorySuppressionsTest extends SuppressionsContract {
  @Override
  Suppressions suppressions() {
    return new InMemorySuppressions();
  }
}
