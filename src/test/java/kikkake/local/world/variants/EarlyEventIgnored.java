package kikkake.local.world.variants;

import kikkake.local.world.Variation;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An event of SES that comes before our own write is lost. */
public final class EarlyEventIgnored implements Variation {
  @Override
  public String name() {
    return "an early SES event is ignored";
  }

  @Override
  public DynamoDbClient table(DynamoDbClient table) {
    return ChangedRequests.unsettled(table, "CLAIMED");
  }
}
