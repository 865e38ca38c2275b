package kikkake.local.world.variants;

import kikkake.local.world.Variation;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Whoever comes back late writes as if the mail were still its own. */
public final class NoFence implements Variation {
  @Override
  public String name() {
    return "no fence: late writers write";
  }

  @Override
  public DynamoDbClient table(DynamoDbClient table) {
    return new ChangedRequests(table) {
      @Override
      UpdateItemRequest changed(UpdateItemRequest request) {
        String condition = request.conditionExpression();
        return condition == null
                || !condition.equals(
                    "#state = :claimed AND #owner = :owner AND #attempt = :attempt")
            ? request
            : request.toBuilder()
                .conditionExpression(
                    "(#state = :claimed OR #state <> :claimed)"
                        + " AND (#owner = :owner OR #owner <> :owner)"
                        + " AND (#attempt = :attempt OR #attempt <> :attempt)")
                .build();
      }
    };
  }
}
