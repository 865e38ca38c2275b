package kikkake.local.simulate;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
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

/**
 * DynamoDB in memory, with one empty table like that of {@code template.yaml}. It does what {@code
 * DynamoTable} asks for, as DynamoDB does it, with its errors, limits and consumed capacity, and
 * refuses the rest with an {@link UnsupportedOperationException}. Nothing in it is left to chance:
 * the same requests get the same answers, in the same order.
 *
 * <p>It may be used by many threads.
 */
public final class SimulatedDynamo implements DynamoDbClient {
  private final Io io;
  private final Lag lag;
  private final Lock lock = new ReentrantLock();
  private final Reads reads;
  private final Writes writes;

  /** A table that nothing disturbs, and whose reads see everything. */
  public SimulatedDynamo(String table) {
    this(table, Io.UNDISTURBED, Lag.NONE);
  }

  /**
   * A table of that name.
   *
   * @param io looks on at every request
   * @param lag decides what eventually consistent reads do not see yet
   */
  public SimulatedDynamo(String table, Io io, Lag lag) {
    this.io = io;
    this.lag = lag;
    Rows rows = new Rows();
    Answers answers = new Answers(table);
    this.reads = new Reads(rows, answers);
    this.writes = new Writes(rows, answers);
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return read(
        "GetItem " + place(request.key()),
        request.consistentRead(),
        hidden -> reads.get(request, hidden));
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    int keys = request.requestItems().values().stream().mapToInt(each -> each.keys().size()).sum();
    return read("BatchGetItem " + keys, false, hidden -> reads.getAll(request, hidden));
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    StringBuilder name = new StringBuilder("Query");
    if (request.indexName() != null) {
      name.append(' ').append(request.indexName());
    }
    new TreeMap<>(request.expressionAttributeValues())
        .values()
        .forEach(value -> name.append(' ').append(text(value)));
    return read(name.toString(), request.consistentRead(), hidden -> reads.query(request, hidden));
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    return read("Scan", request.consistentRead(), hidden -> reads.scan(request, hidden));
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return write("PutItem " + place(request.item()), hidden -> writes.put(request));
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return write("UpdateItem " + place(request.key()), hidden -> writes.update(request));
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return write("DeleteItem " + place(request.key()), hidden -> writes.delete(request));
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    int items = request.requestItems().values().stream().mapToInt(each -> each.size()).sum();
    return write("BatchWriteItem " + items, hidden -> writes.putAll(request));
  }

  /** The earliest time in the index {@code due}, whatever its shard; of no request, at no cost. */
  public Optional<String> firstDue() {
    return locked(0, hidden -> reads.firstDue());
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private <T> T read(String request, @Nullable Boolean consistent, IntFunction<T> work) {
    io.before(request);
    return answer(request, Boolean.TRUE.equals(consistent) ? 0 : lag.hidden(request), work);
  }

  private <T> T write(String request, IntFunction<T> work) {
    io.before(request);
    return answer(request, 0, work);
  }

  private <T> T answer(String request, int hidden, IntFunction<T> work) {
    T answer;
    try {
      answer = locked(hidden, work);
    } catch (DynamoDbException e) {
      io.after(request); // A refusal is an answer, too.
      throw e;
    }
    io.after(request);
    return answer;
  }

  private <T> T locked(int hidden, IntFunction<T> work) {
    lock.lock();
    try {
      return work.apply(hidden);
    } finally {
      lock.unlock();
    }
  }

  private static String place(Map<String, AttributeValue> attributes) {
    return text(attributes.get(Key.PK)) + " " + text(attributes.get(Key.SK));
  }

  private static String text(@Nullable AttributeValue value) {
    return value == null || value.s() == null ? "?" : value.s();
  }
}
