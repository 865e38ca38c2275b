package kikkake.customer;

import java.util.List;
import java.util.Optional;
import kikkake.event.CustomerId;
import kikkake.table.DynamoChange;
import kikkake.table.DynamoKey;
import kikkake.table.DynamoRow;
import kikkake.table.DynamoTable;

/** All that the table has of a customer, whoever wrote it: to be removed. */
public final class DynamoTraces {
  private final DynamoTable table;

  public DynamoTraces(DynamoTable table) {
    this.table = table;
  }

  /**
   * Removes the customer's partition, and the visitors that were this customer. A visitor that is
   * somebody else's by now stays.
   *
   * @return how many rows there were in the partition
   */
  int remove(CustomerId customer) {
    String pk = "C#" + customer;
    List<DynamoKey> keys = table.keys(pk);
    // The visitors first: should this end halfway, they can still be found.
    keys.stream()
        .map(DynamoKey::sk)
        .filter(sk -> sk.startsWith(DynamoVisitors.LINK))
        .forEach(visitor -> removeVisitor(visitor, customer));
    keys.forEach(table::delete);
    return keys.size();
  }

  private void removeVisitor(String visitor, CustomerId customer) {
    DynamoKey signIn = new DynamoKey(visitor, "A");
    Optional<String> owner = table.get(signIn).map(DynamoTraces::owner);
    if (owner.isPresent() && !owner.get().equals(customer.value())) {
      return;
    }
    table.delete(new DynamoKey(visitor, "B"));
    if (owner.isPresent()) {
      table.delete(
          signIn,
          new DynamoChange()
              .onlyIf("#customer = :customer", "customer")
              .with("customer", customer.value()));
    }
  }

  private static String owner(DynamoRow signIn) {
    return signIn.requiredText("customer");
  }
}
