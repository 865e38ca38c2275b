package kikkake.local.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** What came out of a request, in a form that two databases must agree on. */
record Outcome(
    String error, List<Map<String, AttributeValue>> items, double units, List<Object> rest) {
  private static final String OK = "";

  /**
   * The cost where something was not found. DynamoDB charges the least unit also for an item that
   * does not exist, as its guide says under "read consistency and capacity"; DynamoDB Local charges
   * nothing for it in a batch, nor for a query or scan that reads nothing.
   */
  private static final double NOT_COMPARED = 0;

  private static final Comparator<Map<String, AttributeValue>> BY_KEY =
      Comparator.comparing(item -> item.get("pk") + " " + item.get("sk"));

  /** DynamoDB trims the zeros of a number; DynamoDB Local gives some back as they were sent. */
  Outcome {
    items = items.stream().map(item -> Values.normal(AttributeValue.fromM(item)).m()).toList();
  }

  static Outcome of(DynamoDbClient client, DynamoDbRequest request) {
    try {
      return answer(client, request);
    } catch (ConditionalCheckFailedException e) {
      List<Map<String, AttributeValue>> item = e.hasItem() ? List.of(e.item()) : List.of();
      return new Outcome(e.awsErrorDetails().errorCode(), item, 0, List.of());
    } catch (DynamoDbException e) {
      return new Outcome(e.awsErrorDetails().errorCode(), List.of(), 0, List.of());
    }
  }

  private static Outcome answer(DynamoDbClient client, DynamoDbRequest request) {
    return switch (request) {
      case GetItemRequest r -> {
        var a = client.getItem(r);
        yield ok(a.hasItem(), a.item(), a.consumedCapacity());
      }
      case PutItemRequest r -> {
        var a = client.putItem(r);
        yield ok(a.hasAttributes(), a.attributes(), a.consumedCapacity());
      }
      case UpdateItemRequest r -> {
        var a = client.updateItem(r);
        yield ok(a.hasAttributes(), a.attributes(), a.consumedCapacity());
      }
      case DeleteItemRequest r -> {
        var a = client.deleteItem(r);
        yield ok(a.hasAttributes(), a.attributes(), a.consumedCapacity());
      }
      case BatchGetItemRequest r -> getAll(client, r);
      case BatchWriteItemRequest r -> {
        var a = client.batchWriteItem(r);
        double units = a.consumedCapacity().getFirst().capacityUnits();
        yield new Outcome(OK, List.of(), units, List.of(a.unprocessedItems()));
      }
      case QueryRequest r -> query(client, r);
      case ScanRequest r -> scan(client, r);
      default -> throw new IllegalArgumentException("What is that? " + request);
    };
  }

  private static Outcome ok(
      boolean has, Map<String, AttributeValue> item, ConsumedCapacity consumed) {
    return new Outcome(OK, List.of(item), consumed.capacityUnits(), List.of(has));
  }

  /** The items of a batch stand in no order. */
  private static Outcome getAll(DynamoDbClient client, BatchGetItemRequest request) {
    var a = client.batchGetItem(request);
    var items = a.responses().values().stream().flatMap(List::stream).sorted(BY_KEY).toList();
    int asked = request.requestItems().values().iterator().next().keys().size();
    double units = a.consumedCapacity().getFirst().capacityUnits();
    return new Outcome(
        OK, items, items.size() < asked ? NOT_COMPARED : units, List.of(a.unprocessedKeys()));
  }

  /** Goes on to the end; in the index, items of one time stand in no order. */
  private static Outcome query(DynamoDbClient client, QueryRequest request) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    List<Object> rest = new ArrayList<>();
    double units = 0;
    QueryRequest next = request;
    boolean more;
    do {
      var a = client.query(next);
      items.addAll(a.items());
      rest.addAll(List.of(a.count(), a.scannedCount(), a.lastEvaluatedKey().isEmpty()));
      units += a.scannedCount() == 0 ? NOT_COMPARED : a.consumedCapacity().capacityUnits();
      more = !a.lastEvaluatedKey().isEmpty();
      next = request.toBuilder().exclusiveStartKey(a.lastEvaluatedKey()).build();
    } while (more);
    if (request.indexName() != null) {
      rest.add(items.stream().map(item -> item.get("dueAt")).toList());
      items.sort(BY_KEY);
    }
    return new Outcome(OK, items, units, rest);
  }

  /**
   * Partitions stand in no order. Which are in a segment differs, so that only all segments
   * together say the same.
   */
  private static Outcome scan(DynamoDbClient client, ScanRequest request) {
    var a = client.scan(request);
    if (request.totalSegments() != null) {
      return segments(client, request);
    }
    return new Outcome(
        OK,
        a.items().stream().sorted(BY_KEY).toList(),
        a.scannedCount() == 0 ? NOT_COMPARED : a.consumedCapacity().capacityUnits(),
        List.of(a.count(), a.scannedCount(), a.lastEvaluatedKey().isEmpty()));
  }

  private static Outcome segments(DynamoDbClient client, ScanRequest request) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    int scanned = 0;
    for (int segment = 0; segment < request.totalSegments(); segment++) {
      var a = client.scan(request.toBuilder().segment(segment).build());
      items.addAll(a.items());
      scanned += a.scannedCount();
    }
    items.sort(BY_KEY);
    return new Outcome(OK, items, NOT_COMPARED, List.of(scanned));
  }

  /** The same without what it cost. */
  Outcome free() {
    return new Outcome(error, items, NOT_COMPARED, rest);
  }

  boolean isOk() {
    return error.equals(OK);
  }
}
