package kikkake.mail;

import java.util.function.UnaryOperator;
import kikkake.table.DynamoTable;
import kikkake.table.DynamoUsage;
import kikkake.table.TestTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoLedgerTest extends LedgerContract {
  @Override
  DynamoTable table(UnaryOperator<DynamoDbClient> change) {
    return new DynamoTable(
        change.apply(TestTable.client()), TestTable.createAndName(), new DynamoUsage());
  }
}
