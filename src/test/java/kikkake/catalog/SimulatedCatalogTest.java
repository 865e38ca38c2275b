package kikkake.catalog;

import kikkake.table.TestTable;

class SimulatedCatalogTest extends CatalogContract {
  @Override
  Catalog catalog() {
    return new DynamoCatalog(TestTable.simulated());
  }
}
