package kikkake.catalog;

import kikkake.table.TestTable;

class DynamoCatalogTest extends CatalogContract {
  @Override
  Catalog catalog() {
    return new DynamoCatalog(TestTable.create());
  }
}
