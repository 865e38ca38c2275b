package kikkake.customer;

import kikkake.table.TestTable;

class SimulatedCustomersTest extends CustomersContract {
  @Override
  Customers customers() {
    return new DynamoCustomers(TestTable.simulated());
  }
}
