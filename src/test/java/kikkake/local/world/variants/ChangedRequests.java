package kikkake.local.world.variants;

import java.util.HashMap;
import java.util.Map;
import kikkake.table.ForwardingDynamo;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** A table to which some requests go otherwise than they were made. */
abstract class ChangedRequests extends ForwardingDynamo {
  ChangedRequests(DynamoDbClient table) {
    super(table);
  }

  UpdateItemRequest changed(UpdateItemRequest request) {
    return request;
  }

  PutItemRequest changed(PutItemRequest request) {
    return request;
  }

  /** A table whose mails in that state no event of SES settles. */
  static DynamoDbClient unsettled(DynamoDbClient table, String state) {
    return new ChangedRequests(table) {
      @Override
      UpdateItemRequest changed(UpdateItemRequest request) {
        String condition = request.conditionExpression();
        if (condition == null || !condition.startsWith("#state <> :sent")) {
          return request;
        }
        Map<String, AttributeValue> values = new HashMap<>(request.expressionAttributeValues());
        values.put(":ignored", AttributeValue.fromS(state));
        return request.toBuilder()
            .conditionExpression(condition + " AND #state <> :ignored")
            .expressionAttributeValues(values)
            .build();
      }
    };
  }

  /** The same request without its condition. */
  static PutItemRequest unconditional(PutItemRequest request) {
    return request.toBuilder()
        .conditionExpression(null)
        .expressionAttributeNames(null)
        .expressionAttributeValues(null)
        .build();
  }

  /** Whether a request writes a row of a customer whose place begins so. */
  static boolean isOf(PutItemRequest request, String place) {
    return text(request.item().get("pk")).startsWith("C#")
        && text(request.item().get("sk")).startsWith(place);
  }

  private static String text(@Nullable AttributeValue value) {
    return value == null || value.s() == null ? "" : value.s();
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return super.updateItem(changed(request));
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return super.putItem(changed(request));
  }
}
