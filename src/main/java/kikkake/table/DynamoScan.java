package kikkake.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Goes through the whole table, to the rows whose place begins with one of some prefixes. */
final class DynamoScan {
  private final DynamoDbClient client;
  private final DynamoUsage usage;
  private final ScanRequest request;
  private final Lock turn = new ReentrantLock();
  private volatile boolean over;

  DynamoScan(DynamoDbClient client, String table, DynamoUsage usage, List<String> prefixes) {
    this.client = client;
    this.usage = usage;
    List<String> conditions = new ArrayList<>();
    Map<String, AttributeValue> values = new HashMap<>();
    for (String prefix : prefixes) {
      String name = ":prefix" + conditions.size();
      conditions.add("begins_with(sk, " + name + ")");
      values.put(name, AttributeValue.fromS(prefix));
    }
    this.request =
        ScanRequest.builder()
            .tableName(table)
            .filterExpression(String.join(" OR ", conditions))
            .expressionAttributeValues(values)
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
            .build();
  }

  /** One page after the other, on the thread of the caller. */
  void run(Consumer<DynamoRow> consumer) {
    read(request, page -> page.forEach(row -> consumer.accept(DynamoRow.read(row))));
  }

  /**
   * All segments at once, each on a thread of its own.
   *
   * @param prepare is called by all of these threads; what it returns is run by one at a time
   * @throws IllegalStateException where a segment was not read to its end, with the cause; by then
   *     nothing runs any more
   */
  void run(int segments, Function<DynamoRow, Runnable> prepare) {
    List<Callable<Boolean>> parts = new ArrayList<>();
    for (int segment = 0; segment < segments; segment++) {
      ScanRequest part = request.toBuilder().segment(segment).totalSegments(segments).build();
      parts.add(() -> {
        boolean done = false;
        try {
          read(part, page -> handOn(page, prepare));
          done = true;
        } finally {
          if (!done) {
            over = true;
          }
        }
        return done;
      });
    }
    ExecutorService readers = Executors.newFixedThreadPool(segments);
    try {
      for (Future<Boolean> part : readers.invokeAll(parts)) {
        part.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "A segment of the table was not read to its end", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while reading the table", e);
    } finally {
      end();
      readers.shutdown();
    }
  }

  /** After an interruption a reader may still be at its last page: it hands on nothing more. */
  private void end() {
    turn.lock();
    try {
      over = true;
    } finally {
      turn.unlock();
    }
  }

  private void handOn(
      List<Map<String, AttributeValue>> page, Function<DynamoRow, Runnable> prepare) {
    List<Runnable> prepared = page.stream().map(DynamoRow::read).map(prepare).toList();
    turn.lock();
    try {
      if (!over) {
        prepared.forEach(Runnable::run);
      }
    } finally {
      turn.unlock();
    }
  }

  private void read(ScanRequest part, Consumer<List<Map<String, AttributeValue>>> consumer) {
    Map<String, AttributeValue> next = Map.of();
    do {
      var response =
          client.scan(part.toBuilder().exclusiveStartKey(next.isEmpty() ? null : next).build());
      usage.read(DynamoTable.units(response.consumedCapacity()));
      consumer.accept(response.items());
      next = response.lastEvaluatedKey();
    } while (!next.isEmpty() && !over);
  }
}
