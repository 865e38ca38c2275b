package kikkake.local.world.variants;

import kikkake.local.world.Variation;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** A profile is written over whatever stands there. */
public final class LastWriteWins implements Variation {
  @Override
  public String name() {
    return "unsubscribe lost: last write wins";
  }

  @Override
  public DynamoDbClient table(DynamoDbClient table) {
    return new ChangedRequests(table) {
      @Override
      PutItemRequest changed(PutItemRequest request) {
        return isOf(request, "A") ? unconditional(request) : request;
      }
    };
  }
}
