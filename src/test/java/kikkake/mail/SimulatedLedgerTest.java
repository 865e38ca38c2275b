package kikkake.mail;

import java.util.function.UnaryOperator;
import kikkake.local.simulate.SimulatedDynamo;
import kikkake.table.DynamoTable;
import kikkake.table.TestTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class SimulatedLedgerTest extends LedgerContract {
  @Override
  DynamoTable table(UnaryOperator<DynamoDbClient> change) {
    return TestTable.simulated(change.apply(new SimulatedDynamo(TestTable.SIMULATED)));
  }
}
