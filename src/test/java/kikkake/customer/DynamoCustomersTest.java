package kikkake.customer;

import kikkake.table.TestTable;

class DynamoCustomersTest extends CustomersContract {
  @Override
  Customers customers() {
    return new DynamoCustomers(TestTable.create());
  }
}
