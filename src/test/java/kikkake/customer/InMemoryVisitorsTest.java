package kikkake.customer;

class InMemoryVisitorsTest extends VisitorsContract {
  @Override
  Visitors visitors() {
    return new InMemoryVisitors();
  }
}
