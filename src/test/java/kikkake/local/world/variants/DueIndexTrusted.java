package kikkake.local.world.variants;

import kikkake.local.world.Variation;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** What the due index tells is claimed without a condition. */
public final class DueIndexTrusted implements Variation {
  @Override
  public String name() {
    return "the due index is trusted";
  }

  @Override
  public DynamoDbClient table(DynamoDbClient table) {
    return new ChangedRequests(table) {
      @Override
      UpdateItemRequest changed(UpdateItemRequest request) {
        String condition = request.conditionExpression();
        return condition == null || !condition.endsWith("#dueAt <= :now")
            ? request
            : request.toBuilder()
                .conditionExpression(
                    "(#state = :planned OR #state = :held OR #state <> :held)"
                        + " AND (#dueAt <= :now OR #dueAt > :now)")
                .build();
      }
    };
  }
}
