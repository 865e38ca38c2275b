package kikkake.local.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The requests that change the table. */
final class Writes {
  private static final int MAX_ITEMS = 25;
  private static final Set<String> KEYS = Set.of(Key.PK, Key.SK);
  private static final Update NO_CHANGE = new Update(List.of(), List.of(), List.of());

  private static final Supported PUT = supported(PutItemRequest.builder().build(), "Item");
  private static final Supported UPDATE =
      supported(UpdateItemRequest.builder().build(), "Key", "UpdateExpression");
  private static final Supported DELETE = supported(DeleteItemRequest.builder().build(), "Key");
  private static final Supported BATCH =
      Supported.only(
          BatchWriteItemRequest.builder().build(), "RequestItems", "ReturnConsumedCapacity");

  private final Rows rows;
  private final Answers answers;

  Writes(Rows rows, Answers answers) {
    this.rows = rows;
    this.answers = answers;
  }

  private static Supported supported(SdkPojo request, String... more) {
    List<String> members =
        new ArrayList<>(
            List.of(
                "TableName",
                "ConditionExpression",
                "ExpressionAttributeNames",
                "ExpressionAttributeValues",
                "ReturnValues",
                "ReturnValuesOnConditionCheckFailure",
                "ReturnConsumedCapacity"));
    members.addAll(List.of(more));
    return Supported.only(request, members.toArray(String[]::new));
  }

  PutItemResponse put(PutItemRequest request) {
    PUT.check(request);
    answers.checkTable(request.tableName());
    boolean old = wantsOld(request.returnValues());
    var condition = condition(request.conditionExpression());
    Bindings bindings =
        Bindings.of(
            request.hasExpressionAttributeNames() ? request.expressionAttributeNames() : null,
            request.hasExpressionAttributeValues() ? request.expressionAttributeValues() : null,
            condition);
    check(condition, bindings);
    Item item = Item.of(request.item());
    Item before = rows.get(item.key());
    checkHeld(condition, bindings, before, request.returnValuesOnConditionCheckFailure());
    double units = rows.write(item.key(), item);
    return PutItemResponse.builder()
        .attributes(old && before != null ? before.attributes() : null)
        .consumedCapacity(answers.consumed(request.returnConsumedCapacity(), units))
        .build();
  }

  DeleteItemResponse delete(DeleteItemRequest request) {
    DELETE.check(request);
    answers.checkTable(request.tableName());
    boolean old = wantsOld(request.returnValues());
    var condition = condition(request.conditionExpression());
    Bindings bindings =
        Bindings.of(
            request.hasExpressionAttributeNames() ? request.expressionAttributeNames() : null,
            request.hasExpressionAttributeValues() ? request.expressionAttributeValues() : null,
            condition);
    check(condition, bindings);
    Key key = Key.of(request.key());
    Item before = rows.get(key);
    checkHeld(condition, bindings, before, request.returnValuesOnConditionCheckFailure());
    double units = rows.write(key, null);
    return DeleteItemResponse.builder()
        .attributes(old && before != null ? before.attributes() : null)
        .consumedCapacity(answers.consumed(request.returnConsumedCapacity(), units))
        .build();
  }

  UpdateItemResponse update(UpdateItemRequest request) {
    UPDATE.check(request);
    answers.checkTable(request.tableName());
    var condition = condition(request.conditionExpression());
    List<Parsed<?>> expressions = new ArrayList<>(condition);
    Update update = NO_CHANGE;
    if (request.updateExpression() != null) {
      var parsed = Parsed.update(request.updateExpression());
      update = parsed.expression();
      expressions.add(parsed);
    }
    Bindings bindings =
        Bindings.of(
            request.hasExpressionAttributeNames() ? request.expressionAttributeNames() : null,
            request.hasExpressionAttributeValues() ? request.expressionAttributeValues() : null,
            expressions);
    check(condition, bindings);
    update.check(bindings);
    Key key = Key.of(request.key());
    Item before = rows.get(key);
    checkHeld(condition, bindings, before, request.returnValuesOnConditionCheckFailure());
    update.checkKeys(bindings, KEYS);
    Item after =
        Item.ofNormal(
            update.applied(before == null ? key.attributes() : before.attributes(), bindings));
    double units = rows.write(key, after);
    return UpdateItemResponse.builder()
        .attributes(wanted(request.returnValues(), before, after))
        .consumedCapacity(answers.consumed(request.returnConsumedCapacity(), units))
        .build();
  }

  BatchWriteItemResponse putAll(BatchWriteItemRequest request) {
    BATCH.check(request);
    Map<Key, Optional<Item>> items = new LinkedHashMap<>();
    request
        .requestItems()
        .forEach((table, writes) -> {
          answers.checkTable(table);
          for (WriteRequest write : writes) {
            Optional<Item> item =
                Optional.ofNullable(write.putRequest()).map(put -> Item.of(put.item()));
            Key key = item.map(Item::key).orElseGet(() -> Key.of(write.deleteRequest().key()));
            if (items.put(key, item) != null) {
              throw Refusal.invalid("Provided list of item keys contains duplicates");
            }
          }
        });
    if (items.isEmpty() || items.size() > MAX_ITEMS) {
      throw Refusal.invalid("A batch has 1 to 25 items, not " + items.size());
    }
    double units = 0;
    for (Map.Entry<Key, Optional<Item>> item : items.entrySet()) {
      units += rows.write(item.getKey(), item.getValue().orElse(null));
    }
    var consumed = answers.consumed(request.returnConsumedCapacity(), units);
    return BatchWriteItemResponse.builder()
        .unprocessedItems(Map.of())
        .consumedCapacity(consumed == null ? null : List.of(consumed))
        .build();
  }

  private static boolean wantsOld(@Nullable ReturnValue asked) {
    if (asked == null || asked == ReturnValue.NONE) {
      return false;
    }
    if (asked != ReturnValue.ALL_OLD) {
      throw Refusal.invalid("Return values set to invalid value");
    }
    return true;
  }

  private static @Nullable Map<String, AttributeValue> wanted(
      @Nullable ReturnValue asked, @Nullable Item before, Item after) {
    return switch (asked) {
      case null -> null;
      case NONE -> null;
      case ALL_NEW -> after.attributes();
      case ALL_OLD -> before == null ? null : before.attributes();
      default -> throw new UnsupportedOperationException("ReturnValues " + asked);
    };
  }

  /** No condition, or one. */
  private static List<Parsed<Condition>> condition(@Nullable String text) {
    return text == null ? List.of() : List.of(Parsed.condition(text));
  }

  private static void check(List<Parsed<Condition>> conditions, Bindings bindings) {
    for (Parsed<Condition> condition : conditions) {
      condition.expression().check(bindings);
    }
  }

  private static void checkHeld(
      List<Parsed<Condition>> conditions,
      Bindings bindings,
      @Nullable Item item,
      @Nullable ReturnValuesOnConditionCheckFailure asked) {
    Map<String, AttributeValue> attributes = item == null ? Map.of() : item.attributes();
    for (Parsed<Condition> condition : conditions) {
      if (!condition.expression().holds(attributes, bindings)) {
        boolean old = asked == ReturnValuesOnConditionCheckFailure.ALL_OLD;
        throw Answers.notHeld(old && item != null ? attributes : null);
      }
    }
  }
}
