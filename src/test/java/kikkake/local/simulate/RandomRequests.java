package kikkake.local.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Makes up requests to one table, of few keys and attributes, the same for the same seed. */
final class RandomRequests {
  private static final List<String> PARTITIONS = List.of("C#a", "C#b", "I#茶");
  private static final List<String> PLACES =
      List.of("M#1", "M#2", "M#10", "N#茶", "A", "\uFF5E", "😀");

  private final Random random;
  private final String table;

  RandomRequests(long seed, String table) {
    this.random = new Random(seed);
    this.table = table;
  }

  DynamoDbRequest next() {
    RandomExpressions expressions = new RandomExpressions(random);
    return switch (random.nextInt(20)) {
      case 0 -> get();
      case 1 -> getAll(expressions);
      case 2, 3, 4, 5, 6 -> put(expressions);
      case 7 -> delete(expressions);
      case 8 -> putAll(expressions);
      case 9 -> query(expressions);
      case 10 -> due(expressions);
      case 11 -> scan(expressions);
      default -> update(expressions);
    };
  }

  private Map<String, AttributeValue> key() {
    Map<String, AttributeValue> key = goodKey();
    if (random.nextInt(40) == 0) {
      switch (random.nextInt(5)) {
        case 0 -> key.remove("sk");
        case 1 -> key.put("sk", AttributeValue.fromS(""));
        case 2 -> key.put("pk", AttributeValue.fromN("1"));
        case 3 -> key.put("x", AttributeValue.fromS("a"));
        default -> key.put("sk", AttributeValue.fromS("s".repeat(1_025)));
      }
    }
    return key;
  }

  private Map<String, AttributeValue> goodKey() {
    Map<String, AttributeValue> key = new HashMap<>();
    key.put("pk", AttributeValue.fromS(PARTITIONS.get(random.nextInt(PARTITIONS.size()))));
    key.put("sk", AttributeValue.fromS(PLACES.get(random.nextInt(PLACES.size()))));
    return key;
  }

  private Map<String, AttributeValue> item(RandomExpressions expressions) {
    Map<String, AttributeValue> item = key();
    for (String name : List.of("x", "y", "amount")) {
      if (random.nextBoolean()) {
        item.put(name, expressions.value());
      }
    }
    if (random.nextInt(3) > 0) {
      item.put("dueShard", AttributeValue.fromS("D" + random.nextInt(3)));
    }
    if (random.nextInt(3) > 0) {
      item.put("dueAt", AttributeValue.fromS("2026-0" + random.nextInt(1, 9)));
    }
    if (random.nextInt(40) == 0) {
      item.put(random.nextBoolean() ? "dueShard" : "dueAt", expressions.value());
    }
    return item;
  }

  /** The keys of the items that a request writes. */
  static List<Map<String, AttributeValue>> written(DynamoDbRequest request) {
    return switch (request) {
      case PutItemRequest put -> List.of(keyOf(put.item()));
      case UpdateItemRequest update -> List.of(update.key());
      case DeleteItemRequest delete -> List.of(delete.key());
      case BatchWriteItemRequest all ->
          all.requestItems().values().stream()
              .flatMap(List::stream)
              .map(write -> keyOf(write.putRequest().item()))
              .toList();
      default -> List.of();
    };
  }

  /** Whether this can be the key of an item. */
  static boolean isKey(Map<String, AttributeValue> key) {
    return key.size() == 2
        && PLACES.stream().map(AttributeValue::fromS).anyMatch(key::containsValue)
        && PARTITIONS.stream().map(AttributeValue::fromS).anyMatch(key::containsValue);
  }

  private static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> key = new HashMap<>(item);
    key.keySet().retainAll(List.of("pk", "sk"));
    return key;
  }

  private GetItemRequest get() {
    return GetItemRequest.builder()
        .tableName(table)
        .key(key())
        .consistentRead(random.nextBoolean())
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
        .build();
  }

  private BatchGetItemRequest getAll(RandomExpressions expressions) {
    List<Map<String, AttributeValue>> keys = new ArrayList<>(List.of(key()));
    while (!expressions.oneIn(3)) {
      keys.add(key());
    }
    boolean consistent = random.nextBoolean();
    return BatchGetItemRequest.builder()
        .requestItems(Map.of(table, keysOf(keys, consistent)))
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
        .build();
  }

  private static KeysAndAttributes keysOf(
      List<Map<String, AttributeValue>> keys, boolean consistent) {
    return KeysAndAttributes.builder().keys(keys).consistentRead(consistent).build();
  }

  private PutItemRequest put(RandomExpressions expressions) {
    var request =
        PutItemRequest.builder()
            .tableName(table)
            .item(item(expressions))
            .returnValues(random.nextBoolean() ? ReturnValue.ALL_OLD : ReturnValue.NONE)
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
    if (random.nextBoolean()) {
      request
          .conditionExpression(expressions.condition())
          .expressionAttributeNames(expressions.names())
          .expressionAttributeValues(expressions.values())
          .returnValuesOnConditionCheckFailure(onFailure());
    }
    return request.build();
  }

  private DeleteItemRequest delete(RandomExpressions expressions) {
    var request =
        DeleteItemRequest.builder()
            .tableName(table)
            .key(key())
            .returnValues(random.nextBoolean() ? ReturnValue.ALL_OLD : ReturnValue.NONE)
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
    if (random.nextBoolean()) {
      request
          .conditionExpression(expressions.condition())
          .expressionAttributeNames(expressions.names())
          .expressionAttributeValues(expressions.values())
          .returnValuesOnConditionCheckFailure(onFailure());
    }
    return request.build();
  }

  private UpdateItemRequest update(RandomExpressions expressions) {
    String condition = random.nextInt(3) == 0 ? null : expressions.condition();
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(key())
        .conditionExpression(condition)
        .updateExpression(expressions.update())
        .expressionAttributeNames(expressions.names())
        .expressionAttributeValues(expressions.values())
        .returnValues(
            expressions.one(List.of(ReturnValue.ALL_NEW, ReturnValue.ALL_OLD, ReturnValue.NONE)))
        .returnValuesOnConditionCheckFailure(onFailure())
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
        .build();
  }

  private ReturnValuesOnConditionCheckFailure onFailure() {
    return random.nextInt(4) == 0
        ? ReturnValuesOnConditionCheckFailure.NONE
        : ReturnValuesOnConditionCheckFailure.ALL_OLD;
  }

  private BatchWriteItemRequest putAll(RandomExpressions expressions) {
    List<WriteRequest> writes = new ArrayList<>();
    do {
      Map<String, AttributeValue> item = item(expressions);
      writes.add(WriteRequest.builder().putRequest(p -> p.item(item)).build());
    } while (!expressions.oneIn(3));
    return BatchWriteItemRequest.builder()
        .requestItems(Map.of(table, writes))
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
        .build();
  }

  private QueryRequest query(RandomExpressions expressions) {
    String pk = expressions.standIn(AttributeValue.fromS(expressions.one(PARTITIONS)));
    String place = expressions.standIn(AttributeValue.fromS(expressions.one(PLACES)));
    String prefix = expressions.standIn(AttributeValue.fromS(expressions.oneIn(9) ? "" : "M#"));
    String keys =
        switch (random.nextInt(9)) {
          case 0 -> "pk = " + pk;
          case 1 -> "sk < " + place + " and pk = " + pk;
          case 2 -> "pk = " + pk + " AND sk >= " + place;
          case 3 -> "pk = " + pk + " AND sk > " + place;
          case 4 -> "pk = " + pk + " AND sk BETWEEN " + prefix + " AND " + place;
          case 5 -> "pk = " + pk + " AND sk = " + place;
          case 6 -> "pk > " + pk + " AND begins_with(sk, " + prefix + ")";
          default -> "pk = " + pk + " AND begins_with(sk, " + prefix + ")";
        };
    // Where a page ends at the very end of BETWEEN, DynamoDB Local gives no key to go on from.
    boolean isLimited = random.nextInt(3) == 0 && !keys.contains("BETWEEN");
    Map<String, AttributeValue> values = new HashMap<>();
    Map<String, AttributeValue> all = Objects.requireNonNullElse(expressions.values(), Map.of());
    for (var each : all.entrySet()) {
      if (keys.contains(each.getKey()) || expressions.oneIn(60)) {
        values.put(each.getKey(), each.getValue());
      }
    }
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(keys)
        .expressionAttributeValues(values)
        .limit(isLimited ? random.nextInt(5) : null)
        .consistentRead(random.nextBoolean())
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
        .build();
  }

  private QueryRequest due(RandomExpressions expressions) {
    String shard = expressions.standIn(AttributeValue.fromS("D" + random.nextInt(3)));
    String until = expressions.standIn(AttributeValue.fromS("2026-0" + random.nextInt(1, 9)));
    return QueryRequest.builder()
        .tableName(table)
        .indexName("due")
        .keyConditionExpression("dueShard = " + shard + " AND dueAt <= " + until)
        .expressionAttributeValues(expressions.values())
        .limit(random.nextBoolean() ? random.nextInt(1, 5) : null)
        .consistentRead(expressions.oneIn(20))
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
        .build();
  }

  private ScanRequest scan(RandomExpressions expressions) {
    var request =
        ScanRequest.builder()
            .tableName(table)
            .consistentRead(random.nextBoolean())
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
    if (random.nextInt(3) > 0) {
      request
          .filterExpression(expressions.condition())
          .expressionAttributeNames(expressions.names())
          .expressionAttributeValues(expressions.values());
    }
    if (random.nextInt(3) == 0) {
      int total = random.nextInt(1, 5);
      request.totalSegments(total).segment(random.nextInt(total));
      switch (random.nextInt(12)) {
        case 0 -> request.segment(total);
        case 1 -> request.segment(-1);
        case 2 -> request.totalSegments(0);
        case 3 -> request.totalSegments(1_000_001);
        case 4 -> request.segment(null);
        case 5 -> request.totalSegments(null);
        default -> {}
      }
    }
    return request.build();
  }
}
