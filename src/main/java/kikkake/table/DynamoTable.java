package kikkake.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The one table that keeps everything; each request's cost goes to its {@link DynamoUsage}.
 *
 * <p>Which rows there are stands in the adapters: each draws its own keys.
 */
public final class DynamoTable {
  /** The index in which planned mails stand by the time they are due. */
  public static final String DUE_INDEX = "due";

  public static final String DUE_SHARD = "dueShard";
  public static final String DUE_AT = "dueAt";

  private static final int MAX_KEYS_PER_READ = 100;
  private static final int MAX_ROWS_PER_WRITE = 25;
  private static final int MAX_ROUNDS = 10;

  /**
   * A new on-demand table gives 12,000 read units a second, 3,000 from a partition; a page of 1 MB
   * takes 128. Four readers, of up to 20 pages a second, stay below, and leave two of the six cores
   * of a function with 10 GB.
   */
  private static final int SEGMENTS = 4;

  private final DynamoDbClient client;
  private final String name;
  private final DynamoUsage usage;

  public DynamoTable(DynamoDbClient client, String name, DynamoUsage usage) {
    this.client = client;
    this.name = name;
    this.usage = usage;
  }

  /** Reads one row, strongly consistent. */
  public Optional<DynamoRow> get(DynamoKey key) {
    var response =
        client.getItem(r ->
            r.tableName(name)
                .key(key.attributes())
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    usage.read(units(response.consumedCapacity()));
    return response.hasItem() ? Optional.of(DynamoRow.read(response.item())) : Optional.empty();
  }

  /** Reads the rows that there are of those, eventually consistent, in no order. */
  public List<DynamoRow> get(Set<DynamoKey> keys) {
    return get(keys, false);
  }

  /** Reads the rows that there are of those, strongly consistent, in no order. */
  public List<DynamoRow> getConsistent(Set<DynamoKey> keys) {
    return get(keys, true);
  }

  private List<DynamoRow> get(Set<DynamoKey> keys, boolean consistent) {
    List<DynamoKey> ordered =
        keys.stream()
            .sorted(Comparator.comparing(DynamoKey::pk).thenComparing(DynamoKey::sk))
            .toList();
    List<DynamoRow> rows = new ArrayList<>(keys.size());
    for (int from = 0; from < ordered.size(); from += MAX_KEYS_PER_READ) {
      int to = Math.min(from + MAX_KEYS_PER_READ, ordered.size());
      KeysAndAttributes wanted =
          KeysAndAttributes.builder()
              .keys(ordered.subList(from, to).stream().map(DynamoKey::attributes).toList())
              .consistentRead(consistent)
              .build();
      Map<String, KeysAndAttributes> open = Map.of(name, wanted);
      for (int round = 0; !open.isEmpty(); round++) {
        checkRound(round, "read");
        Map<String, KeysAndAttributes> asked = open;
        var response =
            client.batchGetItem(
                r -> r.requestItems(asked).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        usage.read(response.consumedCapacity().stream().mapToDouble(DynamoTable::units).sum());
        response.responses().getOrDefault(name, List.of()).stream()
            .map(DynamoRow::read)
            .forEach(rows::add);
        open = response.unprocessedKeys();
      }
    }
    return rows;
  }

  /** Reads the rows of a partition whose place begins with {@code prefix}, in order. */
  public List<DynamoRow> query(String pk, String prefix) {
    return query(
        "pk = :pk AND begins_with(sk, :prefix)",
        Map.of(":pk", AttributeValue.fromS(pk), ":prefix", AttributeValue.fromS(prefix)));
  }

  /** The keys of all rows of a partition, in order. */
  public List<DynamoKey> keys(String pk) {
    return query("pk = :pk", Map.of(":pk", AttributeValue.fromS(pk))).stream()
        .map(DynamoRow::key)
        .toList();
  }

  private List<DynamoRow> query(String condition, Map<String, AttributeValue> values) {
    List<DynamoRow> rows = new ArrayList<>();
    Map<String, AttributeValue> next = Map.of();
    do {
      Map<String, AttributeValue> start = next.isEmpty() ? null : next;
      var response =
          client.query(r ->
              r.tableName(name)
                  .keyConditionExpression(condition)
                  .expressionAttributeValues(values)
                  .exclusiveStartKey(start)
                  .consistentRead(true)
                  .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
      usage.read(units(response.consumedCapacity()));
      response.items().stream().map(DynamoRow::read).forEach(rows::add);
      next = response.lastEvaluatedKey();
    } while (!next.isEmpty());
    return rows;
  }

  /** The keys due in one shard of the due index, earliest first, eventually consistent. */
  public List<DynamoKey> due(String shard, String until, int max) {
    Map<String, AttributeValue> values =
        Map.of(":shard", AttributeValue.fromS(shard), ":until", AttributeValue.fromS(until));
    var response =
        client.query(r ->
            r.tableName(name)
                .indexName(DUE_INDEX)
                .keyConditionExpression(DUE_SHARD + " = :shard AND " + DUE_AT + " <= :until")
                .expressionAttributeValues(values)
                .limit(max)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    usage.read(units(response.consumedCapacity()));
    return response.items().stream().map(item -> DynamoRow.read(item).key()).toList();
  }

  /** Writes a row, whatever stood there. */
  public void put(DynamoRow row) {
    var response =
        client.putItem(r ->
            r.tableName(name)
                .item(row.attributes())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    usage.wrote(units(response.consumedCapacity()));
  }

  /** Writes a row where none stands yet; says whether it did. */
  public boolean putIfAbsent(DynamoRow row) {
    return put(row, new DynamoChange().onlyIf("attribute_not_exists(#pk)", DynamoRow.PK));
  }

  /** Writes a row under a condition; says whether it held. */
  public boolean put(DynamoRow row, DynamoChange condition) {
    return held(() ->
        client
            .putItem(r ->
                r.tableName(name)
                    .item(row.attributes())
                    .conditionExpression(condition.condition())
                    .expressionAttributeNames(condition.names())
                    .expressionAttributeValues(condition.values())
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
            .consumedCapacity());
  }

  /** Whether the condition of a write held; it costs something either way. */
  private boolean held(Supplier<ConsumedCapacity> write) {
    try {
      usage.wrote(units(write.get()));
      return true;
    } catch (ConditionalCheckFailedException e) {
      usage.wrote(1); // DynamoDB charges a refused write, but its answer does not say so.
      return false;
    }
  }

  /** A conditional change's answer: whether the condition held, and the row as it is now. */
  public record Changed(boolean held, @Nullable DynamoRow row) {}

  /** Changes one row under a condition, or creates it where the condition lets it. */
  public Changed update(DynamoKey key, DynamoChange change) {
    return update(key, change, ReturnValue.ALL_NEW);
  }

  /** Changes one row under a condition and says only whether it held. */
  public boolean apply(DynamoKey key, DynamoChange change) {
    return update(key, change, ReturnValue.NONE).held();
  }

  private Changed update(DynamoKey key, DynamoChange change, ReturnValue wanted) {
    try {
      var response =
          client.updateItem(r ->
              r.tableName(name)
                  .key(key.attributes())
                  .updateExpression(change.update())
                  .conditionExpression(change.condition())
                  .expressionAttributeNames(change.names())
                  .expressionAttributeValues(change.values())
                  .returnValues(wanted)
                  .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                  .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
      usage.wrote(units(response.consumedCapacity()));
      return new Changed(
          true, response.hasAttributes() ? DynamoRow.read(response.attributes()) : null);
    } catch (ConditionalCheckFailedException e) {
      usage.wrote(1);
      return new Changed(false, e.hasItem() ? DynamoRow.read(e.item()) : null);
    }
  }

  public void delete(DynamoKey key) {
    var response =
        client.deleteItem(r ->
            r.tableName(name)
                .key(key.attributes())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
    usage.wrote(units(response.consumedCapacity()));
  }

  /** Deletes a row under a condition; says whether it held. */
  public boolean delete(DynamoKey key, DynamoChange condition) {
    return held(() ->
        client
            .deleteItem(r ->
                r.tableName(name)
                    .key(key.attributes())
                    .conditionExpression(condition.condition())
                    .expressionAttributeNames(condition.names())
                    .expressionAttributeValues(condition.values())
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
            .consumedCapacity());
  }

  /** Writes many rows, whatever stood there. */
  public void putAll(List<DynamoRow> rows) {
    for (int from = 0; from < rows.size(); from += MAX_ROWS_PER_WRITE) {
      int to = Math.min(from + MAX_ROWS_PER_WRITE, rows.size());
      List<WriteRequest> writes =
          rows.subList(from, to).stream()
              .map(row -> WriteRequest.builder().putRequest(p -> p.item(row.attributes())).build())
              .toList();
      Map<String, List<WriteRequest>> open = Map.of(name, writes);
      for (int round = 0; !open.isEmpty(); round++) {
        checkRound(round, "written");
        Map<String, List<WriteRequest>> asked = open;
        var response =
            client.batchWriteItem(
                r -> r.requestItems(asked).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        usage.wrote(response.consumedCapacity().stream().mapToDouble(DynamoTable::units).sum());
        open = response.unprocessedItems();
      }
    }
  }

  /** Hands on every row whose place begins with a prefix, one after the other. */
  public void scan(List<String> prefixes, Consumer<DynamoRow> consumer) {
    new DynamoScan(client, name, usage, prefixes).run(consumer);
  }

  /**
   * The same in {@value #SEGMENTS} parts at once, in no order.
   *
   * @param prepare is called by several threads at a time; what it returns is run by one at a time
   * @throws IllegalStateException where a part was not read to its end, with the cause
   */
  public void scanInParts(List<String> prefixes, Function<DynamoRow, Runnable> prepare) {
    new DynamoScan(client, name, usage, prefixes).run(SEGMENTS, prepare);
  }

  /**
   * Rows whose place begins with a prefix, among a few pages of the table from some place on; all
   * of them where the table is smaller. A row may be in it twice.
   *
   * @param from any key, also of a row that is not there; another one leads elsewhere
   * @param pages of 1 MB that are read
   */
  public List<DynamoRow> sample(String prefix, DynamoKey from, int pages) {
    return new DynamoSample(client, name, usage).rows(prefix, from, pages);
  }

  /** DynamoDB hands back what it throttled; the pause grows, and after ten rounds we give up. */
  private static void checkRound(int round, String what) {
    if (round >= MAX_ROUNDS) {
      throw new IllegalStateException("DynamoDB left rows not " + what + " after ten tries");
    }
    if (round > 0) {
      try {
        Thread.sleep(25L << round);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while DynamoDB was busy", e);
      }
    }
  }

  static double units(@Nullable ConsumedCapacity capacity) {
    return capacity == null || capacity.capacityUnits() == null ? 0 : capacity.capacityUnits();
  }
}
