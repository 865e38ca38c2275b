package kikkake.local.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** The requests that read; each may be a few changes behind. */
final class Reads {
  private static final String DUE_INDEX = "due";
  private static final int MAX_KEYS = 100;
  private static final int MAX_BATCH_BYTES = 16 * 1024 * 1024;

  private static final Supported GET =
      Supported.only(
          GetItemRequest.builder().build(),
          "TableName",
          "Key",
          "ConsistentRead",
          "ReturnConsumedCapacity");
  private static final Supported BATCH =
      Supported.only(
          BatchGetItemRequest.builder().build(), "RequestItems", "ReturnConsumedCapacity");
  private static final Supported KEYS =
      Supported.only(KeysAndAttributes.builder().build(), "Keys", "ConsistentRead");
  private static final Supported QUERY =
      Supported.only(
          QueryRequest.builder().build(),
          "TableName",
          "IndexName",
          "KeyConditionExpression",
          "ExpressionAttributeNames",
          "ExpressionAttributeValues",
          "ExclusiveStartKey",
          "Limit",
          "ConsistentRead",
          "ReturnConsumedCapacity");
  private static final Supported SCAN =
      Supported.only(
          ScanRequest.builder().build(),
          "TableName",
          "FilterExpression",
          "ExpressionAttributeNames",
          "ExpressionAttributeValues",
          "ExclusiveStartKey",
          "Limit",
          "Segment",
          "TotalSegments",
          "ConsistentRead",
          "ReturnConsumedCapacity");

  private final Rows rows;
  private final Answers answers;

  Reads(Rows rows, Answers answers) {
    this.rows = rows;
    this.answers = answers;
  }

  Optional<String> firstDue() {
    return rows.due(0).stream().map(Key.Due::at).min(Comparator.naturalOrder());
  }

  GetItemResponse get(GetItemRequest request, int hidden) {
    GET.check(request);
    answers.checkTable(request.tableName());
    Item item = rows.get(Key.of(request.key()), hidden);
    double units = Units.read(item == null ? 0 : item.size(), isTrue(request.consistentRead()));
    return GetItemResponse.builder()
        .item(item == null ? null : item.attributes())
        .consumedCapacity(answers.consumed(request.returnConsumedCapacity(), units))
        .build();
  }

  BatchGetItemResponse getAll(BatchGetItemRequest request, int hidden) {
    BATCH.check(request);
    if (request.requestItems().size() != 1) {
      throw Refusal.invalid("A batch reads from one table here");
    }
    String table = request.requestItems().keySet().iterator().next();
    answers.checkTable(table);
    KeysAndAttributes wanted = request.requestItems().values().iterator().next();
    KEYS.check(wanted);
    List<Key> keys = keys(wanted);
    boolean consistent = isTrue(wanted.consistentRead());
    List<Map<String, AttributeValue>> found = new ArrayList<>();
    double units = 0;
    int bytes = 0;
    int next = 0;
    for (; next < keys.size(); next++) {
      Item item = rows.get(keys.get(next), consistent ? 0 : hidden);
      int size = item == null ? 0 : item.size();
      if (bytes + size > MAX_BATCH_BYTES) {
        break;
      }
      bytes += size;
      units += Units.read(size, consistent);
      if (item != null) {
        found.add(item.attributes());
      }
    }
    var left = keys.subList(next, keys.size()).stream().map(Key::attributes).toList();
    var consumed = answers.consumed(request.returnConsumedCapacity(), units);
    return BatchGetItemResponse.builder()
        .responses(Map.of(table, found))
        .unprocessedKeys(
            left.isEmpty() ? Map.of() : Map.of(table, wanted.toBuilder().keys(left).build()))
        .consumedCapacity(consumed == null ? null : List.of(consumed))
        .build();
  }

  private static List<Key> keys(KeysAndAttributes wanted) {
    if (wanted.keys().isEmpty() || wanted.keys().size() > MAX_KEYS) {
      throw Refusal.invalid("A batch has 1 to 100 keys, not " + wanted.keys().size());
    }
    List<Key> keys = wanted.keys().stream().map(Key::of).toList();
    Set<Key> distinct = new HashSet<>(keys);
    if (distinct.size() < keys.size()) {
      throw Refusal.invalid("Provided list of item keys contains duplicates");
    }
    return keys;
  }

  QueryResponse query(QueryRequest request, int hidden) {
    QUERY.check(request);
    answers.checkTable(request.tableName());
    if (request.keyConditionExpression() == null) {
      throw Refusal.invalid("A query needs a KeyConditionExpression");
    }
    var condition = Parsed.condition(request.keyConditionExpression());
    Bindings bindings =
        Bindings.of(
            request.hasExpressionAttributeNames() ? request.expressionAttributeNames() : null,
            request.hasExpressionAttributeValues() ? request.expressionAttributeValues() : null,
            List.of(condition));
    Page page = new Page(request.limit());
    Map<String, AttributeValue> start =
        request.hasExclusiveStartKey() ? request.exclusiveStartKey() : null;
    Map<String, AttributeValue> last;
    if (request.indexName() == null) {
      Range range = Range.of(condition.expression(), Key.PK, Key.SK, bindings);
      last = read(range, start, rows.items(hidden), page);
    } else {
      checkIndex(request);
      Range range = Range.of(condition.expression(), Key.Due.SHARD, Key.Due.AT, bindings);
      last = readDue(range, start, rows.due(hidden), page);
    }
    double units = Units.read(page.bytes(), isTrue(request.consistentRead()));
    return QueryResponse.builder()
        .items(page.items())
        .count(page.items().size())
        .scannedCount(page.read())
        .lastEvaluatedKey(last)
        .consumedCapacity(answers.consumed(request.returnConsumedCapacity(), units))
        .build();
  }

  private static void checkIndex(QueryRequest request) {
    if (!request.indexName().equals(DUE_INDEX)) {
      throw Refusal.invalid("The table does not have the specified index: " + request.indexName());
    }
    if (isTrue(request.consistentRead())) {
      throw Refusal.invalid("Consistent reads are not supported on global secondary indexes");
    }
  }

  /** Reads a part of one partition; gives the key to go on from, or null at the end. */
  private static @Nullable Map<String, AttributeValue> read(
      Range range,
      @Nullable Map<String, AttributeValue> start,
      NavigableMap<Key, Item> items,
      Page page) {
    Key from = new Key(range.partition(), range.from());
    boolean inclusive = true;
    if (start != null) {
      Key after = Key.of(start);
      checkStart(after.pk().equals(range.partition()));
      inclusive = Key.ORDER.compare(after, from) < 0;
      from = inclusive ? from : after;
    }
    for (Item item : items.tailMap(from, inclusive).values()) {
      String place = item.key().sk();
      if (!item.key().pk().equals(range.partition())) {
        return null;
      }
      if (range.contains(place)) {
        if (page.isFullWith(item.attributes(), item.size(), true)) {
          return item.key().attributes();
        }
      } else if (range.isBehind(place)) {
        return null;
      }
    }
    return null;
  }

  /** Reads a part of one shard of the index; gives the key to go on from, or null at the end. */
  private static @Nullable Map<String, AttributeValue> readDue(
      Range range,
      @Nullable Map<String, AttributeValue> start,
      NavigableSet<Key.Due> due,
      Page page) {
    Key.Due from = Key.Due.first(range.partition(), range.from());
    boolean inclusive = true;
    if (start != null) {
      Key.Due after = Key.Due.ofStart(start);
      checkStart(after.shard().equals(range.partition()));
      inclusive = Key.Due.ORDER.compare(after, from) < 0;
      from = inclusive ? from : after;
    }
    for (Key.Due entry : due.tailSet(from, inclusive)) {
      if (!entry.shard().equals(range.partition())) {
        return null;
      }
      if (range.contains(entry.at())) {
        if (page.isFullWith(entry.attributes(), entry.size(), true)) {
          return entry.attributes();
        }
      } else if (range.isBehind(entry.at())) {
        return null;
      }
    }
    return null;
  }

  private static void checkStart(boolean inside) {
    if (!inside) {
      throw Refusal.invalid("The provided starting key is outside of what is read");
    }
  }

  ScanResponse scan(ScanRequest request, int hidden) {
    SCAN.check(request);
    answers.checkTable(request.tableName());
    List<Parsed<Condition>> filter =
        request.filterExpression() == null
            ? List.of()
            : List.of(Parsed.condition(request.filterExpression()));
    Bindings bindings =
        Bindings.of(
            request.hasExpressionAttributeNames() ? request.expressionAttributeNames() : null,
            request.hasExpressionAttributeValues() ? request.expressionAttributeValues() : null,
            filter);
    filter.forEach(each -> each.expression().check(bindings));
    Page page = new Page(request.limit());
    Segment segment = Segment.of(request);
    NavigableMap<Key, Item> items = rows.items(hidden);
    if (request.hasExclusiveStartKey()) {
      Key after = Key.of(request.exclusiveStartKey());
      checkStart(segment.has(after));
      items = items.tailMap(after, false);
    }
    Key last = null;
    for (Item item : items.values()) {
      if (!segment.has(item.key())) {
        continue;
      }
      boolean wanted =
          filter.stream().allMatch(each -> each.expression().holds(item.attributes(), bindings));
      if (page.isFullWith(item.attributes(), item.size(), wanted)) {
        last = item.key();
        break;
      }
    }
    double units = Units.read(page.bytes(), isTrue(request.consistentRead()));
    return ScanResponse.builder()
        .items(page.items())
        .count(page.items().size())
        .scannedCount(page.read())
        .lastEvaluatedKey(last == null ? null : last.attributes())
        .consumedCapacity(answers.consumed(request.returnConsumedCapacity(), units))
        .build();
  }

  private static boolean isTrue(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }
}
