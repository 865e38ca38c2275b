package kikkake.local.world.variants;

import kikkake.local.world.Variation;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An event of SES does not settle a mail in doubt. */
public final class EventIgnoredInDoubt implements Variation {
  @Override
  public String name() {
    return "an SES event is ignored when IN_DOUBT";
  }

  @Override
  public DynamoDbClient table(DynamoDbClient table) {
    return ChangedRequests.unsettled(table, "IN_DOUBT");
  }
}
