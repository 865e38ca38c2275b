package kikkake.local.world.variants;

import java.util.HashMap;
import java.util.Map;
import kikkake.local.world.Variation;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** An event of SES does not settle a mail in doubt. */
public final class EventIgnoredInDoubt implements Variation {
  @Override
  public String name() {
    return "an SES event is ignored when IN_DOUBT";
  }

  @Override
  public DynamoDbClient table(DynamoDbClient table) {
    return new ChangedRequests(table) {
      @Override
      UpdateItemRequest changed(UpdateItemRequest request) {
        String condition = request.conditionExpression();
        if (condition == null || !condition.startsWith("#state <> :sent")) {
          return request;
        }
        Map<String, AttributeValue> values = new HashMap<>(request.expressionAttributeValues());
        values.put(":ignored", AttributeValue.fromS("IN_DOUBT"));
        return request.toBuilder()
            .conditionExpression(condition + " AND #state <> :ignored")
            .expressionAttributeValues(values)
            .build();
      }
    };
  }
}
