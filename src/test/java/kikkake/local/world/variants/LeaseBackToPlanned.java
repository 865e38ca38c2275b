package kikkake.local.world.variants;

import java.util.HashMap;
import java.util.Map;
import kikkake.local.world.Variation;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** A claim whose lease ran out is given to the next sender. */
public final class LeaseBackToPlanned implements Variation {
  @Override
  public String name() {
    return "a lease that runs out goes back to PLANNED";
  }

  @Override
  public DynamoDbClient table(DynamoDbClient table) {
    return new ChangedRequests(table) {
      @Override
      UpdateItemRequest changed(UpdateItemRequest request) {
        boolean ranOut =
            request.expressionAttributeValues().values().stream()
                .anyMatch(value -> "lease-ran-out".equals(value.s()));
        if (!ranOut) {
          return request;
        }
        Map<String, AttributeValue> values = new HashMap<>(request.expressionAttributeValues());
        values.replaceAll((name, value) ->
            "IN_DOUBT".equals(value.s()) ? AttributeValue.fromS("PLANNED") : value);
        values.put(":one", AttributeValue.fromN("0")); // No doubt is counted.
        values.replaceAll((name, value) ->
            value.s() != null && value.s().endsWith("Z")
                ? AttributeValue.fromS("2000-01-01T00:00:00Z")
                : value);
        return request.toBuilder().expressionAttributeValues(values).build();
      }
    };
  }
}
