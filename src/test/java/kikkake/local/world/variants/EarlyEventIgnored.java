package kikkake.local.world.variants;

import java.util.HashMap;
import java.util.Map;
import kikkake.local.world.Variation;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** An event of SES that comes before our own write is lost. */
public final class EarlyEventIgnored implements Variation {
  @Override
  public String name() {
    return "an early SES event is ignored";
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
        values.put(":ignored", AttributeValue.fromS("CLAIMED"));
        return request.toBuilder()
            .conditionExpression(condition + " AND #state <> :ignored")
            .expressionAttributeValues(values)
            .build();
      }
    };
  }
}
