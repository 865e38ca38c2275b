package kikkake.catalog;

class InMemoryCatalogTest extends CatalogContract {
  @Override
  Catalog catalog() {
    return new InMemoryCatalog();
  }
}
