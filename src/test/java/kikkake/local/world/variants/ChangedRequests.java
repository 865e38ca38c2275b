package kikkake.local.world.variants;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** A table to which some requests go otherwise than they were made. */
abstract class ChangedRequests implements DynamoDbClient {
  private final DynamoDbClient table;

  ChangedRequests(DynamoDbClient table) {
    this.table = table;
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
    return table.updateItem(changed(request));
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return table.putItem(changed(request));
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return table.getItem(request);
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return table.batchGetItem(request);
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return table.query(request);
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    return table.scan(request);
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return table.deleteItem(request);
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    return table.batchWriteItem(request);
  }

  @Override
  public String serviceName() {
    return table.serviceName();
  }

  @Override
  public void close() {
    table.close();
  }
}
