package kikkake.customer;

class InMemoryCustomersTest extends CustomersContract {
  @Override
  Customers customers() {
    return new InMemoryCustomers();
  }
}
